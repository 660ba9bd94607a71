/**
 * The horizon (D4): the second up to which all changes are visible, whatever other processes write meanwhile.
 *
 * A writer first commits an intent, `since` = its clock, and only then opens the transaction that writes, which
 * gives datestamps not before `since` and removes the intent. So at any moment each change that is not yet
 * visible has an intent that is, and its datestamp is not before that intent.
 */
import { addSeconds } from '../../model/datestamp.ts';
import { HOST, mayBeAlive } from './process-alive.ts';
import type { Store } from './store.ts';

/** The intent of a process of another machine, whose end cannot be seen, counts for so long. */
const FOREIGN_SECONDS = 600;

interface IntentRow {
  readonly id: number;
  readonly host: string;
  readonly pid: number;
  readonly since: string;
}

export interface Intent {
  readonly id: number;
  readonly since: string;
}

/** See `Storage.findHorizon`. */
export function findHorizon(store: Store, now: string): string {
  const horizon = listIntents(store)
    .filter((intent) => isLive(intent, now))
    .reduce((earliest, { since }) => (since < earliest ? since : earliest), now);
  if (horizon > store.clock.horizon) store.clock.horizon = horizon;
  return horizon;
}

/** Tells all readers that a write is coming; removes intents whose writers died. */
export function announceWrite(store: Store, now: string): Intent {
  return store.connection.write(() => {
    for (const intent of listIntents(store)) if (!isLive(intent, now)) removeIntent(store, intent.id);
    // The clock is read under the lock: however long the wait was, no reader has been told a later second.
    const since = latest(now, store.clock.now?.() ?? now, store.clock.horizon);
    const { id } = store.connection.run(
      'INSERT INTO write_intents (host, pid, since) VALUES (?, ?, ?)',
      HOST,
      process.pid,
      since,
    );
    return { id, since };
  });
}

/** Ends an intent; false when it was no longer there. */
export function removeIntent(store: Store, id: number): boolean {
  return store.connection.run('DELETE FROM write_intents WHERE id = ?', id).changes > 0;
}

/**
 * Removes intents that carry this process's number, from before it opened the store: a container that starts again
 * has the same number as the process that died in it.
 */
export function removeOldIntents(store: Store): void {
  const mine = listIntents(store).filter(({ host, pid }) => host === HOST && pid === process.pid);
  if (mine.length === 0) return;
  store.connection.write(() => mine.forEach(({ id }) => removeIntent(store, id)));
}

export function latest(...datestamps: readonly string[]): string {
  return datestamps.reduce((left, right) => (left > right ? left : right));
}

function listIntents(store: Store): IntentRow[] {
  return store.connection.all<IntentRow>('SELECT id, host, pid, since FROM write_intents');
}

function isLive({ host, pid, since }: IntentRow, now: string): boolean {
  return host === HOST ? mayBeAlive(host, pid) : since >= addSeconds(now, -FOREIGN_SECONDS);
}
