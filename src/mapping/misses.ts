/** The values that tables do not know, with what each may have meant: the work list of whoever keeps the tables. */
import type { BoundInputMapping } from './bind/bind-input.ts';
import type { CoverageReport, TableMiss } from './coverage.ts';
import type { InputMapping } from './mapping.ts';
import type { TableValue } from './tables.ts';

export interface SuggestedMiss extends TableMiss {
  /** The key of the table that is written most like it, and what that stands for; absent when none is near. */
  readonly suggestion?: { readonly key: string; readonly value: TableValue };
}

// Comparing every value with every key takes its time, and nobody reads on to the thousandth line.
const MAX_SUGGESTED = 1000;
const MAX_LENGTH = 80;
/** One code of one or two characters is as near to any other. */
const MIN_LENGTH = 3;

/** The misses of a coverage report, most frequent first, the first thousand with suggestions by edit distance. */
export function suggestMisses(
  { misses }: Pick<CoverageReport, 'misses'>,
  mapping: InputMapping,
): readonly SuggestedMiss[] {
  const { tables } = mapping as BoundInputMapping;
  return misses.map((miss, i) => {
    const { length } = miss.key;
    if (i >= MAX_SUGGESTED || length > MAX_LENGTH || length < MIN_LENGTH) return miss;
    const suggestion = tables.get(miss.table)?.nearest(miss.key);
    return suggestion === undefined ? miss : { ...miss, suggestion };
  });
}

/**
 * The same as CSV (RFC 4180), with a line that names the columns. A cell that a spreadsheet would run as a formula
 * begins with an apostrophe: the values come from strangers.
 */
export function missesAsCsv(misses: readonly SuggestedMiss[]): string {
  const rows = misses.map(({ table, key, count, identifier, suggestion }) => [
    table,
    key,
    String(count),
    identifier,
    suggestion?.key ?? '',
    suggestion === undefined ? '' : String(suggestion.value),
  ]);
  return [COLUMNS, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

const COLUMNS = ['table', 'value', 'count', 'first record', 'nearest key', 'its value'] as const;

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
