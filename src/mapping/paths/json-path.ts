/**
 * Paths over JSON: `titles.title`, `titles[kind=main].title`, `creators[0]`, `creators[*].name`, `'dc.title'`, `../id`;
 * `|` between alternatives, `/` for the root. A list stands for its members, so `titles.title` reads all of them.
 */
import type { XmlElement } from '../../xml/element.ts';
import { LIST_MEMBER } from '../json.ts';
import { PathSyntaxError } from './path-syntax-error.ts';
import { isElement } from './scope.ts';
import { textOf, type Select, type SelectRun } from './xpath.ts';

/** Compiles a path. Throws a {@link PathSyntaxError}. */
export function compileJsonPath(text: string): Select {
  const reader: Reader = { text, position: 0 };
  const alternatives = [readPath(reader)];
  while (take(reader, /\s*\|\s*/y) !== undefined) alternatives.push(readPath(reader));
  if (reader.position < text.length) fail(reader, 'nothing more is expected');
  const selects = alternatives.map(compilePath);
  if (selects.length === 1) return selects[0]!;
  return (node, run) => {
    const found = selects.flatMap((select) => select(node, run)) as XmlElement[];
    return [...new Set(found)].sort((left, right) => left.index - right.index);
  };
}

interface JsonPath {
  readonly absolute: boolean;
  readonly steps: readonly JsonStep[];
}

type JsonStep =
  | { readonly kind: 'parent' }
  /** `*` is any key. */
  | { readonly kind: 'key'; readonly name: string; readonly filters: readonly Filter[] }
  /** A list inside a list, or the list that is the whole text. */
  | { readonly kind: 'members'; readonly filters: readonly Filter[] };

type Filter =
  | { readonly kind: 'all' }
  /** Counted from 0. */
  | { readonly kind: 'place'; readonly place: number }
  | { readonly kind: 'exists'; readonly key: string }
  | { readonly kind: 'compare'; readonly key: string; readonly equal: boolean; readonly value: string };

interface Reader {
  readonly text: string;
  position: number;
}

function readPath(reader: Reader): JsonPath {
  const absolute = take(reader, /\s*\//y) !== undefined;
  const steps: JsonStep[] = [];
  while (take(reader, /\.\.\//y) !== undefined) steps.push({ kind: 'parent' });
  if (take(reader, /\.\.(?!\.)/y) !== undefined) return { absolute, steps: [...steps, { kind: 'parent' }] };
  // A list inside a list has no key: `[0][1]`.
  if (peek(reader) === '[') steps.push(...readMembers(reader));
  else steps.push(...readKey(reader));
  while (take(reader, /\./y) !== undefined) steps.push(...readKey(reader));
  return { absolute, steps };
}

const KEY = /[\p{L}\p{N}_@$:-]+|\*/uy;
const QUOTED = /'[^']*'|"[^"]*"/y;

function readKey(reader: Reader): JsonStep[] {
  const name = readName(reader) ?? fail(reader, 'a key is expected; quote one with dots, blanks or brackets');
  return [{ kind: 'key', name, filters: readFilters(reader) }, ...readMembers(reader)];
}

function readName(reader: Reader): string | undefined {
  return take(reader, QUOTED)?.slice(1, -1) ?? take(reader, KEY);
}

/** Brackets after a place look into the list that stands at it: `[0][1]`. */
function readMembers(reader: Reader): JsonStep[] {
  const steps: JsonStep[] = [];
  while (peek(reader) === '[') steps.push({ kind: 'members', filters: readFilters(reader) });
  return steps;
}

/** Brackets after a test narrow what it chose: `[kind=main][0]`. */
function readFilters(reader: Reader): Filter[] {
  const filters: Filter[] = [];
  while (peek(reader) === '[') {
    const filter = readFilter(reader);
    filters.push(filter);
    if (filter.kind === 'place' || filter.kind === 'all') break;
  }
  return filters;
}

function readFilter(reader: Reader): Filter {
  reader.position += 1;
  const filter = readTest(reader);
  if (take(reader, /\]/y) === undefined) fail(reader, '"]" is expected');
  return filter;
}

function readTest(reader: Reader): Filter {
  if (take(reader, /\*(?=\])/y) !== undefined) return { kind: 'all' };
  const place = take(reader, /\d{1,6}(?=\])/y);
  if (place !== undefined) return { kind: 'place', place: Number(place) };
  const key = readName(reader) ?? fail(reader, 'a place, "*", or a key is expected');
  const operator = take(reader, /!?=/y);
  if (operator === undefined) return { kind: 'exists', key };
  const value = take(reader, QUOTED)?.slice(1, -1) ?? take(reader, /[^\]]+/y) ?? fail(reader, 'a value is expected'); // prettier-ignore
  return { kind: 'compare', key, equal: operator === '=', value };
}

function peek({ text, position }: Reader): string {
  return text.charAt(position);
}

/** Takes what a sticky pattern matches here. */
function take(reader: Reader, pattern: RegExp): string | undefined {
  pattern.lastIndex = reader.position;
  const found = pattern.exec(reader.text)?.[0];
  if (found !== undefined) reader.position += found.length;
  return found;
}

function fail({ text, position }: Reader, why: string): never {
  const at = position < text.length ? `at character ${position + 1}` : 'at its end';
  throw new PathSyntaxError('path.syntax', `the path "${text}" is wrong ${at}: ${why}`);
}

const NONE: readonly XmlElement[] = [];

function compilePath({ absolute, steps }: JsonPath): Select {
  const selects = steps.map(compileStep);
  return (node, run) => {
    let nodes: readonly XmlElement[] = absolute ? [run.root] : isElement(node) ? [node] : NONE;
    for (const select of selects) {
      if (nodes.length === 0) return NONE;
      nodes = nodes.length === 1 ? select(nodes[0]!, run) : nodes.flatMap((one) => select(one, run));
    }
    return nodes;
  };
}

function compileStep(step: JsonStep): (node: XmlElement, run: SelectRun) => readonly XmlElement[] {
  if (step.kind === 'parent') return ({ parent }) => (parent === undefined ? NONE : [parent]);
  const name = step.kind === 'key' ? step.name : LIST_MEMBER;
  const filters = step.filters.map(compileFilter);
  return (node, run) => {
    let found = childrenNamed(node, name);
    for (const holds of filters) found = found.filter((one, place) => holds(one, place, run));
    return found;
  };
}

function childrenNamed({ children }: XmlElement, name: string): readonly XmlElement[] {
  return children.filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === '*' || child.name === name),
  );
}

type Holds = (node: XmlElement, place: number, run: SelectRun) => boolean;

function compileFilter(filter: Filter): Holds {
  switch (filter.kind) {
    case 'all':
      return () => true;
    case 'place':
      return (_node, place) => place === filter.place;
    case 'exists':
      return (node) => childrenNamed(node, filter.key).length > 0;
    case 'compare': {
      const { key, equal, value } = filter;
      return (node, _place, run) => {
        const children = childrenNamed(node, key);
        // A value that decides is used, even when nothing of it is written.
        for (const child of children) run.mark(child);
        return children.some((child) => textOf(child) === value) === equal;
      };
    }
  }
}
