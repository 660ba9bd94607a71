import type { App } from '../../app.ts';
import type { Selection } from '../../harvest/plan-windows.ts';
import type { HarvestSummary } from '../../harvest/outcome.ts';
import { granularityOf } from '../../model/datestamp.ts';
import { NO_RECORDS } from '../../model/harvest.ts';
import type { Job } from '../../model/job.ts';
import { StorageError } from '../../storage/storage.ts';
import { exitCodeOf, type ExitCode } from '../exit-codes.ts';
import { explain, UsageError } from '../explain-error.ts';
import { jobNamed } from '../names.ts';
import { untilStopped, withApp } from '../open.ts';
import { createProgress } from '../progress.ts';
import { summaryLines } from '../summary.ts';
import { json, type CommonOptions, type Terminal } from '../terminal.ts';

interface HarvestOptions extends CommonOptions {
  readonly all?: boolean;
  readonly full?: boolean;
  readonly from?: string;
  readonly until?: string;
  readonly set?: string;
  readonly identifier?: string;
  readonly dryRun?: boolean;
}

/** `garner harvest`: harvests jobs now, each in the turn of its host, and prints a summary per job. */
export async function harvest(
  names: string[],
  options: HarvestOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  checkOptions(names, options);
  const summaries = await untilStopped((signal) =>
    withApp(options, terminal, (app) =>
      harvestJobs(app, chosenJobs(app, names, options), { options, signal, terminal }),
    ),
  );
  if (options.json === true) terminal.out(json(summaries));
  else if (summaries.length === 0) terminal.out('No job is enabled; nothing was harvested.');
  const dryRun = options.dryRun === true;
  const lines = summaries.flatMap((summary) => summaryLines(summary, { name: summary.job, dryRun }));
  if (options.json !== true) for (const line of lines) terminal.out(line);
  return exitCodeOf(summaries.map((summary) => summary.outcome));
}

function checkOptions(names: readonly string[], options: HarvestOptions): void {
  const { all, full, from, until, identifier } = options;
  if (names.length === 0 && all !== true) throw new UsageError('name the jobs to harvest, or use --all');
  if (names.length > 0 && all === true) throw new UsageError('either name jobs or use --all');
  const bounded = [from, until].filter((bound) => bound !== undefined);
  if (full === true && bounded.length > 0) throw new UsageError('--full takes no --from or --until');
  if (identifier !== undefined && (full === true || bounded.length > 0 || options.set !== undefined))
    throw new UsageError('--identifier takes no --full, --from, --until or --set');
  for (const bound of bounded) {
    if (granularityOf(bound) === undefined)
      throw new UsageError(`"${bound}" is not a date; write 2024-05-01 or 2024-05-01T00:00:00Z`);
  }
  if (from === undefined || until === undefined) return;
  // What the protocol asks of a list's arguments (section 2.7.1).
  if (granularityOf(from) !== granularityOf(until))
    throw new UsageError('--from and --until are both days, or both times');
  if (from > until) throw new UsageError(`--from ${from} is after --until ${until}`);
}

function chosenJobs(app: App, names: readonly string[], { all }: HarvestOptions): readonly Job[] {
  if (all === true) return app.jobs.filter((job) => job.enabled);
  const jobs = [...new Set(names)].map((name) => jobNamed(app.jobs, name));
  jobs.forEach(checkVariables);
  return jobs;
}

/** A job that is switched off may lack its variables; harvested by name all the same, it would send their names. */
function checkVariables(job: Job): void {
  const name = /\$\{([A-Za-z_]\w*)\}/.exec(JSON.stringify(job))?.[1];
  if (name !== undefined)
    throw new UsageError(`job "${job.name}" needs the variable ${name}, which the environment does not have`);
}

interface Around {
  readonly options: HarvestOptions;
  readonly signal: AbortSignal;
  readonly terminal: Terminal;
}

async function harvestJobs(app: App, jobs: readonly Job[], around: Around): Promise<HarvestSummary[]> {
  const { options, signal, terminal } = around;
  const progress = createProgress(terminal, { quiet: options.quiet === true });
  const dryRun = options.dryRun === true;
  const request = { ...selectionOf(options), signal, onEvent: progress.onEvent, dryRun };
  try {
    return await Promise.all(
      jobs.map((job) =>
        app.harvest(job, request).catch((error: unknown) => endedByFault(job, error, around)),
      ),
    );
  } finally {
    progress.stop();
  }
}

/** A fault that ends one job leaves the others alone. */
function endedByFault(job: Job, error: unknown, { signal, terminal }: Around): HarvestSummary {
  const nothing = { windows: 0, requests: 0, bytes: 0, ...NO_RECORDS, retries: 0, seconds: 0 };
  if (signal.aborted && error === signal.reason) {
    const why = 'stopped before its turn came; nothing was harvested';
    return { job: job.name, outcome: 'incomplete', ...nothing, errors: [why] };
  }
  if (!(error instanceof StorageError)) explain(error, terminal);
  const why = error instanceof Error ? error.message : String(error);
  return { job: job.name, outcome: 'failed', ...nothing, errors: [why] };
}

function selectionOf(options: HarvestOptions): Selection & { identifier?: string } {
  const { full, from, until, set, identifier } = options;
  return {
    ...(full === true && { full }),
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    ...(set !== undefined && { set }),
    ...(identifier !== undefined && { identifier }),
  };
}
