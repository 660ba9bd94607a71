/** Executions of jobs. */
import { addCounts, NO_RECORDS, type Outcome, type RecordCounts, type Run, type WindowKind } from '../../model/harvest.ts'; // prettier-ignore
import type { RunEnd } from '../storage.ts';
import type { Store } from './store.ts';

interface RunRow {
  readonly id: number;
  readonly job: string;
  readonly kind: WindowKind;
  readonly started_at: string;
  readonly finished_at: string | null;
  readonly outcome: Outcome | null;
  readonly counts: string;
  readonly requests: number;
  readonly bytes: number;
  readonly retries: number;
  readonly errors: string;
}

export function startRun(store: Store, run: Pick<Run, 'job' | 'kind' | 'startedAt'>): Run {
  return store.connection.write(() => {
    const { id } = store.connection.run(
      'INSERT INTO runs (job, kind, started_at, counts) VALUES (?, ?, ?, ?)',
      run.job,
      run.kind,
      run.startedAt,
      JSON.stringify(NO_RECORDS),
    );
    return getRun(store, id);
  });
}

export function finishRun(store: Store, runId: number, end: RunEnd): Run {
  return store.connection.write(() => {
    store.connection.run(
      `UPDATE runs SET finished_at = ?, outcome = ?, requests = ?, bytes = ?, retries = ?, errors = ? WHERE id = ?`,
      end.finishedAt,
      end.outcome,
      end.requests,
      end.bytes,
      end.retries,
      JSON.stringify(end.errors),
      runId,
    );
    return getRun(store, runId);
  });
}

/** The newest first. */
export function listRuns(
  store: Store,
  { job, limit }: { readonly job?: string; readonly limit: number },
): Run[] {
  const rows =
    job === undefined
      ? store.connection.all<RunRow>('SELECT * FROM runs ORDER BY id DESC LIMIT ?', limit)
      : store.connection.all<RunRow>('SELECT * FROM runs WHERE job = ? ORDER BY id DESC LIMIT ?', job, limit);
  return rows.map(toRun);
}

/** Adds counts to a run. */
export function addRunCounts(store: Store, runId: number, counts: RecordCounts): void {
  const sum = addCounts(getRun(store, runId).counts, counts);
  store.connection.run('UPDATE runs SET counts = ? WHERE id = ?', JSON.stringify(sum), runId);
}

function getRun(store: Store, id: number): Run {
  const row = store.connection.get<RunRow>('SELECT * FROM runs WHERE id = ?', id);
  if (!row) throw new Error(`${store.connection.file}: there is no run ${id}`);
  return toRun(row);
}

function toRun(row: RunRow): Run {
  return {
    id: row.id,
    job: row.job,
    kind: row.kind,
    startedAt: row.started_at,
    ...(row.finished_at !== null && { finishedAt: row.finished_at }),
    ...(row.outcome !== null && { outcome: row.outcome }),
    counts: countsFrom(row.counts),
    requests: row.requests,
    bytes: row.bytes,
    retries: row.retries,
    errors: JSON.parse(row.errors) as string[],
  };
}

/** Counts as they stand in a row; what was not yet counted when it was written is 0. */
export function countsFrom(json: string): RecordCounts {
  return { ...NO_RECORDS, ...(JSON.parse(json) as Partial<RecordCounts>) };
}
