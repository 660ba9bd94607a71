/** Coverage in full: what became of every path, the branches of `case` never taken, the entries of tables never used. */
import type { BoundInputMapping, CaseBranch } from './bind/bind-input.ts';
import type { Table } from './tables.ts';

/** What became of an element or attribute that says something. */
export type Fate = 'mapped' | 'ignored' | 'unmapped';

export interface CoverageDetails {
  /** Over all paths. */
  readonly total: Readonly<Record<Fate, number>>;
  /** Every path that occurs, most frequent first. */
  readonly paths: readonly PathFates[];
  readonly branchesNeverTaken: readonly CaseBranch[];
  /** The tables that rules look values up in, except vocabularies that come with Garner. */
  readonly tables: readonly TableUse[];
}

export interface PathFates extends Readonly<Record<Fate, number>> {
  readonly path: string;
}

export interface TableUse {
  readonly table: string;
  readonly entries: number;
  /** Keys, folded as the table folds them, that no value of any record had. */
  readonly neverUsed: readonly string[];
}

export interface Details {
  count(path: string, fate: Fate): void;
  took(branch: string): void;
  used(table: Table, key: string): void;
  report(): CoverageDetails;
}

// A hostile source could invent names without end.
const MAX_PATHS = 10_000;

export function createDetails(mapping: BoundInputMapping): Details {
  const { branches, tables } = mapping;
  const paths = new Map<string, Record<Fate, number>>();
  const total = { mapped: 0, ignored: 0, unmapped: 0 };
  const taken = new Set<string>();
  const used = new Map<string, Set<string>>();
  const lookedUp = withFallbacks(mapping);
  for (const name of lookedUp) used.set(name, new Set());
  return {
    count(path, fate) {
      total[fate] += 1;
      let fates = paths.get(path);
      if (fates === undefined) {
        if (paths.size >= MAX_PATHS) return;
        paths.set(path, (fates = { mapped: 0, ignored: 0, unmapped: 0 }));
      }
      fates[fate] += 1;
    },
    took: (branch) => void taken.add(branch),
    used: (table, key) => void used.get(table.name)?.add(table.keyOf(key)),
    report: () => ({
      total: { ...total },
      paths: [...paths].map(([path, fates]) => ({ path, ...fates })).sort(byOccurrences),
      branchesNeverTaken: branches.filter(({ at }) => !taken.has(at)),
      tables: [...used].flatMap(([name, keys]) => useOf(tables.get(name)!, keys)),
    }),
  };
}

/** The tables that values are looked up in, with those that take what they do not know. */
function withFallbacks({ lookups, tables }: BoundInputMapping): ReadonlySet<string> {
  const names = new Set<string>();
  const open = [...lookups];
  while (open.length > 0) {
    const name = open.pop()!;
    const onMiss = tables.get(name)?.onMiss;
    if (names.has(name) || onMiss === undefined) continue;
    names.add(name);
    if (typeof onMiss === 'object' && 'table' in onMiss) open.push(onMiss.table);
  }
  return names;
}

function useOf({ name, entries }: Table, used: ReadonlySet<string>): TableUse[] {
  if (entries.length === 0) return [];
  return [{ table: name, entries: entries.length, neverUsed: entries.filter((key) => !used.has(key)) }];
}

function byOccurrences(left: PathFates, right: PathFates): number {
  return occurrencesOf(right) - occurrencesOf(left) || (left.path < right.path ? -1 : 1);
}

function occurrencesOf({ mapped, ignored, unmapped }: PathFates): number {
  return mapped + ignored + unmapped;
}
