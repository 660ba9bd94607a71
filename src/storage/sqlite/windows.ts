/** The ledger of windows (D7). A window's attempt counts from its first page, or from its end without one. */
import { addCounts, NO_RECORDS, type HarvestWindow, type RecordCounts, type WindowKind, type WindowState } from '../../model/harvest.ts'; // prettier-ignore
import type { HarvestedPage, NewWindow } from '../storage.ts';
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
    store.connection.run(REOPEN, runId, windowId);
    if (restart) store.connection.run(REWIND, JSON.stringify(NO_RECORDS), windowId);
    return getWindow(store, windowId);
  });
}

const REOPEN = `UPDATE windows SET run = ?, state = 'running', attempts = attempts + 1, last_error = NULL WHERE id = ?`;
const REWIND = `UPDATE windows SET resumption_token = NULL, repository_time = NULL, expected = NULL, pages = 0,
  counts = ? WHERE id = ?`;

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

/** Notes where the window of a page stands after it. */
export function saveProgress(store: Store, page: HarvestedPage, counts: RecordCounts): HarvestWindow {
  const { resumptionToken, repositoryTime, expected } = page.progress;
  const window = getWindow(store, page.windowId);
  store.connection.run(
    `UPDATE windows SET attempts = attempts + (state = 'pending'), state = 'running', resumption_token = ?,
       repository_time = coalesce(?, repository_time), expected = coalesce(?, expected), pages = pages + 1, counts = ?
     WHERE id = ?`,
    resumptionToken ?? null,
    repositoryTime ?? null,
    expected ?? null,
    JSON.stringify(addCounts(window.counts, counts)),
    window.id,
  );
  return window;
}

function getWindow(store: Store, id: number): HarvestWindow {
  const row = store.connection.get<WindowRow>('SELECT * FROM windows WHERE id = ?', id);
  if (!row) throw new Error(`${store.connection.file}: there is no window ${id}`);
  return toWindow(row);
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
    counts: JSON.parse(row.counts) as RecordCounts,
    ...(row.last_error !== null && { lastError: row.last_error }),
  };
}
