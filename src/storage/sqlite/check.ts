/** A full check of the store: SQLite's own, then what must be true of ours. Reads everything once. */
import { HEADER, prefixesOf } from './forms.ts';
import { addressOf, readValues } from './packs.ts';
import type { RecordRow } from './record-rows.ts';
import { setListOf, withAncestors } from './record-sets.ts';
import { CANONICAL_PART, metadataPart, RAW_PART } from './record-values.ts';
import type { Store } from './store.ts';

const PAGE = 1000;

/** Problems in words; empty when all is well. */
export function checkStore(store: Store): string[] {
  const file = checkFile(store);
  if (file.length > 0) return file;
  return store.connection.read(() => [
    ...checkPacks(store),
    ...checkCounts(store),
    ...checkRecords(store),
    ...checkHeld(store),
    ...checkMemberships(store),
  ]);
}

function checkFile(store: Store): string[] {
  const integrity = store.connection.pragma('integrity_check') as { integrity_check: string }[];
  const foreign = store.connection.pragma('foreign_key_check') as {
    table: string;
    rowid: number;
    parent: string;
  }[];
  return [
    ...integrity.map((row) => row.integrity_check).filter((text) => text !== 'ok'),
    ...foreign.map(
      ({ table, rowid, parent }) => `${table} ${rowid}: points to a row of ${parent} that is not there`,
    ),
  ];
}

function checkPacks(store: Store): string[] {
  return store.connection
    .all<{ id: number; live: number; found: number }>(
      `SELECT p.id, p.live, coalesce(o.found, 0) AS found FROM packs p LEFT JOIN (
         SELECT pack, count(*) AS found FROM (
           SELECT pack FROM records WHERE pack IS NOT NULL UNION ALL SELECT pack FROM held) GROUP BY pack
       ) o ON o.pack = p.id WHERE p.live <> coalesce(o.found, 0)`,
    )
    .map(({ id, live, found }) => `pack ${id}: ${live} slots are counted as living, ${found} are used`);
}

function checkCounts(store: Store): string[] {
  return store.connection
    .all<{ job: number; state: string; counted: number; found: number }>(
      `SELECT job, state, sum(counted) AS counted, sum(found) AS found FROM (
         SELECT job, state, forms, records AS counted, 0 AS found FROM record_counts
         UNION ALL SELECT job, iif(deleted, 'deleted', 'active'), forms, 0, 1 FROM records
         UNION ALL SELECT job, state, ${HEADER}, 0, 1 FROM held
       ) GROUP BY job, state, forms HAVING sum(counted) <> sum(found)`,
    )
    .map(
      ({ job, state, counted, found }) =>
        `${store.jobs.textOf(job)}: ${counted} records are counted as ${state}, ${found} are there`,
    );
}

function checkRecords(store: Store): string[] {
  const problems: string[] = [];
  let last: { readonly stamp: number; readonly datestamp: string } = { stamp: 0, datestamp: '' };
  for (;;) {
    const rows = store.connection.all<RecordRow>('SELECT * FROM records WHERE stamp > ? ORDER BY stamp LIMIT ?', last.stamp, PAGE); // prettier-ignore
    for (const row of rows) {
      if (row.datestamp < last.datestamp)
        problems.push(`${nameOf(store, row)}: its datestamp is out of order`);
      problems.push(...checkValues(store, row), ...checkSetsOf(store, row));
      last = row;
    }
    if (rows.length < PAGE) return problems;
  }
}

/** An active record has its raw form, its canonical record and each form that its row promises. */
function checkValues(store: Store, row: RecordRow): string[] {
  const address = addressOf(row);
  if (row.deleted === 1 && !address) return [];
  const values = address && readValues(store, address);
  const parts = [CANONICAL_PART, ...prefixesOf(store, row.forms).map(metadataPart)];
  return [RAW_PART, ...(row.deleted === 1 ? [] : parts)]
    .filter((part) => !values?.has(part))
    .map((part) => `${nameOf(store, row)}: its ${part} is missing`);
}

function checkSetsOf(store: Store, row: RecordRow): string[] {
  return [...withAncestors(setListOf(store, row.set_list)).keys()]
    .filter((setSpec) => !isMember(store, setSpec, row))
    .map((setSpec) => `${nameOf(store, row)}: it is missing in the list of set ${setSpec}`);
}

function isMember(store: Store, setSpec: string, { stamp, forms }: RecordRow): boolean {
  const set = store.sets.find(setSpec);
  const sql = 'SELECT 1 FROM record_sets WHERE set_id = ? AND stamp = ? AND forms = ?';
  return set !== undefined && store.connection.get(sql, set, stamp, forms) !== undefined;
}

function checkHeld(store: Store): string[] {
  const problems: string[] = [];
  let last = 0;
  for (;;) {
    const rows = store.connection.all<{
      id: number;
      job: number;
      identifier: string;
      pack: number;
      slot: number;
    }>('SELECT id, job, identifier, pack, slot FROM held WHERE id > ? ORDER BY id LIMIT ?', last, PAGE);
    for (const row of rows) {
      if (!readValues(store, row).has(RAW_PART))
        problems.push(`${nameOf(store, row)}: the raw form held is missing`);
      last = row.id;
    }
    if (rows.length < PAGE) return problems;
  }
}

/** Memberships of records that are not, or no longer, there. */
function checkMemberships(store: Store): string[] {
  return store.connection
    .all<{ set_id: number; stamp: number }>(
      `SELECT s.set_id, s.stamp FROM record_sets s LEFT JOIN records r ON r.stamp = s.stamp
       WHERE r.stamp IS NULL LIMIT ?`,
      PAGE,
    )
    .map(
      ({ set_id, stamp }) => `set ${store.sets.textOf(set_id)}: it lists stamp ${stamp}, which no record has`,
    );
}

function nameOf(store: Store, row: { readonly job: number; readonly identifier: string }): string {
  return `${store.jobs.textOf(row.job)}/${row.identifier}`;
}
