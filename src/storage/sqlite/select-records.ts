/** Selecting records: each query is one walk along one index, in stamp order, from where it left off. */
import type { RecordQuery } from '../../model/stored-record.ts';
import type { Connection, SqlValue } from './connection.ts';
import { listedForms } from './forms.ts';
import { countListed } from './record-counts.ts';
import { stampRangeOf, type StampRange } from './seconds.ts';
import type { Store } from './store.ts';

/** One more condition on `r`, the row of `records`. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

/** The rows of a page: these columns of `r`. */
export function selectRecords<Row>(
  store: Store,
  query: RecordQuery,
  { columns, condition }: { readonly columns: string; readonly condition?: Condition },
): Row[] {
  const selection = select(store, query);
  if (!selection) return [];
  const { source, conditions, values, order } = selection;
  const where = [...conditions, ...(condition ? [condition.sql] : [])].join(' AND ');
  return store.connection.all<Row>(
    `SELECT ${columns} FROM ${source} WHERE ${where} ORDER BY ${order} LIMIT ?`,
    ...values,
    ...(condition?.values ?? []),
    query.limit,
  );
}

/** See `Storage.countRecords`. */
export function countRecords(store: Store, query: Omit<RecordQuery, 'limit' | 'afterStamp'>): number {
  return store.connection.read(() => {
    const range = stampRangeOf(store, query);
    if (query.set !== undefined) return countSelected(store.connection, select(store, query));
    const job = query.job === undefined ? undefined : store.jobs.find(query.job);
    if (query.job !== undefined && job === undefined) return 0;
    const forms = listedForms(store, query.metadataPrefix);
    // The total is known; a list that starts at the beginning lacks only what changed after its `until`.
    if (range.after <= 0)
      return countListed(store, forms, job) - countInJobs(store, { after: range.last, last: Number.MAX_SAFE_INTEGER }, forms, job); // prettier-ignore
    return countInJobs(store, range, forms, job);
  });
}

interface Selection {
  readonly source: string;
  readonly conditions: readonly string[];
  readonly values: readonly SqlValue[];
  readonly order: string;
}

/** `undefined` when the query names a job or set that has no record. */
function select(store: Store, query: Omit<RecordQuery, 'limit'>): Selection | undefined {
  const set = query.set === undefined ? undefined : store.sets.find(query.set);
  const job = query.job === undefined ? undefined : store.jobs.find(query.job);
  if (query.set !== undefined && set === undefined) return undefined;
  if (query.job !== undefined && job === undefined) return undefined;
  const forms = listedForms(store, query.metadataPrefix);
  const range = stampRangeOf(store, query);
  return set === undefined ? fromRecords(range, forms, job) : fromSet(range, forms, { set, job });
}

function fromRecords({ after, last }: StampRange, forms: number, job: number | undefined): Selection {
  const conditions = ['r.stamp > ?', 'r.stamp <= ?', '(r.forms & ?) <> 0'];
  if (job === undefined)
    return { source: 'records r', conditions, values: [after, last, forms], order: 'r.stamp' };
  return {
    source: 'records r INDEXED BY records_by_job',
    conditions: ['r.job = ?', ...conditions],
    values: [job, after, last, forms],
    order: 'r.stamp',
  };
}

function fromSet(
  { after, last }: StampRange,
  forms: number,
  { set, job }: { readonly set: number; readonly job: number | undefined },
): Selection {
  return {
    // CROSS JOIN: SQLite keeps this order, which is the one without sorting.
    source: 'record_sets s CROSS JOIN records r ON r.stamp = s.stamp',
    conditions: ['s.set_id = ?', 's.stamp > ?', 's.stamp <= ?', '(s.forms & ?) <> 0', ...(job === undefined ? [] : ['r.job = ?'])], // prettier-ignore
    values: [set, after, last, forms, ...(job === undefined ? [] : [job])],
    order: 's.stamp',
  };
}

function countSelected(connection: Connection, selection: Selection | undefined): number {
  if (!selection) return 0;
  const { conditions, values } = selection;
  const needsRecords = conditions.some((condition) => condition.startsWith('r.'));
  const source = needsRecords ? selection.source : 'record_sets s';
  const sql = `SELECT count(*) AS records FROM ${source} WHERE ${conditions.join(' AND ')}`;
  return connection.get<{ records: number }>(sql, ...values)?.records ?? 0;
}

/** Counts within the index by job alone, which is narrow, instead of along the wide rows. */
function countInJobs(store: Store, range: StampRange, forms: number, job: number | undefined): number {
  const jobs =
    job === undefined ? store.connection.all<{ id: number }>('SELECT id FROM jobs') : [{ id: job }];
  const sql = `SELECT count(*) AS records FROM records r INDEXED BY records_by_job
    WHERE r.job = ? AND r.stamp > ? AND r.stamp <= ? AND (r.forms & ?) <> 0`;
  return jobs
    .map(
      ({ id }) =>
        store.connection.get<{ records: number }>(sql, id, range.after, range.last, forms)?.records ?? 0,
    )
    .reduce((sum, records) => sum + records, 0);
}
