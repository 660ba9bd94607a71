/** The state of mapping one record. One run is kept per mapping and started anew for each record. */
import type { Issue } from '../model/canonical.ts';
import type { XmlAttribute, XmlElement } from '../xml/element.ts';
import { XML_NAMESPACE } from '../xml/element.ts';
import type { BoundTarget } from './bind/bind-target.ts';
import type { CoverageSink } from './coverage.ts';
import type { Trace } from './explain.ts';
import type { SourceRecord } from './mapping.ts';
import { inputPath } from './paths/input-path.ts';
import { isElement, textInside, type InputNode, type PathRun } from './paths/scope.ts';
import type { StepHooks } from './steps.ts';
import type { Table } from './tables.ts';
import type { Sink, Values } from './target/write.ts';
import type { Field } from './target/target-table.ts';
import { NOT_MINE, type Bad, type Confidence, type Severity } from './transform.ts';

/** A rule as issues, provenance and coverage name it. */
export interface RuleName {
  readonly id: string;
  /** `file:line:column`. */
  readonly at: string;
}

/** What happens to a value that a step could not use. */
export interface OnBad {
  readonly warn?: string | undefined;
  /** What takes the value's place. */
  readonly keep?: ((raw: unknown) => unknown) | undefined;
  /** Writes the raw value elsewhere. */
  readonly divert?: ((run: Run, raw: unknown) => void) | undefined;
}

export interface Limits {
  /** Values that one path may give. */
  readonly values: number;
  /** Characters of one value. */
  readonly valueLength: number;
  /** How deep blocks apply blocks. */
  readonly depth: number;
}

/** What the items of a rule with `after` wait in until the rule is done. */
export interface Batch {
  readonly owner: Values;
  readonly field: Field;
  readonly items: unknown[];
}

/** What is told of a rule's work while its result is kept. */
export interface Notes {
  wrote(target: BoundTarget, value: unknown): void;
  used(node: XmlElement | XmlAttribute): void;
  reported(): void;
}

export interface Run extends PathRun, StepHooks, Sink {
  record: SourceRecord;
  root: XmlElement;
  readonly mapping: { readonly id: string; readonly hash: string };
  readonly limits: Limits;
  issues: Issue[];
  coverage: CoverageSink | undefined;
  trace: Trace | undefined;
  rule: RuleName;
  /** The nodes that the current values come from, one by one. */
  origins: readonly InputNode[];
  origin: InputNode | undefined;
  onBad: OnBad | undefined;
  /** True while a recogniser is asked: "not mine" is an answer then, not a loss. */
  asking: boolean;
  declined: number;
  /** The object that targets are counted from: the description, or the item a block is applied to. */
  target: Values;
  batches: Batch[] | undefined;
  /** Told what a rule writes and uses, while that is kept for equal nodes. */
  notes: Notes | undefined;
  depth: number;
  level: Confidence;
  /** Marks a node as used and gives its text; over the limit it is reported and blank. */
  consume(node: InputNode): string;
  report(code: string, message: string, options?: IssueOptions): void;
  isMarked(index: number): boolean;
  start(record: SourceRecord): void;
}

export interface IssueOptions {
  readonly severity?: Severity;
  readonly value?: unknown;
}

const MAX_ISSUES = 500;
const MAX_VALUE_IN_ISSUE = 200;
const CONFIDENCE_ORDER: readonly Confidence[] = ['certain', 'likely', 'guess', 'defaulted'];
export const NO_RULE: RuleName = { id: 'record', at: 'record' };

/** A run for the records of one mapping. `severity` changes the severity of codes. */
export function createRun(setup: {
  readonly mapping: { readonly id: string; readonly hash: string };
  readonly limits: Limits;
  readonly severity: Readonly<Record<string, Severity>>;
}): Run {
  const marks = createMarks();
  const mark = (node: XmlElement | XmlAttribute): void => {
    marks.mark(node);
    run.notes?.used(node);
  };
  const run: Run = {
    ...startState(),
    mapping: setup.mapping,
    limits: setup.limits,
    transform: {
      get lang() {
        return run.origin === undefined ? undefined : declaredLanguage(run.origin);
      },
      report: (code, message, severity = 'warn') => run.report(code, message, { severity }),
      confidence(level) {
        if (CONFIDENCE_ORDER.indexOf(level) > CONFIDENCE_ORDER.indexOf(run.level)) run.level = level;
      },
    },
    mark(node) {
      mark(node);
      run.trace?.marked(node);
    },
    isMarked: marks.has,
    consume: (node) => consume(run, node, mark),
    entering(index) {
      run.origin = run.origins[index] ?? run.origins[0];
    },
    unusable: (raw, why) => unusable(run, raw, why),
    missed: (table, key) => missed(run, table, key),
    found: (table, key) => run.coverage?.used(table, key),
    get stepped() {
      return run.trace?.stepped;
    },
    get regrouped() {
      return run.trace?.regrouped;
    },
    refuse: (code, message, value) => run.report(code, message, { value }),
    report: (code, message, options) => addIssue(run, setup.severity, { code, message, ...options }),
    start(record) {
      marks.clear();
      Object.assign(run, startState(), { record, root: record.root });
    },
  };
  return run;
}

