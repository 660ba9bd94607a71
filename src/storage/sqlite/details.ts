/** Everything that is kept of a record. */
import type { RecordKey } from '../../model/identifier.ts';
import type { DetailQuery, RecordDetail } from '../storage.ts';
import { findHeldRow, issuesOf, type HeldRow } from './held.ts';
import { addressOf, readValues } from './packs.ts';
import { findRecordRow, type RecordRow } from './record-rows.ts';
import { setListOf } from './record-sets.ts';
import { belongsTo, fromParts } from './record-values.ts';
import { selectRecords, type Condition } from './select-records.ts';
import type { Store } from './store.ts';

/**
 * See `Storage.findDetail`. Of a record with a held version the state, the raw form, its hashes and the issues
 * are that version's; what is served beside it (stamp, sets, canonical record, forms) is the older one's.
 */
export function findDetail(store: Store, key: RecordKey): RecordDetail | undefined {
  return store.connection.read(() => {
    const job = store.jobs.find(key.job);
    if (job === undefined) return undefined;
    const row = findRecordRow(store, job, key.identifier);
    const held = findHeldRow(store, job, key.identifier);
    const served = row && servedDetail(store, row);
    return held ? heldDetail(store, held, served) : served;
  });
}

/** See `Storage.listDetails`: the served versions; with `mappingHashNot` only of records that are not deleted. */
export function listDetails(store: Store, query: DetailQuery): RecordDetail[] {
  return store.connection.read(() => {
    const condition = query.mappingHashNot && otherMappings(store, query.mappingHashNot);
    return selectRecords<RecordRow>(store, query, { columns: 'r.*', ...(condition && { condition }) }).map(
      (row) => servedDetail(store, row, query.parts),
    );
  });
}

function otherMappings(store: Store, hashes: readonly string[]): Condition {
  const ids = hashes.map((hash) => store.mappingHashes.find(hash)).filter((id) => id !== undefined);
  return {
    sql: 'r.deleted = 0 AND r.mapping NOT IN (SELECT value FROM json_each(?))',
    values: [JSON.stringify(ids)],
  };
}

function servedDetail(store: Store, row: RecordRow, wanted?: DetailQuery['parts']): RecordDetail {
  const address = addressOf(row);
  return {
    key: { job: store.jobs.textOf(row.job), identifier: row.identifier },
    state: row.deleted === 1 ? 'deleted' : 'active',
    originDatestamp: row.origin_datestamp,
    originSets: setListOf(store, row.origin_set_list),
    datestamp: row.datestamp,
    stamp: row.stamp,
    sets: setListOf(store, row.set_list),
    harvestedAt: row.harvested_at,
    ...(row.raw_hash !== null && { rawHash: row.raw_hash }),
    ...(row.mapping !== null && { mappingHash: store.mappingHashes.textOf(row.mapping) }),
    ...(address && fromParts(readValues(store, address, wanted && ((part) => belongsTo(part, wanted))))),
    issues: [],
  };
}

function heldDetail(store: Store, held: HeldRow, served: RecordDetail | undefined): RecordDetail {
  const { raw } = fromParts(readValues(store, held));
  return {
    ...(served ? asServed(served) : { sets: [] }),
    key: { job: store.jobs.textOf(held.job), identifier: held.identifier },
    state: held.state,
    originDatestamp: held.origin_datestamp,
    originSets: setListOf(store, held.origin_set_list),
    harvestedAt: held.held_at,
    rawHash: held.raw_hash,
    ...(held.mapping !== null && { mappingHash: store.mappingHashes.textOf(held.mapping) }),
    ...(raw && { raw }),
    issues: issuesOf(held),
  };
}

/** What harvesters see of a record while a newer version of it is held. */
function asServed({ datestamp, stamp, sets, canonical, rendered }: RecordDetail) {
  return {
    ...(datestamp !== undefined && { datestamp }),
    ...(stamp !== undefined && { stamp }),
    sets,
    ...(canonical && { canonical }),
    ...(rendered && { rendered }),
  };
}
