/** Records as they are served. */
import type { RecordKey } from '../../model/identifier.ts';
import type { RecordQuery, StoredRecord } from '../../model/stored-record.ts';
import { addressOf, readValue } from './packs.ts';
import type { RecordRow } from './record-rows.ts';
import { setListOf } from './record-sets.ts';
import { ABOUT_PART, metadataPart, servedAbout } from './record-values.ts';
import { selectRecords } from './select-records.ts';
import type { Store } from './store.ts';

type ListedRow = Pick<
  RecordRow,
  'stamp' | 'job' | 'identifier' | 'datestamp' | 'deleted' | 'set_list' | 'pack' | 'slot'
>;

const COLUMNS = 'r.stamp, r.job, r.identifier, r.datestamp, r.deleted, r.set_list, r.pack, r.slot';

/** See `Storage.listRecords`. */
export function listRecords(store: Store, query: RecordQuery): StoredRecord[] {
  return store.connection.read(() =>
    selectRecords<ListedRow>(store, query, { columns: COLUMNS }).map((row) =>
      toStoredRecord(store, row, query.metadataPrefix),
    ),
  );
}

/** See `Storage.findRecord`. An active record that lacks the form is given without `metadata`. */
export function findRecord(
  store: Store,
  key: RecordKey,
  metadataPrefix: string | undefined,
): StoredRecord | undefined {
  return store.connection.read(() => {
    const job = store.jobs.find(key.job);
    if (job === undefined) return undefined;
    const row = store.connection.get<ListedRow>(
      `SELECT ${COLUMNS} FROM records r WHERE r.job = ? AND r.identifier = ?`,
      job,
      key.identifier,
    );
    return row && toStoredRecord(store, row, metadataPrefix);
  });
}

function toStoredRecord(store: Store, row: ListedRow, metadataPrefix: string | undefined): StoredRecord {
  const header = {
    job: store.jobs.textOf(row.job),
    identifier: row.identifier,
    datestamp: row.datestamp,
    stamp: row.stamp,
    deleted: row.deleted === 1,
    sets: setListOf(store, row.set_list),
  };
  const address = addressOf(row);
  if (metadataPrefix === undefined || row.deleted === 1 || !address) return header;
  const metadata = readValue(store, address, metadataPart(metadataPrefix));
  const about = readValue(store, address, ABOUT_PART);
  return {
    ...header,
    ...(metadata && { metadata }),
    ...(metadata && about && { about: servedAbout(about) }),
  };
}
