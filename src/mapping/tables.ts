/** Lookup tables: built once when mappings are loaded, frozen, and shared by every record. */
import { readYaml } from '../yaml/read-yaml.ts';
import { didYouMean, nearestWord } from '../yaml/did-you-mean.ts';
import { part, type Reporter, type Spot } from './load/spot.ts';
import type { TableSpec } from './load/mapping-file.ts';
import { readDelimited, type DelimitedRow } from './load/read-delimited.ts';
import { BUILTIN_TABLES, VOCABULARY_NAMES, vocabularyOf } from './vocab/index.ts';

export type TableValue = string | number | boolean;

export interface Table {
  readonly name: string;
  /** The value of a key, folded as the table says; `undefined` is a miss. */
  get(key: string): TableValue | undefined;
  readonly onMiss: OnMiss;
  readonly values: readonly TableValue[];
  /** Its keys, folded; none of a vocabulary that comes with Garner. */
  readonly entries: readonly string[];
  /** A key as the table folds it. */
  keyOf(key: string): string;
  /** The key that is written most like this one, folded as the table says, if there is one. */
  nearest(key: string): { readonly key: string; readonly value: TableValue } | undefined;
}

/** What becomes of a value that the table does not know. */
export type OnMiss = 'pass' | 'drop' | 'warn' | { readonly const: TableValue } | { readonly table: string };

export interface TableSources {
  readonly report: Reporter;
  /** The text of each file under `tables/`, by its path as mappings write it. */
  readonly files: ReadonlyMap<string, string>;
}

/** Binds the tables of one mapping, and offers every builtin table under its own name. */
export function bindTables(
  specs: ReadonlyMap<string, Spot<TableSpec>>,
  sources: TableSources,
): ReadonlyMap<string, Table> {
  const tables = new Map<string, Table>(builtinTables());
  for (const [name, spot] of specs) {
    const rows = rowsOf(spot, sources);
    checkVocabulary(spot, rows, sources.report);
    tables.set(name, tableOf(name, foldRows(spot, rows, sources.report), spot.value));
  }
  for (const spot of specs.values()) checkFallback(spot, tables, sources.report);
  return tables;
}

let builtin: ReadonlyMap<string, Table> | undefined;

/** The same for every mapping, so they are made once. */
function builtinTables(): ReadonlyMap<string, Table> {
  builtin ??= new Map(
    [...BUILTIN_TABLES].map(([name, entries]) => [
      name,
      tableOf(name, builtinRows(entries, 'casefold'), { key: 'casefold', onMiss: 'warn', builtin: name }),
    ]),
  );
  return builtin;
}

/** Folds a key: `casefold` ignores case and outer blanks; `fold` also accents and punctuation. */
function foldKey(key: string, how: TableSpec['key']): string {
  if (how === 'exact') return key;
  const lower = key.trim().toLowerCase();
  if (how === 'casefold') return lower;
  return lower
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[\p{P}\p{S}\s]+/gu, ' ')
    .trim();
}

function tableOf(
  name: string,
  rows: ReadonlyMap<string, TableValue>,
  spec: Pick<TableSpec, 'key' | 'onMiss' | 'builtin'>,
): Table {
  const { key: how } = spec;
  return {
    name,
    get: how === 'exact' ? (key) => rows.get(key) : (key) => rows.get(foldKey(key, how)),
    // An output calls it "omit": the element is left out.
    onMiss: spec.onMiss === 'omit' ? 'drop' : spec.onMiss,
    values: [...new Set(rows.values())],
    entries: spec.builtin === undefined ? [...rows.keys()] : [],
    keyOf: (key) => foldKey(key, how),
    nearest(key) {
      const near = nearestWord(foldKey(key, how), [...rows.keys()]);
      return near === undefined ? undefined : { key: near, value: rows.get(near)! };
    },
  };
}

interface Row {
  readonly key: string;
  readonly value: TableValue;
  readonly spot: Spot;
}

function rowsOf(spot: Spot<TableSpec>, sources: TableSources): readonly Row[] {
  const { inline, file, builtin } = spot.value;
  const given = [inline, file, builtin].filter((source) => source !== undefined).length;
  if (given !== 1) {
    sources.report.error(spot, 'table.source', 'a table has exactly one of "inline", "file" and "builtin"');
    return [];
  }
  if (inline !== undefined) {
    const at = part(spot, 'inline')!;
    return Object.entries(inline).map(([key, value]) => ({ key, value, spot: part(at, key)! }));
  }
  if (builtin !== undefined) return rowsOfBuiltin(part(spot, 'builtin')!, sources.report);
  return rowsOfFile(spot, part(spot, 'file')!, sources);
}

function rowsOfBuiltin(spot: Spot<string>, report: Reporter): readonly Row[] {
  const entries = BUILTIN_TABLES.get(spot.value);
  if (entries === undefined) {
    const hint = didYouMean(spot.value, [...BUILTIN_TABLES.keys()]);
    report.error(spot, 'table.unknown', `no builtin table "${spot.value}"${hint}`);
    return [];
  }
  return [...entries].map(([key, value]) => ({ key, value, spot }));
}

function rowsOfFile(spot: Spot<TableSpec>, at: Spot<string>, sources: TableSources): readonly Row[] {
  const text = sources.files.get(at.value);
  if (text === undefined) {
    const hint = didYouMean(at.value, [...sources.files.keys()]);
    sources.report.error(at, 'table.file', `no file "${at.value}" among the mappings${hint}`);
    return [];
  }
  return IS_YAML.test(at.value) ? rowsOfYaml(text, at, sources) : rowsOfCells(text, { spot, at, sources });
}

