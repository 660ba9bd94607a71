/** Sets and their names. */
import type { StoredSet } from '../storage.ts';
import type { Store } from './store.ts';
import { withAncestors } from './record-sets.ts';

/** See `Storage.declareSet`; the sets above it come into being too. */
export function declareSet(store: Store, { setSpec, setName }: StoredSet): void {
  store.connection.write(() => {
    for (const spec of withAncestors([setSpec]).keys()) store.sets.idOf(spec);
    store.connection.run('UPDATE sets SET set_name = ? WHERE set_spec = ?', setName, setSpec);
  });
}

/** See `Storage.listSets`. A set that nobody named is called by its setSpec. */
export function listSets(
  store: Store,
  page: { readonly after?: string; readonly limit: number },
): StoredSet[] {
  return store.connection.all<StoredSet>(
    `SELECT set_spec AS setSpec, coalesce(set_name, set_spec) AS setName FROM sets WHERE set_spec > ?
     ORDER BY set_spec LIMIT ?`,
    page.after ?? '',
    page.limit,
  );
}
