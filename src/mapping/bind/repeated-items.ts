/**
 * Values repeat: the same types, languages, publishers, subjects and names stand in record after record. What a rule
 * made of an element is kept, and made again without asking any transform when an equal element comes.
 */
import type { XmlAttribute, XmlElement } from '../../xml/element.ts';
import type { CoverageSink } from '../coverage.ts';
import { isElement, type InputNode } from '../paths/scope.ts';
import { declaredLanguage, type RuleName, type Run } from '../run.ts';
import type { BoundTarget } from './bind-target.ts';
import type { InputBinding, RuleScope } from './context.ts';

/** Makes the items of one node, the first of which has this index; answers how many there are. */
export type MakeItems = (scope: RuleScope, node: InputNode, index: number) => number;

/** A binding that notices whether anything that is bound with it reads more than the node it stands on. */
export interface WatchedBinding {
  readonly binding: InputBinding;
  /** True when equal nodes get equal items, wherever they stand. */
  isSelfContained(): boolean;
}

/** The same binding, watched. What was found out is known when everything is bound. */
export function watchReads(watched: InputBinding): WatchedBinding {
  let selfContained = true;
  const watch = (inner: InputBinding): InputBinding => ({
    ...inner,
    path(spot) {
      const path = inner.path(spot);
      selfContained &&= path.staysInside;
      return path;
    },
    block(name, type) {
      selfContained = false;
      return inner.block(name, type);
    },
    making: (type) => watch(inner.making(type)),
    get facts() {
      selfContained = false;
      return inner.facts;
    },
  });
  return { binding: watch(watched), isSelfContained: () => selfContained };
}

/** Makes items of nodes, and the same ones again of equal nodes. A record that is explained is made anew. */
export function remembering(make: MakeItems): MakeItems {
  const memory = createMemory();
  return (scope, node, index) => {
    const { run } = scope;
    const key = run.trace === undefined && isElement(node) ? keyOf(node) : undefined;
    if (key === undefined) return make(scope, node, index);
    const element = node as XmlElement;
    const known = memory.find(key);
    if (known !== undefined) return makeAgain(known, run, element);
    if (!memory.wasMet(key)) return make(scope, node, index);
    const made = noteWhile(run, element, () => make(scope, node, index));
    if (made.isWhole) memory.keep(key, made);
    return made.count;
  };
}

/** What came of an element: everything that shows outside the rule. */
interface Made {
  readonly count: number;
  readonly written: readonly Written[];
  readonly used: readonly Place[];
  readonly covered: readonly Covered[];
}

interface Written {
  readonly target: BoundTarget;
  readonly value: unknown;
  /** Who wrote it, and from where: a conflict with what the record says elsewhere names them. */
  readonly rule: RuleName;
  readonly origin: Place;
}

/** An element or attribute by how far its index lies behind the element's. */
type Place = number;

/** Something that coverage was told, with the identifier of the record. */
type Covered = (sink: CoverageSink, identifier: string) => void;

function makeAgain({ count, written, used, covered }: Made, run: Run, element: XmlElement): number {
  const outer = run.rule;
  for (const { target, value, rule, origin } of written) {
    run.rule = rule;
    run.origin = nodeAt(element, origin);
    target.put(run, run.target, copyOf(value));
  }
  run.rule = outer;
  for (const place of used) run.mark(nodeAt(element, place)!);
  if (run.coverage !== undefined) {
    const { identifier } = run.record.header;
    for (const tell of covered) tell(run.coverage, identifier);
  }
  return count;
}

/** The nodes of an element are numbered in document order: itself, its attributes, then its children's. */
function nodeAt(element: XmlElement, place: Place): XmlElement | XmlAttribute | undefined {
  const { attributes } = element;
  if (place <= attributes.length) return place === 0 ? element : attributes[place - 1];
  const index = element.index + place;
  const elements = element.children.filter((child) => typeof child !== 'string');
  const child = elements.findLast((candidate) => candidate.index <= index);
  return child && nodeAt(child, index - child.index);
}

/** Values of items are texts, numbers, truths, and lists and objects of these. */
function copyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOf);
  const copy: Record<string, unknown> = {};
  for (const key in value) copy[key] = copyOf((value as Record<string, unknown>)[key]);
  return copy;
}