const IS_YAML = /\.ya?ml$/;

/** A table in YAML is a map from keys to values. */
function rowsOfYaml(text: string, at: Spot<string>, { report }: TableSources): readonly Row[] {
  const { yaml, issues } = readYaml(text, at.value);
  report.issues.push(...issues);
  if (issues.length > 0) return [];
  const entries = Object.entries(typeof yaml.value === 'object' ? (yaml.value ?? {}) : {});
  const plain = entries.filter(([, value]) => typeof value !== 'object');
  if (plain.length === 0 || plain.length < entries.length) {
    report.error(
      at,
      'table.file',
      `"${at.value}" is not what a table in YAML is: keys, each with one plain value`,
    );
  }
  return plain.map(([key, value]) => ({ key, value: value as TableValue, spot: at }));
}

interface TableFile {
  readonly spot: Spot<TableSpec>;
  readonly at: Spot<string>;
  readonly sources: TableSources;
}

function rowsOfCells(text: string, { spot, at, sources }: TableFile): readonly Row[] {
  const { rows, openQuote } = readDelimited(text, at.value.endsWith('.tsv') ? '\t' : ',');
  if (openQuote !== undefined) {
    const message = `a quote in line ${openQuote} of "${at.value}" is never closed: what follows would be one cell`;
    sources.report.error(at, 'table.file', message);
    return [];
  }
  if (rows.length === 0) sources.report.error(at, 'table.file', `"${at.value}" is empty: its first line names the columns`); // prettier-ignore
  const [header, ...entries] = rows;
  const columns = header?.cells ?? [];
  const keyColumn = columnOf(columns, part(spot, 'column'), 0, sources.report);
  const valueColumn = columnOf(columns, part(spot, 'value'), 1, sources.report);
  if (keyColumn < 0 || valueColumn < 0) return [];
  const keyed = entries.filter(({ cells }) => (cells[keyColumn] ?? '') !== '');
  const short = keyed.filter(({ cells }) => cells[valueColumn] === undefined);
  for (const row of short) reportShort(row, { at, sources, column: columns[valueColumn] });
  return keyed
    .filter((row) => !short.includes(row))
    .map(({ cells }) => ({ key: cells[keyColumn]!, value: cells[valueColumn]!, spot: at }));
}

/** A row that ends before the column of values; an empty value is a cell too. */
function reportShort(
  { cells, line }: DelimitedRow,
  { at, sources, column }: Omit<TableFile, 'spot'> & { readonly column: string | undefined },
): void {
  const named = column === undefined ? 'of values' : `"${column}"`;
  const message = `${at.value}:${line}: the row "${cells.join(' ')}" has no cell in the column ${named}; for an empty value leave the cell empty, but keep its separator`;
  sources.report.error(at, 'table.file', message);
}

function columnOf(
  header: readonly string[],
  named: Spot<string> | undefined,
  otherwise: number,
  report: Reporter,
): number {
  if (named === undefined) return otherwise;
  const column = header.indexOf(named.value);
  if (column < 0) {
    report.error(named, 'table.column', `no column "${named.value}"${didYouMean(named.value, header)}`);
  }
  return column;
}

function builtinRows(entries: ReadonlyMap<string, string>, how: TableSpec['key']): Map<string, TableValue> {
  return new Map([...entries].map(([key, value]) => [foldKey(key, how), value]));
}

function foldRows(spot: Spot<TableSpec>, rows: readonly Row[], report: Reporter): Map<string, TableValue> {
  const folded = new Map<string, TableValue>();
  for (const row of rows) {
    const key = foldKey(row.key, spot.value.key);
    const known = folded.get(key);
    if (known !== undefined && known !== row.value && spot.value.builtin === undefined) {
      report.error(
        row.spot,
        'table.duplicate',
        `the key "${row.key}" stands for both "${String(known)}" and "${String(row.value)}"`,
      );
    } else {
      folded.set(key, row.value);
    }
  }
  return folded;
}

function checkVocabulary(spot: Spot<TableSpec>, rows: readonly Row[], report: Reporter): void {
  const at = part(spot, 'check');
  if (at === undefined) return;
  const vocabulary = vocabularyOf(at.value);
  if (vocabulary === undefined) {
    const hint = didYouMean(at.value, VOCABULARY_NAMES);
    report.error(at, 'vocabulary.unknown', `no vocabulary "${at.value}"${hint}`);
    return;
  }
  for (const row of rows) {
    const value = String(row.value);
    if (vocabulary.has(value)) continue;
    const hint = didYouMean(value, [...vocabulary]);
    report.error(row.spot, 'table.value', `"${value}" is not in the vocabulary "${at.value}"${hint}`);
  }
}

function checkFallback(spot: Spot<TableSpec>, tables: ReadonlyMap<string, Table>, report: Reporter): void {
  const visited = new Set<string>();
  let { onMiss } = spot.value;
  while (typeof onMiss === 'object' && 'table' in onMiss) {
    const next = tables.get(onMiss.table);
    const at = part(spot, 'onMiss')!;
    if (next === undefined) {
      const hint = didYouMean(onMiss.table, [...tables.keys()]);
      return report.error(at, 'table.unknown', `no table "${onMiss.table}"${hint}`);
    }
    if (visited.has(onMiss.table)) {
      return report.error(at, 'table.cycle', `the tables after "${onMiss.table}" lead back to it`);
    }
    visited.add(onMiss.table);
    onMiss = next.onMiss;
  }
}
