/** What a mapping does not read, and what in it never fires: over many records. */
import type { XmlElement } from '../xml/element.ts';
import type { BoundInputMapping } from './bind/bind-input.ts';
import { createDetails, type CoverageDetails } from './coverage-details.ts';
import type { InputMapping } from './mapping.ts';
import { marcNodeName } from './paths/marc-record.ts';
import type { Table } from './tables.ts';

export interface Coverage {
  /** Counts a record: which of its nodes no path used. Called by `mapRecord`. */
  record(root: XmlElement, isMarked: (index: number) => boolean): void;
  /** Counts that a rule or a route case made something. */
  fired(id: string): void;
  /** Counts that a branch of a `case` was taken; named by its place in the file. */
  took(branch: string): void;
  /** Counts that a table knew a key. */
  used(table: Table, key: string): void;
  /** Counts a key that a table does not know. */
  missed(table: string, key: string, identifier: string): void;
  report(): CoverageReport;
}

/** What `mapRecord` tells while it works. */
export type CoverageSink = Omit<Coverage, 'report'>;

export interface CoverageReport {
  readonly records: number;
  /** Elements and attributes that no rule used and `ignore` does not name, most frequent first. */
  readonly unmapped: readonly UnmappedPath[];
  /** Rules (`title`) and route cases (`identifier/doi`) that never made anything. */
  readonly neverFired: readonly string[];
  readonly misses: readonly TableMiss[];
  /** Present when asked for. */
  readonly details?: CoverageDetails;
}

export interface CoverageOptions {
  /** Also counts what is mapped and ignored, branches taken and entries used: each node's path is written out then. */
  readonly detailed?: boolean;
}

export interface UnmappedPath {
  /** Names from the root down: `/dc/title`, `/dc/title/@lang`. Of MARC, tags and codes: `245$a`, `245@ind1`. */
  readonly path: string;
  readonly occurrences: number;
  readonly records: number;
  /** At most three values. */
  readonly samples: readonly string[];
}

export interface TableMiss {
  readonly table: string;
  readonly key: string;
  readonly count: number;
  /** The first record that had it. */
  readonly identifier: string;
}

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
const MAX_SAMPLES = 3;
const MAX_SAMPLE_LENGTH = 200;
const MAX_STEPS = 50;
// A hostile source could invent names and values without end.
const MAX_PATHS = 10_000;
const MAX_MISSES = 10_000;

/** Coverage of one mapping, to be given to each `mapRecord`. */
export function createCoverage(mapping: InputMapping, options: CoverageOptions = {}): Coverage {
  const { ruleIds, ignoredBy, format } = mapping as BoundInputMapping;
  const details = options.detailed === true ? createDetails(mapping as BoundInputMapping) : undefined;
  const named = format === 'marcxml' ? marcNodeName : xmlNodeName;
  const unmapped = new Map<string, Counted>();
  const fired = new Set<string>();
  const misses = new Map<string, { table: string; key: string; count: number; identifier: string }>();
  let records = 0;
  return {
    record(root, isMarked) {
      records += 1;
      const ignored = ignoredBy(root);
      walk(root, ({ index }, text, path) => {
        const fate = isMarked(index) ? 'mapped' : ignored.has(index) ? 'ignored' : 'unmapped';
        if ((fate !== 'unmapped' && details === undefined) || text.trim() === '') return;
        const name = path(named);
        if (name === undefined) return;
        details?.count(name, fate);
        if (fate === 'unmapped') count(unmapped, name, { text, record: records });
      });
    },
    fired(id) {
      fired.add(id);
    },
    took: (branch) => details?.took(branch),
    used: (table, key) => details?.used(table, key),
    missed(table, key, identifier) {
      const name = `${table}\u0000${key}`;
      const known = misses.get(name);
      if (known !== undefined) known.count += 1;
      else if (misses.size < MAX_MISSES) misses.set(name, { table, key, count: 1, identifier });
    },
    report: () => ({
      records,
      unmapped: [...unmapped]
        .map(([path, { occurrences, records: inRecords, samples }]) => ({
          path,
          occurrences,
          records: inRecords,
          samples,
        })) // prettier-ignore
        .sort((left, right) => right.occurrences - left.occurrences || (left.path < right.path ? -1 : 1)),
      neverFired: ruleIds.filter((id) => !fired.has(id)),
      misses: [...misses.values()].sort((left, right) => right.count - left.count),
      ...(details !== undefined && { details: details.report() }),
    }),
  };
}

interface Counted {
  occurrences: number;
  records: number;
  lastRecord: number;
  readonly samples: string[];
}

function count(
  unmapped: Map<string, Counted>,
  path: string,
  seen: { readonly text: string; readonly record: number },
): void {
  let counted = unmapped.get(path);
  if (counted === undefined) {
    if (unmapped.size >= MAX_PATHS) return;
    counted = { occurrences: 0, records: 0, lastRecord: 0, samples: [] };
    unmapped.set(path, counted);
  }
  counted.occurrences += 1;
  if (counted.lastRecord !== seen.record) counted.records += 1;
  counted.lastRecord = seen.record;
  const sample = seen.text.trim().slice(0, MAX_SAMPLE_LENGTH);
  if (counted.samples.length < MAX_SAMPLES && !counted.samples.includes(sample)) counted.samples.push(sample);
}

/** Names an element, or an attribute of it; `undefined` for what says nothing itself. */
type NodeName = (element: XmlElement, attribute: string | undefined, root: XmlElement) => string | undefined;

type Visit = (
  node: { readonly index: number },
  text: string,
  path: (name: NodeName) => string | undefined,
) => void;

/** Visits every element with its own text, and every attribute with its value, in document order. */
function walk(root: XmlElement, visit: Visit): void {
  const open: XmlElement[] = [root];
  while (open.length > 0) {
    const element = open.pop()!;
    const { children, attributes } = element;
    let text = '';
    for (let i = children.length - 1; i >= 0; i -= 1) {
      const child = children[i]!;
      if (typeof child === 'string') text = child + text;
      else open.push(child);
    }
    visit(element, text, (name) => name(element, undefined, root));
    for (const attribute of attributes) {
      if (attribute.namespace === XSI) continue;
      visit(attribute, attribute.value, (name) => name(element, attribute.name, root));
    }
  }
}

function xmlNodeName(element: XmlElement, attribute: string | undefined, root: XmlElement): string {
  const path = pathTo(element, root);
  return attribute === undefined ? path : `${path}/@${attribute}`;
}

function pathTo(element: XmlElement, root: XmlElement): string {
  const names = [element.name];
  let outer = element;
  while (outer !== root && outer.parent !== undefined && names.length < MAX_STEPS) {
    outer = outer.parent;
    names.push(outer.name);
  }
  return `/${names.reverse().join('/')}`;
}