/** Notes what happens beside the work. Not whole: something was reported, or another node was looked at. */
function noteWhile(run: Run, element: XmlElement, work: () => number): Made & { readonly isWhole: boolean } {
  const { coverage } = run;
  const written: Written[] = [];
  const used = new Set<Place>();
  const covered: Covered[] = [];
  let isWhole = true;
  const placeOf = (node: InputNode | undefined): Place => {
    const place = typeof node === 'object' ? node.index - element.index : -1;
    isWhole &&= place >= 0 && nodeAt(element, place) === node;
    return place;
  };
  run.coverage = tellBoth(coverage, covered);
  run.notes = {
    wrote: (target, value) =>
      written.push({ target, value: copyOf(value), rule: run.rule, origin: placeOf(run.origin) }),
    used: (node) => used.add(placeOf(node)),
    reported: () => (isWhole = false),
  };
  const count = work();
  run.notes = undefined;
  run.coverage = coverage;
  return { count, written, used: [...used], covered, isWhole };
}

function tellBoth(outer: CoverageSink | undefined, covered: Covered[]): CoverageSink {
  const tell = (one: Covered, identifier = ''): void => {
    covered.push(one);
    if (outer !== undefined) one(outer, identifier);
  };
  return {
    record: () => undefined,
    fired: (id) => tell((sink) => sink.fired(id)),
    took: (branch) => tell((sink) => sink.took(branch)),
    used: (table, key) => tell((sink) => sink.used(table, key)),
    missed: (table, key, identifier) => tell((sink, of) => sink.missed(table, key, of), identifier),
  };
}

/** What is longer is prose, or a work by itself, and does not repeat. */
const LONGEST = 500;
const DEEPEST = 4;

/** Equal for elements of which any rule that looks nowhere else makes the same. */
function keyOf(element: XmlElement): string | undefined {
  const key = `${declaredLanguage(element) ?? ''}${written(element, DEEPEST)}`;
  return key.length > LONGEST ? undefined : key;
}

/** Lengths stand before values, so that no value can pass for several. */
function written({ name, namespace, attributes, children }: XmlElement, depth: number): string {
  let text = `<${namespace} ${name.length} ${name}`;
  for (const attribute of attributes) {
    const { value } = attribute;
    text += `@${attribute.namespace} ${attribute.name}=${value.length} ${value}`;
  }
  for (const child of children) {
    if (text.length > LONGEST || (depth === 0 && typeof child !== 'string')) return TOO_LONG;
    text += typeof child === 'string' ? `"${child.length} ${child}` : written(child, depth - 1);
  }
  return `${text}>`;
}

const TOO_LONG = ' '.repeat(LONGEST + 1);

interface Memory {
  find(key: string): Made | undefined;
  /** Whether the key has been asked for before, most probably: many are met once and not worth keeping. */
  wasMet(key: string): boolean;
  keep(key: string, made: Made): void;
}

const MOST = 4_000;
const TRACES = 8_192;

function createMemory(): Memory {
  const known = new Map<string, Made>();
  const traces = new Int32Array(TRACES);
  return {
    find: (key) => known.get(key),
    wasMet(key) {
      const trace = traceOf(key);
      const place = trace & (TRACES - 1);
      const wasMet = traces[place] === trace;
      traces[place] = trace;
      return wasMet;
    },
    keep(key, made) {
      if (known.size === MOST) known.clear();
      const copy = withoutPage({ key, values: made.written.map(({ value }) => value) });
      const written = made.written.map((one, i) => ({ ...one, value: copy.values[i] }));
      known.set(copy.key, { ...made, written });
    },
  };
}

/** A number that is rarely the same for two texts, and never 0. */
function traceOf(text: string): number {
  let trace = text.length;
  for (let i = 0; i < text.length; i += 1) trace = (Math.imul(trace, 31) + text.charCodeAt(i)) | 0;
  return trace | 0x4000_0000;
}

/** A piece of a text keeps the whole text in memory, a page of records perhaps; a copy does not. */
function withoutPage<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}
