/** The syntax of paths: a subset of XPath 1.0 over expanded names, read into a small tree. */
import { XML_NAMESPACE } from '../../xml/element.ts';
import { didYouMean } from '../../yaml/did-you-mean.ts';
import { PathSyntaxError } from './path-syntax-error.ts';
import { COMPARISONS, regexOf, type Comparison } from './predicates.ts';

export interface Name {
  /** `undefined` is any. */
  readonly namespace: string | undefined;
  readonly name: string | undefined;
  /** More namespaces in which the name is the same. */
  readonly alsoIn?: readonly string[];
}

/** What prefixes of paths stand for. */
export interface PathNamespaces {
  readonly declared: Readonly<Record<string, string>>;
  /** By prefix: more namespaces that are read as if they were the declared one. */
  readonly alsoIn: Readonly<Record<string, readonly string[]>>;
}

export type Axis = 'child' | 'descendant' | 'descendant-or-self' | 'attribute' | 'self' | 'parent';

export interface PathStep {
  readonly axis: Axis;
  readonly name: Name;
  readonly predicates: readonly Predicate[];
}

/** One alternative of a path: `/` at its start begins at the record's root. */
export interface LocationPath {
  readonly absolute: boolean;
  readonly steps: readonly PathStep[];
  /** A function at the end gives a string instead of the node. */
  readonly read?: ReadFunction;
}

/** `text()` is the text that stands directly in an element, `string()` all text inside it. */
export type ReadFunction = (typeof READ_FUNCTIONS)[number];

const READ_FUNCTIONS = ['name', 'string', 'text'] as const;

export type Predicate =
  | { readonly kind: 'position'; readonly operator: Comparison; readonly position: number }
  | { readonly kind: 'exists'; readonly path: LocationPath }
  | { readonly kind: 'matches'; readonly path: LocationPath; readonly regex: RegExp }
  | {
      readonly kind: 'compare';
      readonly path: LocationPath;
      readonly equal: boolean;
      readonly literal: string;
    }
  | { readonly kind: 'not'; readonly of: Predicate }
  | { readonly kind: 'and' | 'or'; readonly left: Predicate; readonly right: Predicate };

const TOKEN = /\s*(\/\/|\.\.|[!<>]=|[/.@*|()[\]=<>,]|'[^']*'|"[^"]*"|\d+(?![\w.-])|[\p{L}_][\p{L}\p{N}_.-]*(?::(?:\*|[\p{L}_][\p{L}\p{N}_.-]*))?)/uy; // prettier-ignore
const MAX_DEPTH = 20;

/** Reads a path's text; prefixes are looked up in `namespaces`. Throws a {@link PathSyntaxError}. */
export function parseXPath(text: string, namespaces: PathNamespaces): readonly LocationPath[] {
  const reader: TokenReader = { text, namespaces, tokens: tokensOf(text), position: 0, depth: 0 };
  const wrapped = accept(reader, '(');
  const alternatives = [readLocationPath(reader)];
  while (accept(reader, '|')) alternatives.push(readLocationPath(reader));
  if (wrapped) expect(reader, ')');
  if (peek(reader) !== undefined) fail(reader, `nothing more is expected ${place(reader)}`);
  return alternatives;
}

interface TokenReader {
  readonly text: string;
  readonly namespaces: PathNamespaces;
  readonly tokens: readonly string[];
  position: number;
  depth: number;
}

function peek(reader: TokenReader, ahead = 0): string | undefined {
  return reader.tokens[reader.position + ahead];
}

function accept(reader: TokenReader, token: string): boolean {
  if (peek(reader) !== token) return false;
  reader.position += 1;
  return true;
}

function take(reader: TokenReader): string {
  const token = peek(reader);
  if (token === undefined) fail(reader, 'it ends too early');
  reader.position += 1;
  return token;
}

function expect(reader: TokenReader, token: string): void {
  if (!accept(reader, token)) fail(reader, `"${token}" is expected ${place(reader)}`);
}

function place(reader: TokenReader): string {
  const token = peek(reader);
  return token === undefined ? 'at the end' : `before "${token}"`;
}

function fail(reader: TokenReader, why: string): never {
  throw new PathSyntaxError('path.syntax', `the path "${reader.text}" is wrong: ${why}`);
}

function tokensOf(text: string): readonly string[] {
  const tokens: string[] = [];
  const source = text.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const start = TOKEN.lastIndex;
    const match = TOKEN.exec(source);
    if (match === null) {
      const rest = source.slice(start).trim();
      throw new PathSyntaxError('path.syntax', `the path "${text}" is wrong: "${rest}" cannot be read`);
    }
    tokens.push(match[1]!);
  }
  return tokens;
}

function readLocationPath(reader: TokenReader): LocationPath {
  const steps: PathStep[] = [];
  const absolute = accept(reader, '/');
  if (absolute && (peek(reader) === undefined || peek(reader) === '|')) return { absolute, steps };
  let descend = accept(reader, '//');
  for (;;) {
    // `//@x`: what is not an element is looked for in all elements from here down.
    if (descend && !startsElement(reader)) {
      steps.push(ANYWHERE);
      descend = false;
    }
    const read = readFunction(reader);
    if (read !== undefined) return { absolute, steps, read };
    steps.push(readStep(reader, descend));
    if (accept(reader, '//')) descend = true;
    else if (accept(reader, '/')) descend = false;
    else return { absolute, steps };
  }
}

