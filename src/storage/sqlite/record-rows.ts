/** The rows of served records, and what follows from them: memberships and counts. */
import type { Store } from './store.ts';
import { enterSets, leaveSets } from './record-sets.ts';
import type { Write } from './write-records.ts';

/** A row of `records`. */
export interface RecordRow {
  readonly stamp: number;
  readonly job: number;
  readonly identifier: string;
  readonly deleted: 0 | 1;
  readonly datestamp: string;
  readonly set_list: number;
  readonly forms: number;
  readonly origin_datestamp: string;
  readonly origin_set_list: number;
  readonly harvested_at: string;
  readonly raw_hash: string | null;
  readonly mapping: number | null;
  readonly dissemination_hash: string | null;
  readonly pack: number | null;
  readonly slot: number | null;
}

export function findRecordRow(store: Store, job: number, identifier: string): RecordRow | undefined {
  return store.connection.get<RecordRow>(
    'SELECT * FROM records WHERE job = ? AND identifier = ?',
    job,
    identifier,
  );
}

/** Puts a record, new or changed, at the end of all lists: the next stamp, and the datestamp of this write. */
export function publishRecord(
  write: Write,
  before: RecordRow | undefined,
  record: Omit<RecordRow, 'stamp' | 'datestamp'>,
): void {
  if (before) removeRecord(write, before);
  const row: RecordRow = { ...record, stamp: write.nextStamp(), datestamp: write.datestamp };
  write.store.connection.run(
    `INSERT INTO records (stamp, job, identifier, deleted, datestamp, set_list, forms, origin_datestamp,
       origin_set_list, harvested_at, raw_hash, mapping, dissemination_hash, pack, slot)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    row.stamp,
    row.job,
    row.identifier,
    row.deleted,
    row.datestamp,
    row.set_list,
    row.forms,
    row.origin_datestamp,
    row.origin_set_list,
    row.harvested_at,
    row.raw_hash,
    row.mapping,
    row.dissemination_hash,
    row.pack,
    row.slot,
  );
  enterSets(write.store, row);
  write.count(row.job, row.deleted ? 'deleted' : 'active', row.forms, 1);
}

/** Updates what does not show in a dissemination; the record keeps its stamp. */
export function updateRecord(
  write: Write,
  stamp: number,
  values: Pick<RecordRow, 'harvested_at' | 'raw_hash' | 'mapping' | 'pack' | 'slot'>,
): void {
  write.store.connection.run(
    'UPDATE records SET harvested_at = ?, raw_hash = ?, mapping = ?, pack = ?, slot = ? WHERE stamp = ?',
    values.harvested_at,
    values.raw_hash,
    values.mapping,
    values.pack,
    values.slot,
    stamp,
  );
}

/** Updates what the origin says of a record beside its metadata. */
export function updateOrigin(
  write: Write,
  row: RecordRow,
  origin: Pick<RecordRow, 'origin_datestamp' | 'origin_set_list'>,
): void {
  if (row.origin_datestamp === origin.origin_datestamp && row.origin_set_list === origin.origin_set_list)
    return;
  write.store.connection.run(
    'UPDATE records SET origin_datestamp = ?, origin_set_list = ? WHERE stamp = ?',
    origin.origin_datestamp,
    origin.origin_set_list,
    row.stamp,
  );
}

function removeRecord(write: Write, row: RecordRow): void {
  leaveSets(write.store, row);
  write.store.connection.run('DELETE FROM records WHERE stamp = ?', row.stamp);
  write.count(row.job, row.deleted ? 'deleted' : 'active', row.forms, -1);
}