function startState(): Pick<
  Run,
  | 'record'
  | 'root'
  | 'issues'
  | 'coverage'
  | 'trace'
  | 'rule'
  | 'origins'
  | 'origin'
  | 'onBad'
  | 'asking'
  | 'declined'
  | 'target'
  | 'batches'
  | 'notes'
  | 'depth'
  | 'level'
> {
  // prettier-ignore
  return {
    record: undefined as unknown as SourceRecord,
    root: undefined as unknown as XmlElement,
    issues: [],
    coverage: undefined,
    trace: undefined,
    rule: NO_RULE,
    origins: [],
    origin: undefined,
    onBad: undefined,
    asking: false,
    declined: 0,
    target: {},
    batches: undefined,
    notes: undefined,
    depth: 0,
    level: 'certain',
  };
}

/** One bit per element and attribute, by its place in the document. */
function createMarks(): {
  readonly mark: (node: XmlElement | XmlAttribute) => void;
  readonly has: (index: number) => boolean;
  readonly clear: () => void;
} {
  let bits = new Uint8Array(1024);
  let highest = -1;
  return {
    mark({ index }) {
      if (index >= bits.length) {
        const larger = new Uint8Array(Math.max(index + 1, bits.length * 2));
        larger.set(bits);
        bits = larger;
      }
      bits[index] = 1;
      if (index > highest) highest = index;
    },
    has: (index) => index < bits.length && bits[index] === 1,
    clear() {
      bits.fill(0, 0, highest + 1);
      highest = -1;
    },
  };
}

function consume(run: Run, node: InputNode, mark: (node: XmlElement | XmlAttribute) => void): string {
  let text: string;
  if (typeof node === 'string') text = node;
  else {
    mark(node);
    if (isElement(node)) {
      markInside(node, mark);
      text = textInside(node);
    } else text = node.value;
  }
  run.trace?.read(node, text);
  if (text.length <= run.limits.valueLength) return text;
  run.origin = node;
  const message = `a value of ${text.length} characters is over the limit of ${run.limits.valueLength} and is left out`;
  run.report('limit.value-length', message, { severity: 'error', value: text });
  return '';
}

function markInside(element: XmlElement, mark: (node: XmlElement) => void): void {
  const { children } = element;
  if (children.length === 0 || (children.length === 1 && typeof children[0] === 'string')) return;
  const open = [element];
  while (open.length > 0) {
    for (const child of open.pop()!.children) {
      if (typeof child === 'string') continue;
      mark(child);
      open.push(child);
    }
  }
}

function unusable(run: Run, raw: unknown, why: Bad | typeof NOT_MINE): unknown {
  if (why === NOT_MINE && run.asking) {
    run.declined += 1;
    return undefined;
  }
  const { onBad } = run;
  const code = onBad?.warn ?? (why === NOT_MINE ? 'value.unrecognised' : why.code);
  const message = why === NOT_MINE ? 'no step of the rule knows this value' : why.message;
  run.report(code, message, { value: raw });
  onBad?.divert?.(run, raw);
  return onBad?.keep?.(raw);
}

function missed(run: Run, table: Table, key: string): boolean {
  run.coverage?.missed(table.name, key, run.record.header.identifier);
  if (run.asking) return true;
  if (table.onMiss === 'warn') {
    run.report('table.miss', `the table "${table.name}" does not know this value`, { value: key });
  }
  return false;
}

function addIssue(
  run: Run,
  severities: Readonly<Record<string, Severity>>,
  issue: { readonly code: string; readonly message: string } & IssueOptions,
): void {
  const { issues, rule, origin } = run;
  run.notes?.reported();
  if (issues.length > MAX_ISSUES) return;
  if (issues.length === MAX_ISSUES) {
    issues.push({ code: 'limit.issues', severity: 'error', rule: rule.id, at: rule.at, message: `more than ${MAX_ISSUES} issues; the rest is not listed` }); // prettier-ignore
    return;
  }
  const value = issue.value === undefined ? originText(origin) : writtenOut(issue.value);
  issues.push({
    code: issue.code,
    severity: severities[issue.code] ?? issue.severity ?? 'warn',
    rule: rule.id,
    at: rule.at,
    ...(origin !== undefined && typeof origin !== 'string' && { inputPath: inputPath(origin, run.root) }),
    ...(value !== undefined && value !== '' && { value: value.slice(0, MAX_VALUE_IN_ISSUE) }),
    message: issue.message,
  });
}

function originText(origin: InputNode | undefined): string | undefined {
  if (origin === undefined || typeof origin === 'string') return origin;
  return isElement(origin) ? textInside(origin) : origin.value;
}

function writtenOut(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

/** The language declared for a node: `xml:lang` on it or on an ancestor, as written. */
export function declaredLanguage(origin: InputNode): string | undefined {
  if (typeof origin === 'string') return undefined;
  let element = isElement(origin) ? origin : undefined;
  while (element !== undefined) {
    for (const attribute of element.attributes) {
      if (attribute.name === 'lang' && attribute.namespace === XML_NAMESPACE) return attribute.value;
    }
    element = element.parent;
  }
  return undefined;
}