const ANY: Name = { namespace: undefined, name: undefined };
const ANYWHERE: PathStep = { axis: 'descendant-or-self', name: ANY, predicates: [] };

function startsElement(reader: TokenReader): boolean {
  const next = peek(reader);
  if (next === undefined || next === '*') return true;
  return /^[\p{L}_]/u.test(next) && peek(reader, 1) !== '(';
}

function readFunction(reader: TokenReader): ReadFunction | undefined {
  const next = READ_FUNCTIONS.find((name) => name === peek(reader));
  if (next === undefined || peek(reader, 1) !== '(') return undefined;
  reader.position += 2;
  expect(reader, ')');
  return next;
}

function readStep(reader: TokenReader, descend: boolean): PathStep {
  if (accept(reader, '.')) return { axis: 'self', name: ANY, predicates: readPredicates(reader) };
  if (accept(reader, '..')) return { axis: 'parent', name: ANY, predicates: readPredicates(reader) };
  const axis = accept(reader, '@') ? 'attribute' : descend ? 'descendant' : 'child';
  return { axis, name: readName(reader), predicates: readPredicates(reader) };
}

function readName(reader: TokenReader): Name {
  if (accept(reader, '*')) return ANY;
  const where = place(reader);
  const token = take(reader);
  if (!/^[\p{L}_]/u.test(token)) fail(reader, `a name is expected ${where}`);
  const [prefix, local] = token.includes(':') ? token.split(':', 2) : [undefined, token];
  const name = local === '*' ? undefined : local;
  if (prefix === undefined) return { namespace: '', name };
  const { alsoIn } = reader.namespaces;
  const namespace = namespaceOf(prefix, reader);
  return Object.hasOwn(alsoIn, prefix) ? { namespace, name, alsoIn: alsoIn[prefix]! } : { namespace, name };
}

function namespaceOf(prefix: string, reader: TokenReader): string {
  if (prefix === 'xml') return XML_NAMESPACE;
  const { declared } = reader.namespaces;
  if (Object.hasOwn(declared, prefix)) return declared[prefix]!;
  const hint = didYouMean(prefix, Object.keys(declared));
  throw new PathSyntaxError(
    'prefix.undeclared',
    `the prefix "${prefix}" in "${reader.text}" is not declared under ns${hint}`,
  );
}

function readPredicates(reader: TokenReader): readonly Predicate[] {
  const predicates: Predicate[] = [];
  while (accept(reader, '[')) {
    predicates.push(readOr(reader));
    expect(reader, ']');
  }
  return predicates;
}

function readOr(reader: TokenReader): Predicate {
  reader.depth += 1;
  if (reader.depth > MAX_DEPTH) fail(reader, 'its predicates are nested too deeply');
  let left = readAnd(reader);
  while (accept(reader, 'or')) left = { kind: 'or', left, right: readAnd(reader) };
  reader.depth -= 1;
  return left;
}

function readAnd(reader: TokenReader): Predicate {
  let left = readTest(reader);
  while (accept(reader, 'and')) left = { kind: 'and', left, right: readTest(reader) };
  return left;
}

function readTest(reader: TokenReader): Predicate {
  if (/^\d+$/.test(peek(reader) ?? '')) {
    const position = Number(take(reader));
    if (position === 0) fail(reader, 'places count from 1');
    return { kind: 'position', operator: '=', position };
  }
  const call = peek(reader, 1) === '(' ? peek(reader) : undefined;
  if (call === 'position') return readPosition(reader);
  if (call === 'matches') return readMatches(reader);
  const negated = peek(reader) === 'not' && peek(reader, 1) === '(';
  if (negated) reader.position += 1;
  if (accept(reader, '(')) {
    const inner = readOr(reader);
    expect(reader, ')');
    return negated ? { kind: 'not', of: inner } : inner;
  }
  const path = readLocationPath(reader);
  const equal = accept(reader, '=');
  if (!equal && !accept(reader, '!=')) return { kind: 'exists', path };
  return { kind: 'compare', path, equal, literal: readLiteral(reader) };
}

/** `position()>1` */
function readPosition(reader: TokenReader): Predicate {
  reader.position += 2;
  expect(reader, ')');
  const operator = COMPARISONS.find((known) => accept(reader, known));
  if (operator === undefined) fail(reader, `one of ${COMPARISONS.join(' ')} is expected ${place(reader)}`);
  const number = take(reader);
  if (!/^\d+$/.test(number)) fail(reader, `a number is expected instead of "${number}"`);
  return { kind: 'position', operator, position: Number(number) };
}

/** `matches(., '^x')` */
function readMatches(reader: TokenReader): Predicate {
  reader.position += 2;
  const path = readLocationPath(reader);
  expect(reader, ',');
  const pattern = readLiteral(reader);
  expect(reader, ')');
  return { kind: 'matches', path, regex: regexOf(pattern) };
}

function readLiteral(reader: TokenReader): string {
  const literal = take(reader);
  if (!/^['"]/.test(literal)) fail(reader, `a quoted text is expected instead of "${literal}"`);
  return literal.slice(1, -1);
}
