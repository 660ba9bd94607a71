/**
 * Paths over MARCXML, compiled once to closures: `245$a`, `100|700[not($t)]`, `008/07-10`, `leader/06`, `9XX`, and
 * inside a field `$a`, `@ind1` and `880` (its twins in another script). Elements are known by their local names:
 * records come in the namespace of MARC 21, in that of MarcXchange, and without any.
 */
import type { XmlElement } from '../../xml/element.ts';
import {
  attributeOf,
  marcRecordsIn,
  marcTagOf,
  readMarcRecord,
  type MarcLinks,
  type MarcRecord,
} from './marc-record.ts';
import {
  parseMarcPath,
  type MarcPath,
  type MarcAttribute,
  type MarcPredicate,
  type MarcRead,
} from './marc-syntax.ts';
import { COMPARE, matchesIn } from './predicates.ts';
import { isElement, textInside, type InputNode } from './scope.ts';
import { textOf, type Select, type SelectRun } from './xpath.ts';

/** The paths of one mapping. They share the sorted fields of the record that is being mapped. */
export interface MarcDialect {
  /** Compiles a path. Throws a `PathSyntaxError`. */
  compile(text: string): Select;
  /** The tag of a field; for one in another script that of the field it stands for. */
  tagOf(node: InputNode): string | undefined;
}

/** Whether a path that begins with `$` names a subfield rather than a variable. */
export function isSubfieldPath(text: string): boolean {
  return /^\$[a-z0-9*](?![\w.])/.test(text);
}

export function createMarcDialect(links?: MarcLinks): MarcDialect {
  let known: { readonly root: XmlElement; readonly record: MarcRecord } | undefined;
  const recordOf = (root: XmlElement): MarcRecord => {
    if (known?.root !== root) known = { root, record: readMarcRecord(root, links) };
    return known.record;
  };
  const setup: Setup = { recordOf, links };
  return {
    compile: (text) => compileAlternatives(parseMarcPath(text), setup),
    tagOf: (node) => (isElement(node) ? marcTagOf(node, links) : undefined),
  };
}

interface Setup {
  readonly recordOf: (root: XmlElement) => MarcRecord;
  readonly links: MarcLinks | undefined;
}

const NONE: readonly XmlElement[] = [];

function compileAlternatives(paths: readonly MarcPath[], setup: Setup): Select {
  const selects = paths.map((path) => compilePath(path, setup));
  if (selects.length === 1) return selects[0]!;
  return (node, run) => {
    let found: InputNode[] | undefined;
    let several = false;
    for (const select of selects) {
      const nodes = select(node, run);
      if (nodes.length === 0) continue;
      several = found !== undefined;
      found = found === undefined ? [...nodes] : found.concat(nodes);
    }
    return found === undefined ? NONE : several ? inRecordOrder(found) : found;
  };
}

function inRecordOrder(nodes: readonly InputNode[]): readonly InputNode[] {
  const unique = [...new Set(nodes)];
  const hasPlace = (node: InputNode): node is Exclude<InputNode, string> => typeof node !== 'string';
  return unique.every(hasPlace) ? unique.sort((left, right) => left.index - right.index) : unique;
}

function compilePath(path: MarcPath, setup: Setup): Select {
  const fields = compileStep(path, setup);
  const filters = path.predicates.map(compilePredicate);
  const read = compileRead(path.read, setup);
  return (node, run) => {
    let selected = fields(node, run);
    for (const filter of filters) {
      if (selected.length === 0) return NONE;
      selected = selected.filter((field, i) => filter(field, run, i));
    }
    if (read === undefined || selected.length === 0) return selected;
    if (selected.length === 1) return read(selected[0]!, run);
    return selected.flatMap((field) => read(field, run));
  };
}

type SelectFields = (node: InputNode, run: SelectRun) => readonly XmlElement[];

function compileStep({ step, absolute }: MarcPath, { recordOf, links }: Setup): SelectFields {
  switch (step.kind) {
    case 'self':
      return (node) => (isElement(node) ? [node] : NONE);
    case 'record':
      return (_node, run) => marcRecordsIn(run.root);
    case 'leader':
      return (_node, run) => {
        const { leader } = recordOf(run.root);
        return leader === undefined ? NONE : [leader];
      };
    case 'field': {
      const { tag, linked } = step;
      if (linked !== undefined) return (_node, run) => fieldsOf(recordOf(run.root).twinsByTag, linked);
      const isTwin = tag === links?.script && !absolute;
      return (node, run) => {
        const record = recordOf(run.root);
        // Inside a field stand its subfields, and beside it what says the same in another script.
        if (!absolute && isElement(node) && isField(node))
          return isTwin ? (record.twins.get(node) ?? NONE) : NONE;
        return fieldsOf(record.byTag, tag);
      };
    }
  }
}

