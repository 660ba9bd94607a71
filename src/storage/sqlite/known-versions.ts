import type { KnownVersion } from '../../model/stored-record.ts';
import { setListOf } from './record-sets.ts';
import type { Store } from './store.ts';

interface KnownRow {
  readonly raw_hash: string | null;
  readonly mapping: number | null;
  readonly deleted: 0 | 1;
  readonly origin_set_list: number;
}

/**
 * See `Storage.findKnownVersions`. Of a record with a held version that version is told: it is the last one
 * received, and when it comes again unchanged it need not be mapped again. A tombstone of a record never
 * received, and a held version that no mapping could read, have the empty text as their hashes.
 */
export function findKnownVersions(
  store: Store,
  job: string,
  identifiers: readonly string[],
  wanted = { originSets: false },
): Map<string, KnownVersion> {
  const known = new Map<string, KnownVersion>();
  const id = store.jobs.find(job);
  if (id === undefined) return known;
  return store.connection.read(() => {
    for (const identifier of identifiers) {
      const held = store.connection.get<KnownRow>(SELECT_HELD, id, identifier);
      const row = held ?? store.connection.get<KnownRow>(SELECT_RECORD, id, identifier);
      if (!row) continue;
      const version = toKnownVersion(store, row, held !== undefined);
      const withSets = () => ({ ...version, originSets: setListOf(store, row.origin_set_list) });
      known.set(identifier, wanted.originSets ? withSets() : version);
    }
    return known;
  });
}

const SELECT_HELD =
  'SELECT raw_hash, mapping, 0 AS deleted, origin_set_list FROM held WHERE job = ? AND identifier = ?';
const SELECT_RECORD =
  'SELECT raw_hash, mapping, deleted, origin_set_list FROM records WHERE job = ? AND identifier = ?';

function toKnownVersion(store: Store, row: KnownRow, held: boolean): KnownVersion {
  return {
    rawHash: row.raw_hash ?? '',
    mappingHash: row.mapping === null ? '' : store.mappingHashes.textOf(row.mapping),
    deleted: row.deleted === 1,
    held,
  };
}
