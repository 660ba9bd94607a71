/** The ledger of windows (D7). A window's attempt counts from its first page, or from its end without one. */
import { addCounts, NO_RECORDS, subtractCounts, type HarvestWindow, type RecordCounts, type WindowKind, type WindowState } from '../../model/harvest.ts'; // prettier-ignore
import type { HarvestedPage, NewWindow } from '../storage.ts';
import { addRunCounts, countsFrom } from './runs.ts';
import type { Store } from './store.ts';

interface WindowRow {
  readonly id: number;
  readonly job: string;
  readonly run: number;
  readonly kind: WindowKind;
  readonly metadata_prefix: string;
  readonly set_spec: string | null;
  readonly from_datestamp: string | null;
  readonly until_datestamp: string | null;
  readonly state: WindowState;
  readonly attempts: number;
  readonly resumption_token: string | null;
  readonly repository_time: string | null;
  readonly expected: number | null;
  readonly pages: number;
  readonly counts: string;
  readonly checkpoint_counts: string;
  readonly counts_before_run: string;
  readonly stored_before: string;
  readonly last_error: string | null;
}

export function addWindow(store: Store, window: NewWindow): HarvestWindow {
  return store.connection.write(() => {
    const { id } = store.connection.run(
      `INSERT INTO windows (job, run, kind, metadata_prefix, set_spec, from_datestamp, until_datestamp, state, counts)
       VALUES (?, ?, ?, ?, ?, ?, ?, 'pending', ?)`,
      window.job,
      window.runId,
      window.kind,
      window.metadataPrefix,
      window.set ?? null,
      window.from ?? null,
      window.until ?? null,
      JSON.stringify(NO_RECORDS),
    );
    return getWindow(store, id);
  });
}

/** See `Storage.reopenWindow`. */
export function reopenWindow(
  store: Store,
  windowId: number,
  { runId, restart }: { readonly runId: number; readonly restart: boolean },
): HarvestWindow {
  return store.connection.write(() => {
    const row = getRow(store, windowId);
    const counts = countsFrom(row.counts);
    const kept = restart ? NO_RECORDS : countsFrom(row.checkpoint_counts);
    const before = addCounts(countsFrom(row.stored_before), subtractCounts(counts, kept));
    if (row.run === runId) {
      const others = restart ? countsFrom(row.counts_before_run) : kept;
      addRunCounts(store, runId, subtractCounts(others, counts));
    }
    const beforeRun = row.run === runId && !restart ? row.counts_before_run : JSON.stringify(kept);
    const point = JSON.stringify(kept);
    store.connection.run(REOPEN, runId, point, point, beforeRun, JSON.stringify(before), windowId);
    if (restart) store.connection.run(REWIND, windowId);
    return getWindow(store, windowId);
  });
}

const REOPEN = `UPDATE windows SET run = ?, state = 'running', attempts = attempts + 1, last_error = NULL,
  counts = ?, checkpoint_counts = ?, counts_before_run = ?, stored_before = ? WHERE id = ?`;
const REWIND = `UPDATE windows SET resumption_token = NULL, repository_time = NULL, expected = NULL, pages = 0
  WHERE id = ?`;

export function finishWindow(
  store: Store,
  windowId: number,
  end: { readonly state: WindowState; readonly error?: string },
): HarvestWindow {
  return store.connection.write(() => {
    store.connection.run(
      `UPDATE windows SET attempts = attempts + (state = 'pending'), state = ?, last_error = ?,
         resumption_token = iif(? = 'complete', NULL, resumption_token) WHERE id = ?`,
      end.state,
      end.error ?? null,
      end.state,
      windowId,
    );
    return getWindow(store, windowId);
  });
}

