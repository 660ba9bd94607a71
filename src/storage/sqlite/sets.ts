/** Sets and their names. */
import { ancestorsOf } from '../../model/set-spec.ts';
import type { StoredSet } from '../storage.ts';
import type { Store } from './store.ts';

/** See `Storage.declareSet`; the sets above it come into being too, under their setSpecs until they are named. */
export function declareSet(store: Store, { setSpec, setName }: StoredSet): void {
  store.connection.write(() => {
    for (const above of ancestorsOf(setSpec))
      store.connection.run('UPDATE sets SET set_name = coalesce(set_name, set_spec) WHERE id = ?', store.sets.idOf(above)); // prettier-ignore
    store.connection.run('UPDATE sets SET set_name = ? WHERE id = ?', setName, store.sets.idOf(setSpec));
  });
}

/**
 * See `Storage.listSets`. A set that nobody named is called by its setSpec, and vanishes with its last record: its row
 * stays, because other processes may have its number in mind.
 */
export function listSets(
  store: Store,
  page: { readonly after?: string; readonly limit: number },
): StoredSet[] {
  return store.connection.all<StoredSet>(
    `SELECT set_spec AS setSpec, coalesce(set_name, set_spec) AS setName FROM sets WHERE set_spec > ?
       AND (set_name IS NOT NULL OR EXISTS (SELECT 1 FROM record_sets WHERE set_id = sets.id))
     ORDER BY set_spec LIMIT ?`,
    page.after ?? '',
    page.limit,
  );
}
