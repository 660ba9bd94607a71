/** How many records each job has in each state and with each combination of forms, kept up to date by writes. */
import type { HeldState } from '../../model/stored-record.ts';
import type { JobRecordCounts } from '../storage.ts';
import type { Store } from './store.ts';

export type RecordState = 'active' | 'deleted' | HeldState;

interface JobCountRow {
  readonly name: string;
  readonly state: RecordState;
  readonly records: number;
}

/** See `Storage.countByJob`. */
export function countByJob(store: Store): JobRecordCounts[] {
  const rows = store.connection.all<JobCountRow>(
    `SELECT j.name, c.state, sum(c.records) AS records FROM record_counts c JOIN jobs j ON j.id = c.job
     GROUP BY j.name, c.state HAVING sum(c.records) > 0 ORDER BY j.name`,
  );
  const jobs = new Map<string, JobRecordCounts>();
  for (const { name, state, records } of rows) {
    jobs.set(name, { ...(jobs.get(name) ?? noRecords(name)), [state]: records });
  }
  return [...jobs.values()];
}

/** How many records are listed (active or deleted) under a form, in one job or in all. */
export function countListed(store: Store, forms: number, job: number | undefined): number {
  const row = store.connection.get<{ records: number }>(
    `SELECT coalesce(sum(records), 0) AS records FROM record_counts
     WHERE state IN ('active', 'deleted') AND (forms & ?) <> 0 AND (? IS NULL OR job = ?)`,
    forms,
    job ?? null,
    job ?? null,
  );
  return row?.records ?? 0;
}

/** Adds the changes of a write, by JSON of job, state and forms. */
export function addToCounts(store: Store, changes: ReadonlyMap<string, number>): void {
  for (const [key, change] of changes) {
    if (change === 0) continue;
    const [job, state, forms] = JSON.parse(key) as [number, RecordState, number];
    store.connection.run(
      `INSERT INTO record_counts (job, state, forms, records) VALUES (?, ?, ?, ?)
       ON CONFLICT (job, state, forms) DO UPDATE SET records = records + excluded.records`,
      job,
      state,
      forms,
      change,
    );
  }
}

function noRecords(job: string): JobRecordCounts {
  return { job, active: 0, deleted: 0, quarantined: 0, rejected: 0, skipped: 0 };
}
