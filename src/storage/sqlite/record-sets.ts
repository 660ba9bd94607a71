/** Which sets a record is in. A record of `a:b` is also in `a` (protocol §2.6), but its header says only `a:b`. */
import { ancestorsOf } from '../../model/set-spec.ts';
import type { Store } from './store.ts';

/** What the memberships of a record follow from. */
export interface Membership {
  readonly stamp: number;
  readonly set_list: number;
  readonly forms: number;
}

/** The number of a list of setSpecs (only inside a write). */
export function idOfSetList(store: Store, setSpecs: readonly string[]): number {
  return store.setLists.idOf(JSON.stringify(setSpecs));
}

export function setListOf(store: Store, id: number): string[] {
  return JSON.parse(store.setLists.textOf(id)) as string[];
}

/** The sets of a record and all sets above them; true for those that are only implied. */
export function withAncestors(setSpecs: readonly string[]): Map<string, boolean> {
  const sets = new Map<string, boolean>();
  for (const setSpec of setSpecs) for (const above of ancestorsOf(setSpec)) sets.set(above, true);
  for (const setSpec of setSpecs) sets.set(setSpec, false);
  return sets;
}

export function enterSets(store: Store, row: Membership): void {
  for (const [setSpec, implied] of withAncestors(setListOf(store, row.set_list))) {
    store.connection.run(
      'INSERT INTO record_sets (set_id, stamp, implied, forms) VALUES (?, ?, ?, ?)',
      store.sets.idOf(setSpec),
      row.stamp,
      implied ? 1 : 0,
      row.forms,
    );
  }
}

export function leaveSets(store: Store, row: Membership): void {
  for (const setSpec of withAncestors(setListOf(store, row.set_list)).keys()) {
    store.connection.run(
      'DELETE FROM record_sets WHERE set_id = ? AND stamp = ?',
      store.sets.idOf(setSpec),
      row.stamp,
    );
  }
}
