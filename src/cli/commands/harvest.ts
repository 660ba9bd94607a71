import type { App } from '../../app.ts';
import type { Selection } from '../../harvest/plan-windows.ts';
import type { HarvestSummary } from '../../harvest/outcome.ts';
import { granularityOf } from '../../model/datestamp.ts';
import type { Job } from '../../model/job.ts';
import { exitCodeOf, type ExitCode } from '../exit-codes.ts';
import { UsageError } from '../explain-error.ts';
import { jobNamed, stopSignal, withApp } from '../open.ts';
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
  const signal = stopSignal();
  const summaries = await withApp(options, terminal, (app) => {
    const jobs =
      options.all === true
        ? app.jobs.filter((job) => job.enabled)
        : names.map((name) => jobNamed(app.jobs, name));
    return harvestJobs(app, jobs, { options, signal, terminal });
  });
  if (options.json === true) terminal.out(json(summaries));
  else
    for (const summary of summaries)
      for (const line of summaryLines(summary, summary.job)) terminal.out(line);
  return exitCodeOf(summaries.map((summary) => summary.outcome));
}

function checkOptions(names: readonly string[], options: HarvestOptions): void {
  if (names.length === 0 && options.all !== true)
    throw new UsageError('name the jobs to harvest, or use --all');
  if (names.length > 0 && options.all === true) throw new UsageError('either name jobs or use --all');
  const bounded = [options.from, options.until].filter((bound) => bound !== undefined);
  if (options.full === true && bounded.length > 0) throw new UsageError('--full takes no --from or --until');
  for (const bound of bounded) {
    if (granularityOf(bound) === undefined) {
      throw new UsageError(`"${bound}" is not a date; write 2024-05-01 or 2024-05-01T00:00:00Z`);
    }
  }
}

async function harvestJobs(
  app: App,
  jobs: readonly Job[],
  { options, signal, terminal }: { options: HarvestOptions; signal: AbortSignal; terminal: Terminal },
): Promise<HarvestSummary[]> {
  const progress = createProgress(
    options.quiet === true ? { ...terminal, note: () => undefined, isTerminal: false } : terminal,
  );
  const request = {
    ...selectionOf(options),
    signal,
    onEvent: progress.onEvent,
    dryRun: options.dryRun === true,
  };
  try {
    return await Promise.all(jobs.map((job) => app.harvest(job, request)));
  } finally {
    progress.stop();
  }
}

function selectionOf({
  full,
  from,
  until,
  set,
  identifier,
}: HarvestOptions): Selection & { identifier?: string } {
  return {
    ...(full === true && { full }),
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    ...(set !== undefined && { set }),
    ...(identifier !== undefined && { identifier }),
  };
}
