import { EXIT, type ExitCode } from '../exit-codes.ts';
import { withApp } from '../open.ts';
import { json, table, type CommonOptions, type Terminal } from '../terminal.ts';

/** `garner runs`: past runs, newest first. */
export async function listRuns(
  [job]: string[],
  options: CommonOptions & { limit: string },
  terminal: Terminal,
): Promise<ExitCode> {
  const limit = Number(options.limit);
  const runs = await withApp(options, terminal, ({ storage }) =>
    storage.listRuns({ limit, ...(job !== undefined && { job }) }),
  );
  if (options.json === true) terminal.out(json(runs));
  else terminal.out(table(RUN_HEAD, runs.map(({ id, startedAt, outcome, counts, errors, ...run }) => [id, run.job, run.kind, startedAt, outcome ?? 'running', counts.received, counts.new, counts.changed, counts.deleted, counts.quarantined + counts.rejected, errors[0] ?? '']))); // prettier-ignore
  return EXIT.complete;
}

const RUN_HEAD = [
  'RUN',
  'JOB',
  'KIND',
  'STARTED',
  'OUTCOME',
  'RECEIVED',
  'NEW',
  'CHANGED',
  'DELETED',
  'HELD',
  'ERROR',
];

/** `garner gaps`: windows that are missing or failed; the next run begins with them. */
export async function listGaps(
  [job]: string[],
  options: CommonOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const windows = await withApp(options, terminal, ({ storage }) => storage.listOpenWindows(job));
  if (options.json === true) terminal.out(json(windows));
  else if (windows.length === 0) terminal.out('No gaps.');
  else terminal.out(table(GAP_HEAD, windows.map((window) => [window.id, window.job, window.set ?? '-', window.from ?? '-', window.until ?? '-', window.state, window.pages, window.counts.received, window.lastError ?? '']))); // prettier-ignore
  return windows.length === 0 ? EXIT.complete : EXIT.incomplete;
}

const GAP_HEAD = ['WINDOW', 'JOB', 'SET', 'FROM', 'UNTIL', 'STATE', 'PAGES', 'RECEIVED', 'ERROR'];
