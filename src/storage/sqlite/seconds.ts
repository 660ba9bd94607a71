/** From our datestamps to stamps: the two rise together, so a range of dates is a range of stamps. */
import type { RecordQuery } from '../../model/stored-record.ts';
import { lastSecondOf } from '../../model/datestamp.ts';
import type { Store } from './store.ts';

/** Stamps greater than `after`, up to and including `last`. */
export interface StampRange {
  readonly after: number;
  readonly last: number;
}

/** Turns a query's dates and position into stamps, by one look-up each. */
export function stampRangeOf(
  store: Store,
  query: Pick<RecordQuery, 'from' | 'until' | 'afterStamp'>,
): StampRange {
  const { from, until, afterStamp = 0 } = query;
  const before = from === undefined ? 0 : findFirstStamp(store, '>=', firstSecondOf(from)) - 1;
  const last = until === undefined ? NO_LIMIT : findFirstStamp(store, '>', lastSecondOf(until)) - 1;
  return { after: Math.max(afterStamp, before), last };
}

/** See `Storage.findEarliestDatestamp`: the first second ever written stays, whatever became of its records. */
export function findEarliestSecond(store: Store): string | undefined {
  return (
    store.connection.get<SecondRow>('SELECT min(datestamp) AS datestamp FROM seconds')?.datestamp ?? undefined
  );
}

export function findLastSecond(store: Store): string | undefined {
  return (
    store.connection.get<SecondRow>('SELECT max(datestamp) AS datestamp FROM seconds')?.datestamp ?? undefined
  );
}

/** Notes the first stamp of a second, unless the second has one. */
export function recordSecond(store: Store, datestamp: string, firstStamp: number): void {
  store.connection.run(
    'INSERT INTO seconds (datestamp, first_stamp) VALUES (?, ?) ON CONFLICT DO NOTHING',
    datestamp,
    firstStamp,
  );
}

interface SecondRow {
  readonly datestamp: string | null;
}

const NO_LIMIT = Number.MAX_SAFE_INTEGER;

/** The first stamp of the seconds that compare so; a stamp that will never be reached when there are none. */
function findFirstStamp(store: Store, comparison: '>=' | '>', datestamp: string): number {
  const sql = `SELECT first_stamp FROM seconds WHERE datestamp ${comparison} ? ORDER BY datestamp LIMIT 1`;
  return store.connection.get<{ first_stamp: number }>(sql, datestamp)?.first_stamp ?? NO_LIMIT;
}

function firstSecondOf(datestamp: string): string {
  return datestamp.length === 10 ? `${datestamp}T00:00:00Z` : datestamp;
}