/** See `Storage.listOpenWindows`. */
export function listOpenWindows(store: Store, job: string | undefined): HarvestWindow[] {
  const order = `ORDER BY state = 'failed' DESC, id`;
  const rows =
    job === undefined
      ? store.connection.all<WindowRow>(`SELECT * FROM windows WHERE state <> 'complete' ${order}`)
      : store.connection.all<WindowRow>(
          `SELECT * FROM windows WHERE state <> 'complete' AND job = ? ${order}`,
          job,
        );
  return rows.map(toWindow);
}

/** See `Storage.findLastComplete`. */
export function findLastComplete(
  store: Store,
  job: string,
  set: string | undefined,
): HarvestWindow | undefined {
  const row = store.connection.get<WindowRow>(
    `SELECT * FROM windows WHERE state = 'complete' AND job = ? AND set_spec IS ? AND kind IN ('incremental', 'full')
     ORDER BY id DESC LIMIT 1`,
    job,
    set ?? null,
  );
  return row && toWindow(row);
}

/**
 * Counts the records of a page in its window and, where the page is saved whole, notes where the window stands after
 * it. Gives the window's run, and the page's counts with what the window had stored before counted as it was then.
 */
export function saveProgress(
  store: Store,
  page: HarvestedPage,
  saved: RecordCounts,
): { readonly runId: number; readonly counts: RecordCounts } {
  const row = getRow(store, page.windowId);
  const { counts, before } = recount(saved, countsFrom(row.stored_before));
  const sum = JSON.stringify(addCounts(countsFrom(row.counts), counts));
  store.connection.run(COUNT, sum, JSON.stringify(before), row.id);
  if (page.progress !== undefined) {
    const { resumptionToken, repositoryTime, expected } = page.progress;
    store.connection.run(
      CHECKPOINT,
      resumptionToken ?? null,
      repositoryTime ?? null,
      expected ?? null,
      row.id,
    );
  }
  return { runId: row.run, counts };
}

const COUNT = `UPDATE windows SET attempts = attempts + (state = 'pending'), state = 'running', counts = ?,
  stored_before = ? WHERE id = ?`;
const CHECKPOINT = `UPDATE windows SET resumption_token = ?, repository_time = coalesce(?, repository_time),
  expected = coalesce(?, expected), pages = pages + 1, checkpoint_counts = counts WHERE id = ?`;

/** What a record can count as when the store changes; met again, it is unchanged. */
const STORED = ['new', 'changed', 'deleted'] as const;

function recount(
  saved: RecordCounts,
  stored: RecordCounts,
): { readonly counts: RecordCounts; readonly before: RecordCounts } {
  const counts = { ...saved };
  const before = { ...stored };
  for (const kind of STORED) {
    const again = Math.min(before[kind], counts.unchanged);
    counts[kind] += again;
    counts.unchanged -= again;
    before[kind] -= again;
  }
  return { counts, before };
}

function getWindow(store: Store, id: number): HarvestWindow {
  return toWindow(getRow(store, id));
}

function getRow(store: Store, id: number): WindowRow {
  const row = store.connection.get<WindowRow>('SELECT * FROM windows WHERE id = ?', id);
  if (!row) throw new Error(`${store.connection.file}: there is no window ${id}`);
  return row;
}

function toWindow(row: WindowRow): HarvestWindow {
  return {
    id: row.id,
    job: row.job,
    runId: row.run,
    kind: row.kind,
    metadataPrefix: row.metadata_prefix,
    ...(row.set_spec !== null && { set: row.set_spec }),
    ...(row.from_datestamp !== null && { from: row.from_datestamp }),
    ...(row.until_datestamp !== null && { until: row.until_datestamp }),
    state: row.state,
    attempts: row.attempts,
    ...(row.resumption_token !== null && { resumptionToken: row.resumption_token }),
    ...(row.repository_time !== null && { repositoryTime: row.repository_time }),
    ...(row.expected !== null && { expected: row.expected }),
    pages: row.pages,
    counts: countsFrom(row.counts),
    ...(row.last_error !== null && { lastError: row.last_error }),
  };
}
