/** A coverage report: as an object for machines, and in words and tables. */
import type { Fate, PathFates, TableUse } from '../mapping/coverage-details.ts';
import type { UnmappedPath } from '../mapping/coverage.ts';
import { suggestMisses, type SuggestedMiss } from '../mapping/misses.ts';
import type { Survey } from './survey.ts';
import { shorten, table } from './table.ts';
import { plain } from './terminal.ts';

/** What `--json` prints of a mapping. Shares are per cent, with two decimals. */
export interface CoverageSummary {
  readonly mapping: string;
  /** Records mapped; those that were not are counted under `notMapped`. */
  readonly records: number;
  readonly notMapped: Readonly<Record<string, number>>;
  /** Over the elements and attributes that say something. */
  readonly values: Shares;
  readonly unmapped: readonly (UnmappedPath & { readonly recordShare: number })[];
  readonly paths: readonly (Shares & { readonly path: string })[];
  readonly rulesNeverFired: readonly string[];
  /** `rule/case`. */
  readonly routeCasesNeverFired: readonly string[];
  readonly branchesNeverTaken: readonly { readonly at: string; readonly when: string }[];
  readonly tables: readonly TableUse[];
  readonly misses: readonly SuggestedMiss[];
}

export interface Shares extends Readonly<Record<Fate, number>> {
  readonly occurrences: number;
  readonly mappedShare: number;
  readonly ignoredShare: number;
  readonly unmappedShare: number;
}

/** Sums a survey up. */
export function summaryOf({ mapping, coverage, notMapped }: Survey): CoverageSummary {
  const report = coverage.report();
  const { total, paths, branchesNeverTaken, tables } = report.details!;
  return {
    mapping: mapping.id,
    records: report.records,
    notMapped: Object.fromEntries(notMapped),
    values: sharesOf(total),
    unmapped: report.unmapped.map((one) => ({ ...one, recordShare: percent(one.records, report.records) })),
    paths: paths.map(({ path, ...fates }: PathFates) => ({ path, ...sharesOf(fates) })),
    rulesNeverFired: report.neverFired.filter((id) => !id.includes('/')),
    routeCasesNeverFired: report.neverFired.filter((id) => id.includes('/')),
    branchesNeverTaken,
    tables,
    misses: suggestMisses(report, mapping),
  };
}

/** The report of one mapping in words. */
export function coverageLines(summary: CoverageSummary): string[] {
  const { values } = summary;
  return [
    headOf(summary),
    `  ${plural(values.occurrences, 'value')}: ${values.mappedShare} % mapped, ${values.ignoredShare} % ignored, ${values.unmappedShare} % unmapped`,
    ...section('Unmapped: no rule reads it, and "ignore" does not name it', unmappedRows(summary)),
    ...section('Mapped or ignored only here and there', partialRows(summary)),
    ...listed('Rules that made nothing', summary.rulesNeverFired),
    ...listed('Route cases that took nothing', summary.routeCasesNeverFired),
    ...listed('Branches of "case" never taken', summary.branchesNeverTaken.map(({ at, when }) => `${at} (${shorten(when, 80)})`)), // prettier-ignore
    ...listed('Table entries never used', summary.tables.flatMap(unusedEntries)),
    ...section('Values that tables do not know', missRows(summary)),
  ];
}

const MAX_ROWS = 50;
const MAX_KEYS = 20;

function headOf({ mapping, records, notMapped }: CoverageSummary): string {
  const absent = Object.entries(notMapped).map(([kind, count]) => `${count} ${kind}`);
  const more = absent.length === 0 ? '' : `; not mapped: ${absent.join(', ')}`;
  return `${mapping}: ${plural(records, 'record')} mapped${more}`;
}

function unmappedRows({ unmapped }: CoverageSummary): Rows {
  return {
    head: ['PATH', 'OCCURRENCES', 'RECORDS', '% OF RECORDS', 'SAMPLES'],
    rows: unmapped.map(({ path, occurrences, records, recordShare, samples }) => [
      path,
      occurrences,
      records,
      recordShare,
      samples.map((sample) => shorten(sample, 40)).join(' | '),
    ]),
  };
}

/** Paths of which some occurrences are unmapped and others not: a condition leaves them out. */
function partialRows({ paths }: CoverageSummary): Rows {
  const partial = paths.filter(({ occurrences, unmapped }) => unmapped > 0 && unmapped < occurrences);
  return {
    head: ['PATH', 'OCCURRENCES', '% MAPPED', '% IGNORED', '% UNMAPPED'],
    rows: partial.map((one) => [one.path, one.occurrences, one.mappedShare, one.ignoredShare, one.unmappedShare]), // prettier-ignore
  };
}

function missRows({ misses }: CoverageSummary): Rows {
  return {
    head: ['TABLE', 'VALUE', 'COUNT', 'FIRST RECORD', 'NEAREST KEY'],
    rows: misses.map(({ table: name, key, count, identifier, suggestion }) => [
      name,
      shorten(key, 40),
      count,
      identifier,
      suggestion === undefined ? '' : `${suggestion.key} → ${String(suggestion.value)}`,
    ]),
  };
}

interface Rows {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

function section(title: string, { head, rows }: Rows): string[] {
  if (rows.length === 0) return [];
  const shown = table(head, rows.slice(0, MAX_ROWS)).split('\n');
  return [`  ${title}:`, ...shown.map((line) => `    ${line}`), ...rest(rows.length)];
}

function listed(title: string, items: readonly string[]): string[] {
  if (items.length === 0) return [];
  return [
    `  ${title}:`,
    ...items.slice(0, MAX_ROWS).map((item) => `    ${plain(item)}`),
    ...rest(items.length),
  ];
}

function rest(length: number): string[] {
  return length > MAX_ROWS ? [`    … and ${length - MAX_ROWS} more; --json lists all`] : [];
}

function unusedEntries({ table: name, entries, neverUsed }: TableUse): string[] {
  if (neverUsed.length === 0) return [];
  const keys = neverUsed.slice(0, MAX_KEYS).map((key) => JSON.stringify(key));
  const more = neverUsed.length > MAX_KEYS ? ', …' : '';
  return [`${name}: ${neverUsed.length} of ${entries}: ${keys.join(', ')}${more}`];
}

function sharesOf({ mapped, ignored, unmapped }: Readonly<Record<Fate, number>>): Shares {
  const occurrences = mapped + ignored + unmapped;
  return {
    occurrences,
    mapped,
    ignored,
    unmapped,
    mappedShare: percent(mapped, occurrences),
    ignoredShare: percent(ignored, occurrences),
    unmappedShare: percent(unmapped, occurrences),
  };
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 100;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
