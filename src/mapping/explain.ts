/** Provenance on demand: which rule made a value, from which nodes, through which steps, and what each of them gave. */
import type { Provenance } from '../model/canonical.ts';
import type { XmlAttribute, XmlElement } from '../xml/element.ts';
import { inputPath } from './paths/input-path.ts';
import { isElement, textInside, type InputNode } from './paths/scope.ts';
import type { RuleName } from './run.ts';
import type { StepSource, StepValue } from './steps.ts';
import type { Confidence } from './transform.ts';

/** Is told what happens while one record is mapped; only records that are explained have one. */
export interface Trace {
  /** A node whose text was read; a text that is no node (a piece, a variable) stands for itself. */
  read(node: InputNode, text: string): void;
  /** A value of a node that was read again: what `pre` or the steps before made of it. */
  reread(node: InputNode, value: unknown): void;
  /** A node that was used without being read itself: what is cut from it is read. */
  marked(node: TracedNode): void;
  constant(value: unknown): void;
  /** Another value begins. */
  begin(): void;
  /** What a chain of steps made of a value; nothing when a step dropped it. */
  stepped(source: StepSource, result: unknown, values: readonly StepValue[]): void;
  /** What a step made of a whole list. */
  regrouped(step: string, before: readonly unknown[], after: readonly unknown[]): void;
  /** Notes that values became a field of an object. */
  wrote(owner: object, field: string, made: Made): void;
  /** A guard held. */
  decided(guard: RuleName): void;
  report(description: object, root: XmlElement): TraceReport;
}

export interface Made {
  readonly rule: RuleName;
  readonly steps: readonly string[];
  readonly confidence: Confidence;
  /** The values as the steps gave them, before they were written; none when nobody knows. */
  readonly values: readonly unknown[];
}

export type TracedNode = XmlElement | XmlAttribute;

export interface Explained extends Provenance {
  /** What each step gave. */
  readonly chain: readonly StepValue[];
}

export interface TraceReport {
  /** By JSON pointer into the description. */
  readonly values: Readonly<Record<string, Explained>>;
  /** The pointers of the values that a node became. */
  readonly outputs: ReadonlyMap<TracedNode, readonly string[]>;
  readonly readers: ReadonlyMap<TracedNode, readonly RuleName[]>;
  /** Values of a node that a step dropped. */
  readonly drops: ReadonlyMap<TracedNode, readonly Drop[]>;
  /** The guards that held, the deciding one last. */
  readonly guards: readonly RuleName[];
}

export interface Drop {
  readonly rule: RuleName;
  readonly step: string;
  readonly value: unknown;
}

const MAX_RAW = 2000;

/** `run` tells which rule is at work, and whether a recogniser is only asked. */
export function createTrace(run: { readonly rule: RuleName; readonly asking: boolean }): Trace {
  const derived = createDerivations();
  const notes = new Map<object, Map<string, Note>>();
  const readers = new Map<TracedNode, RuleName[]>();
  const drops = new Map<TracedNode, Drop[]>();
  const guards: RuleName[] = [];
  let cutFrom: TracedNode | undefined;
  let since: TracedNode[] = [];
  const note = (node: TracedNode): void => {
    since.push(node);
    const rules = listIn(readers, node);
    if (!rules.some(({ id, at }) => id === run.rule.id && at === run.rule.at)) rules.push(run.rule);
  };
  return {
    read(node, text) {
      const known = typeof node === 'string' ? derived.latest(text) : undefined;
      const from = typeof node !== 'string' ? node : known === undefined ? holding(cutFrom, text) : undefined;
      if (from !== undefined) note(from);
      derived.add({ value: text, nodes: from === undefined ? [] : [from], raw: text, chain: [], ...known });
    },
    reread(node, value) {
      if (typeof node === 'string') return;
      note(node);
      const known = derived.latest(value);
      if (known?.nodes.includes(node) === true) return;
      derived.add({ value, nodes: [node], raw: shown(value), chain: [] });
    },
    marked: (node) => void (cutFrom = isElement(node) ? node : cutFrom),
    constant: (value) => derived.add({ value, nodes: [], raw: '', chain: [] }),
    begin() {
      derived.begin();
      since = [];
    },
    stepped(source, result, values) {
      const from = derived.of(source);
      if (result !== undefined)
        return derived.add({ ...from, value: result, chain: [...from.chain, ...values] });
      // A case that does not know a value leaves it to the next one.
      if (run.asking) return;
      const drop = {
        rule: run.rule,
        step: values.at(-1)?.step ?? '',
        value: values.at(-2)?.value ?? source.value,
      };
      for (const node of from.nodes) listIn(drops, node).push(drop);
    },
    regrouped: (step, before, after) => regroup(derived, { step, before, after }),
    wrote(owner, field, { rule, steps, confidence, values }) {
      const fields = notes.get(owner) ?? new Map<string, Note>();
      notes.set(owner, fields);
      if (moveNotes(values, (owner as Record<string, unknown>)[field], notes)) return;
      const found = values.map((value) => derived.take(value)).filter((one) => one !== undefined);
      const nodes = found.length > 0 ? found.flatMap((one) => one.nodes) : since;
      if (fields.has(field) && nodes.length === 0) return;
      fields.set(field, noteOf(found[0], [...new Set(nodes)], { rule, steps, confidence }));
    },
    decided: (guard) => void guards.push(guard),
    report: (description, root) => ({ ...written(description, notes, root), readers, drops, guards }),
  };
}