function isField({ name }: XmlElement): boolean {
  return name === 'datafield' || name === 'controlfield' || name === 'subfield';
}

function fieldsOf(byTag: ReadonlyMap<string, readonly XmlElement[]>, tag: string): readonly XmlElement[] {
  if (!tag.includes('X')) return byTag.get(tag) ?? NONE;
  const pattern = new RegExp(`^${tag.replaceAll('X', '\\d')}$`);
  const found = new Set<XmlElement>();
  for (const [known, fields] of byTag) if (pattern.test(known)) for (const field of fields) found.add(field);
  return [...found].sort((left, right) => left.index - right.index);
}

type Read = (field: XmlElement, run: SelectRun) => readonly InputNode[];

function compileRead(read: MarcRead, setup: Setup): Read | undefined {
  switch (read.kind) {
    case 'field':
      return undefined;
    case 'positions': {
      const { from, to } = read;
      return (field, run) => {
        // A text has no place of its own: the field it is cut from was used.
        run.mark(field);
        const text = textInside(field).slice(from, to + 1);
        return text === '' ? NONE : [text];
      };
    }
    case 'attribute':
      return (field, run) => attributeNodes(field, read.name, { run, links: setup.links });
    case 'subfields':
      return compileSubfields(read.codes, read.position);
  }
}

function attributeNodes(
  field: XmlElement,
  name: MarcAttribute,
  { run, links }: { readonly run: SelectRun; readonly links: MarcLinks | undefined },
): readonly InputNode[] {
  if (name === 'tag') {
    const tag = marcTagOf(field, links);
    return tag === undefined ? NONE : [tag];
  }
  const attribute = field.attributes.find((one) => one.name === name);
  if (attribute === undefined) return NONE;
  run.mark(attribute);
  return [attribute];
}

function compileSubfields(codes: string, position: number | undefined): Read {
  const letters = codes.includes('*');
  const select = (field: XmlElement): readonly XmlElement[] => {
    let found: XmlElement[] | undefined;
    for (const child of field.children) {
      if (typeof child === 'string') continue;
      const code = attributeOf(child, 'code');
      if (code === undefined || code === '') continue;
      if (codes.includes(code) || (letters && code >= 'a' && code <= 'z')) (found ??= []).push(child);
    }
    return found ?? NONE;
  };
  return position === undefined ? select : (field) => select(field).slice(position - 1, position);
}

type Filter = (field: XmlElement, run: SelectRun, index: number) => boolean;

function compilePredicate(predicate: MarcPredicate): Filter {
  switch (predicate.kind) {
    case 'position': {
      const holds = COMPARE[predicate.operator];
      const { position } = predicate;
      return (_field, _run, index) => holds(index + 1, position);
    }
    case 'matches': {
      const read = compileRead(predicate.read, NO_LINKS)!;
      const { regex } = predicate;
      return (field, run) => read(field, run).some((node) => matchesIn(textOf(node), regex));
    }
    case 'exists': {
      const read = compileRead(predicate.read, NO_LINKS)!;
      return (field, run) => read(field, run).length > 0;
    }
    case 'compare': {
      const read = compileRead(predicate.read, NO_LINKS)!;
      const { equal, literal } = predicate;
      return (field, run) => read(field, run).some((node) => textOf(node) === literal) === equal;
    }
    case 'not': {
      const inner = compilePredicate(predicate.of);
      return (field, run, index) => !inner(field, run, index);
    }
    case 'and':
    case 'or': {
      const left = compilePredicate(predicate.left);
      const right = compilePredicate(predicate.right);
      return predicate.kind === 'and'
        ? (field, run, index) => left(field, run, index) && right(field, run, index)
        : (field, run, index) => left(field, run, index) || right(field, run, index);
    }
  }
}

/** Predicates look at indicators and subfields only. */
const NO_LINKS: Setup = {
  recordOf: (root) => readMarcRecord(root, undefined),
  links: undefined,
};
