/**
 * Values repeat: the same types, languages, publishers, subjects and names stand in record after record. What a rule
 * made of an element is kept, and made again without asking any transform when an equal element comes.
 */
import { XML_NAMESPACE, type XmlAttribute, type XmlElement } from '../../xml/element.ts';
import type { CoverageSink } from '../coverage.ts';
import { isElement, type InputNode } from '../paths/scope.ts';
import type { RuleName, Run } from '../run.ts';
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

export function watchReads(watched: InputBinding): WatchedBinding {
  let selfContained = true;
  const watch = (inner: InputBinding): InputBinding => ({
    ...inner,
    path(spot) {
      selfContained &&= OWN_PATH.test(spot.value);
      return inner.path(spot);
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

/** Paths that lead to the node itself, its attributes, or what the mapping says. */
const OWN_PATH = /^(?:\.|@[\w:.-]+|name\(\)|\$(?:vars|item)\..*)$/;

/** Makes items of nodes, and the same ones again of equal nodes. A record that is explained is made anew. */
export function remembering(make: MakeItems): MakeItems {
  const memory = createMemory();
  return (scope, node, index) => {
    const { run } = scope;
    if (run.trace !== undefined || !isElement(node)) return make(scope, node, index);
    const text = plainText(node);
    if (text === undefined) return make(scope, node, index);
    const known = memory.find(text, node);
    if (known !== undefined) return makeAgain(known, run, node);
    if (!memory.wasMet(text)) return make(scope, node, index);
    const made = noteWhile(run, node, () => make(scope, node, index));
    if (made.isWhole) memory.keep(text, node, made);
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

/** An attribute of the element by its place, or the element itself. */
type Place = number;
const ELEMENT: Place = -1;

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
  for (const place of used) run.mark(nodeAt(element, place));
  if (run.coverage !== undefined) {
    const { identifier } = run.record.header;
    for (const tell of covered) tell(run.coverage, identifier);
  }
  return count;
}

function nodeAt(element: XmlElement, place: Place): XmlElement | XmlAttribute {
  return place === ELEMENT ? element : element.attributes[place]!;
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
    if (node === element) return ELEMENT;
    const place = element.attributes.indexOf(node as XmlAttribute);
    isWhole &&= place >= 0;
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

/** What is longer is prose, and does not repeat. */
const LONGEST = 300;

/** The text of an element that holds nothing else. */
function plainText({ children }: XmlElement): string | undefined {
  const [text] = children;
  if (children.length !== 1 || typeof text !== 'string' || text.length > LONGEST) return undefined;
  return text;
}

interface Memory {
  find(text: string, element: XmlElement): Made | undefined;
  /** Whether the text has been asked for before, most probably: many are met once and not worth keeping. */
  wasMet(text: string): boolean;
  keep(text: string, element: XmlElement, made: Made): void;
}

interface Kept {
  readonly element: Pick<XmlElement, 'name' | 'namespace' | 'attributes'>;
  /** The language that is declared around the element. */
  readonly language: string | undefined;
  readonly made: Made;
}

const MOST = 2_000;
const TRACES = 8_192;

function createMemory(): Memory {
  const byText = new Map<string, Kept[]>();
  const traces = new Int32Array(TRACES);
  let kept = 0;
  return {
    find: (text, element) => byText.get(text)?.find((one) => isEqual(one, element))?.made,
    wasMet(text) {
      const trace = traceOf(text);
      const place = trace & (TRACES - 1);
      const isKnown = traces[place] === trace;
      traces[place] = trace;
      return isKnown;
    },
    keep(text, element, made) {
      if (kept === MOST) {
        byText.clear();
        kept = 0;
      }
      const copy = withoutPage({ text, element, made });
      const others = byText.get(copy.text);
      if (others === undefined) byText.set(copy.text, [copy]);
      else others.push(copy);
      kept += 1;
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
function withoutPage({
  text,
  element,
  made,
}: {
  text: string;
  element: XmlElement;
  made: Made;
}): Kept & { readonly text: string } {
  const { name, namespace, attributes } = element;
  const own = { text, attributes, values: made.written.map(({ value }) => value) };
  const copy = JSON.parse(JSON.stringify(own)) as typeof own;
  const written = made.written.map((one, i) => ({ ...one, value: copy.values[i] }));
  return {
    text: copy.text,
    element: { name, namespace, attributes: copy.attributes },
    language: languageAround(element),
    made: { ...made, written },
  };
}

function isEqual({ element, language }: Kept, other: XmlElement): boolean {
  return (
    element.name === other.name &&
    element.namespace === other.namespace &&
    element.attributes.length === other.attributes.length &&
    element.attributes.every((attribute, i) => isSame(attribute, other.attributes[i]!)) &&
    language === languageAround(other)
  );
}

function isSame(attribute: XmlAttribute, other: XmlAttribute): boolean {
  return (
    attribute.name === other.name &&
    attribute.value === other.value &&
    attribute.namespace === other.namespace
  );
}

function languageAround({ parent }: XmlElement): string | undefined {
  for (let around = parent; around !== undefined; around = around.parent) {
    for (const { name, namespace, value } of around.attributes) {
      if (name === 'lang' && namespace === XML_NAMESPACE) return value;
    }
  }
  return undefined;
}