function regroup(
  derived: Derivations,
  {
    step,
    before,
    after,
  }: { readonly step: string; readonly before: readonly unknown[]; readonly after: readonly unknown[] },
): void {
  const all = before.map((value) => derived.take(value)).filter((one) => one !== undefined);
  const nodes = [...new Set(all.flatMap((one) => one.nodes))];
  // What was made of several values has no single chain behind it.
  const chain = all.length === 1 ? all[0]!.chain : [];
  const whole = { nodes, raw: all.map(({ raw }) => raw).join(' | '), chain };
  for (const value of after) {
    const own = all.find((one) => one.value === value);
    const from = own ?? whole;
    derived.add({ ...from, value, chain: [...from.chain, { step, value }] });
  }
}

function noteOf(
  derived: Derived | undefined,
  nodes: readonly TracedNode[],
  { rule, steps, confidence }: Omit<Made, 'values'>,
): Note {
  const [node] = nodes;
  const raw = derived?.raw ?? (node === undefined ? '' : textOf(node));
  const chain = derived?.chain ?? [];
  const names = derived === undefined ? steps : chain.map(({ step }) => step);
  return {
    nodes,
    made: {
      rule: rule.id,
      at: rule.at,
      in: [],
      raw: raw.slice(0, MAX_RAW),
      steps: [...names],
      confidence,
      chain,
    },
  };
}

interface Note {
  readonly nodes: readonly TracedNode[];
  readonly made: Explained;
}

/** A value on its way, and how it came about. */
interface Derived {
  readonly value: unknown;
  readonly nodes: readonly TracedNode[];
  readonly raw: string;
  readonly chain: readonly StepValue[];
}

interface Derivations {
  begin(): void;
  add(derived: Derived): void;
  /** The derivation of a value that enters a chain; each piece of it has the same. */
  of(source: StepSource): Derived;
  /** The derivation of a value that is written, which of several equal texts is the first not yet written. */
  take(value: unknown): Derived | undefined;
  latest(value: unknown): Derived | undefined;
}

/**
 * Values are told apart by what they are. Where equal texts come from several nodes, they are taken in the order in
 * which they were read.
 */
function createDerivations(): Derivations {
  interface Entry {
    readonly derived: Derived;
    readonly number: number;
    taken: boolean;
  }
  const entries = new Map<unknown, Entry[]>();
  const sources = new WeakMap<StepSource, Derived>();
  let count = 0;
  let start = 0;
  const take = (value: unknown): Derived | undefined => {
    const known = entries.get(value) ?? [];
    // An object is one and the same wherever it is written.
    if (typeof value === 'object') return known.at(-1)?.derived;
    const entry = known.find(({ number, taken }) => number >= start && !taken) ?? known.findLast(({ taken }) => !taken) ?? known.at(-1); // prettier-ignore
    if (entry !== undefined) entry.taken = true;
    return entry?.derived;
  };
  return {
    begin: () => void (start = count),
    add(derived) {
      listIn(entries, derived.value).push({ derived, number: count, taken: false });
      count += 1;
    },
    of(source) {
      const known = sources.get(source) ?? take(source.value);
      const derived = known ?? { value: source.value, nodes: [], raw: shown(source.value), chain: [] };
      sources.set(source, derived);
      return derived;
    },
    take,
    latest: (value) => entries.get(value)?.at(-1)?.derived,
  };
}

function listIn<K, V>(lists: Map<K, V[]>, key: K): V[] {
  const known = lists.get(key);
  if (known !== undefined) return known;
  const list: V[] = [];
  lists.set(key, list);
  return list;
}

/** What is known of the fields of objects goes with them into their place, where they may be copies. */
function moveNotes(
  values: readonly unknown[],
  place: unknown,
  notes: Map<object, Map<string, Note>>,
): boolean {
  const members: unknown[] = Array.isArray(place) ? place.slice(-values.length) : [place];
  let moved = false;
  values.forEach((value, i) => {
    const fields = typeof value === 'object' && value !== null ? notes.get(value) : undefined;
    const member = members[i];
    if (fields === undefined || typeof member !== 'object' || member === null) return;
    notes.set(member, fields);
    moved = true;
  });
  return moved;
}

/** The element that a text was cut from, if it was. */
function holding(node: TracedNode | undefined, text: string): TracedNode | undefined {
  return node !== undefined && textOf(node).includes(text) ? node : undefined;
}

function textOf(node: TracedNode): string {
  return isElement(node) ? textInside(node) : node.value;
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

type Notes = ReadonlyMap<object, ReadonlyMap<string, Note>>;

function written(
  description: object,
  notes: Notes,
  root: XmlElement,
): Pick<TraceReport, 'values' | 'outputs'> {
  const values: Record<string, Explained> = {};
  const outputs = new Map<TracedNode, string[]>();
  collect(description, '', (owner, key, pointer) => {
    const found = notes.get(owner)?.get(key);
    if (found === undefined) return;
    values[pointer] = { ...found.made, in: found.nodes.map((node) => inputPath(node, root)) };
    for (const node of found.nodes) listIn(outputs, node).push(pointer);
  });
  return { values, outputs };
}

function collect(
  value: unknown,
  pointer: string,
  visit: (owner: object, key: string, pointer: string) => void,
): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    const at = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    visit(value, key, at);
    collect(member, at, visit);
  }
}
