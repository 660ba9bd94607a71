import type { HarvestWindow, Run } from '../../model/harvest.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { checkStoredJob } from '../names.ts';
import { withLedger } from '../open.ts';
import { shorten, table, type Cell } from '../table.ts';
import { json, type CommonOptions, type Terminal } from '../terminal.ts';

/** `garner runs`: past runs, newest first. */
export async function listRuns(
  [job]: string[],
  options: CommonOptions & { limit: number },
  terminal: Terminal,
): Promise<ExitCode> {
  const { limit } = options;
  const runs = await withLedger(options, terminal, async (app) => {
    await checkStoredJob(app, job);
    return app.storage.listRuns({ limit, ...(job !== undefined && { job }) });
  });
  if (options.json === true) terminal.out(json(runs));
  else terminal.out(runs.length === 0 ? 'No runs yet.' : table(RUN_HEAD, runs.map(runRow)));
  return EXIT.complete;
}

const RUN_HEAD = ['RUN', 'JOB', 'KIND', 'STARTED', 'OUTCOME', 'RECEIVED', 'NEW', 'CHANGED', 'DELETED', 'HELD', 'SKIPPED', 'REQUESTS', 'ERROR']; // prettier-ignore

/** Enough to see what it is; `--json` has all of it. */
const ERROR_LENGTH = 100;

function runRow({ id, job, kind, startedAt, outcome, counts, requests, errors }: Run): Cell[] {
  const { received, changed, deleted, quarantined, rejected, skipped } = counts;
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  const error = errors.length === 0 ? '' : `${shorten(errors[0]!, ERROR_LENGTH)}${more}`;
  return [id, job, kind, startedAt, outcome ?? 'unfinished', received, counts.new, changed, deleted, quarantined + rejected + skipped, skipped, requests, error]; // prettier-ignore
}

/** `garner gaps`: windows that are missing or failed; the next run begins with them. */
export async function listGaps(
  [job]: string[],
  options: CommonOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const windows = await withLedger(options, terminal, async (app) => {
    await checkStoredJob(app, job);
    return app.storage.listOpenWindows(job);
  });
  if (options.json === true) terminal.out(json(windows));
  else terminal.out(windows.length === 0 ? 'No gaps.' : table(GAP_HEAD, windows.map(gapRow)));
  return windows.length === 0 ? EXIT.complete : EXIT.incomplete;
}

const GAP_HEAD = ['WINDOW', 'JOB', 'SET', 'FROM', 'UNTIL', 'STATE', 'PAGES', 'RECEIVED', 'EXPECTED', 'ERROR'];

function gapRow(window: HarvestWindow): Cell[] {
  const { id, job, set, from, until, state, pages, counts, expected, lastError } = window;
  return [id, job, set ?? '-', from ?? '-', until ?? '-', state, pages, counts.received, expected ?? '-', shorten(lastError ?? '', ERROR_LENGTH)]; // prettier-ignore
}
