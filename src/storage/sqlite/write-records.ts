/** The frame of every write of records: intent, lock, datestamp, stamps, packs, counts. */
import { announceWrite, latest, removeIntent } from './horizon.ts';
import { openPackWriter, type PackWriter } from './packs.ts';
import { addToCounts, type RecordState } from './record-counts.ts';
import { findLastSecond, recordSecond } from './seconds.ts';
import type { Store } from './store.ts';

/** One write, while it goes on. */
export interface Write {
  readonly store: Store;
  /** Our datestamp of everything that changes in this write. */
  readonly datestamp: string;
  readonly nextStamp: () => number;
  readonly packs: PackWriter;
  /** Counts one record more (or less) in a state. */
  readonly count: (job: number, state: RecordState, forms: number, change: 1 | -1) => void;
}

/** Does `work` in one transaction, whose changes get the second `now`, or a later one if the store has one. */
export function writeRecords<Result>(store: Store, now: string, work: (write: Write) => Result): Result {
  const intent = announceWrite(store, now);
  try {
    return store.connection.write(() => {
      // Somebody who took this process for dead may have removed the intent: then nothing protects the write.
      if (!removeIntent(store, intent.id)) throw new IntentLost();
      return writeUnder(store, intent.since, work);
    });
  } catch (error) {
    if (error instanceof IntentLost) return writeRecords(store, now, work);
    forgetIntent(store, intent.id);
    throw error;
  }
}

class IntentLost extends Error {}

function writeUnder<Result>(store: Store, since: string, work: (write: Write) => Result): Result {
  const datestamp = latest(since, findLastSecond(store) ?? since);
  const counts = new Map<string, number>();
  const first = findLastStamp(store) + 1;
  let stamp = first - 1;
  const packs = openPackWriter(store);
  const result = work({
    store,
    datestamp,
    nextStamp: () => ++stamp,
    packs,
    count: (job, state, forms, change) => {
      const key = JSON.stringify([job, state, forms]);
      counts.set(key, (counts.get(key) ?? 0) + change);
    },
  });
  packs.finish();
  if (stamp >= first) recordSecond(store, datestamp, first);
  addToCounts(store, counts);
  return result;
}

/** The newest stamp. Rows only ever move to newer stamps, so the largest was never surpassed. */
function findLastStamp(store: Store): number {
  return store.connection.get<{ last: number | null }>('SELECT max(stamp) AS last FROM records')?.last ?? 0;
}

/** After a failed write. When even this fails, the next writer or the end of this process ends the intent. */
function forgetIntent(store: Store, id: number): void {
  try {
    removeIntent(store, id);
  } catch {
    // The first fault is the one to report.
  }
}
