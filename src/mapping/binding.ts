/**
 * What binding needs of its surroundings. Steps, conditions and tables are bound by the same code in both
 * directions: `Context` is what a path is read from, an input scope or a canonical one.
 */
import type { Reporter, Spot } from './load/spot.ts';
import type { StepsSpec, TableSpec } from './load/mapping-file.ts';
import type { Table } from './tables.ts';

/** A compiled path. Always a list, in document order. */
export interface Path<Context> {
  readonly text: string;
  /** What the path selects: elements, attributes, strings, or canonical values. */
  nodes(context: Context): readonly unknown[];
  /** The same as values for steps: a node gives its untouched text, blank text is left out. */
  values(context: Context): readonly unknown[];
}

/** The names a file may use, and where it says something wrong. */
export interface Binding<Context> {
  readonly report: Reporter;
  /** Compiles a path; reports what is wrong with it and answers an empty path then. */
  path(spot: Spot<string>): Path<Context>;
  readonly tables: ReadonlyMap<string, Table>;
  readonly pipes: ReadonlyMap<string, Spot<StepsSpec>>;
  readonly vars: ReadonlyMap<string, Spot>;
  /** Notes that a name was used, so that unused ones can be reported. */
  used(kind: NameKind, name: string): void;
  /** Notes that values are looked up in a table, whose use can be counted then. */
  lookedUp?(table: string): void;
  /** What conditions ask a context apart from paths. */
  readonly facts: Facts<Context>;
}

export type NameKind = 'table' | 'pipe' | 'var' | 'block';

export interface Facts<Context> {
  /** The place among all that `each` finds, from 0. */
  index(context: Context): number;
  /** The MARC tag of the context node. */
  tag(context: Context): string | undefined;
  sourceId(context: Context): string | undefined;
  sets(context: Context): readonly string[];
  /** What the repository runs, as its job says. */
  software(context: Context): string | undefined;
}

/** What `common.yaml` and `tables/` give to every file, output files included. */
export interface SharedParts {
  readonly pipes: ReadonlyMap<string, Spot<StepsSpec>>;
  readonly vars: ReadonlyMap<string, Spot>;
  readonly tables: ReadonlyMap<string, Spot<TableSpec>>;
  /** The text of each file under `tables/`, by its path as mappings write it: `tables/types-cee.csv`. */
  readonly tableFiles: ReadonlyMap<string, string>;
  used(kind: NameKind, name: string): void;
}
