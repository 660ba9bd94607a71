/**
 * The story of a harvest: take the job, ask the repository who it is, go through the windows that the ledger
 * says are due, page by page, and say truthfully how it ended. Safe to interrupt anywhere: a page is saved with
 * its checkpoint, whole or not at all.
 */
import type { RepositoryClient } from '../client/client.ts';
import { formatDatestamp } from '../model/datestamp.ts';
import type { HarvestWindow, Run } from '../model/harvest.ts';
import { NO_RECORDS } from '../model/harvest.ts';
import type { Job } from '../model/job.ts';
import type { HarvestDeps } from './deps.ts';
import { isExpected } from './expected-errors.ts';
import { harvestWindow, type WindowContext } from './harvest-window.ts';
import { closeAbandonedRuns, takeJob } from './lease.ts';
import { jobFacts, normaliseContext } from './normalise-record.ts';
import { closeCovered, openWindow } from './open-window.ts';
import { decideOutcome, sumCounts, type HarvestSummary } from './outcome.ts';
import { kindOf, type Selection } from './plan-windows.ts';
import { watchRun } from './run-watch.ts';
import { askIdentify, chooseMapping, choosePrefix, chooseSets } from './repository-facts.ts';

export interface HarvestOptions extends Selection {
  /** Harvest this record only. */
  readonly identifier?: string;
  /** Stops after the running page; what was stored stays, and the next run goes on there. */
  readonly signal: AbortSignal;
}

/**
 * Harvests what a repository has added since last time (or a selection), and gives what came of it. Whatever the
 * repository does ends in the summary; only bugs are thrown.
 */
export async function harvestRepository(
  job: Job,
  deps: HarvestDeps,
  options: HarvestOptions,
): Promise<HarvestSummary> {
  const lease = await takeJob(job, deps);
  if (!lease.taken) return skipped(job, lease.why);
  const client = deps.openClient(job);
  try {
    await closeAbandonedRuns(job, deps);
    return await runJob(job, client, { deps, options });
  } finally {
    await client.close();
    await deps.storage.releaseLease(job.name, deps.holder);
  }
}

interface Around {
  readonly deps: HarvestDeps;
  readonly options: HarvestOptions;
}

async function runJob(
  job: Job,
  client: RepositoryClient,
  { deps, options }: Around,
): Promise<HarvestSummary> {
  const startedAt = deps.now();
  const configured = job.sets.include.length > 0 ? job.sets.include : [undefined];
  const kind = options.identifier === undefined ? kindOf(options, configured) : 'selective';
  const run = await deps.storage.startRun({ job: job.name, kind, startedAt: formatDatestamp(startedAt) });
  deps.onEvent({ event: 'run started', job: job.name, run: run.id, kind });
  const windows: HarvestWindow[] = [];
  const errors: string[] = [];
  try {
    const { context, granularity, sets } = await prepare(run, { job, client, deps, options });
    for (const set of sets) {
      const window = await openWindow({ kind, granularity, selection: options, ...(set === undefined ? {} : { set }) }, context); // prettier-ignore
      windows.push(await harvestWindow(window, context));
      await closeCovered(windows.at(-1)!, context);
      if (options.signal.aborted || context.watch.stopped) break;
    }
  } catch (error) {
    const stopped = options.signal.aborted && error === options.signal.reason;
    if (!stopped && !isExpected(error)) throw error;
    if (!stopped) errors.push((error as Error).message);
  }
  if (options.signal.aborted) errors.push('stopped before the end; the next run goes on from there');
  return finishRun(run, { deps, client, startedAt, windows, errors });
}

interface Preparation {
  readonly job: Job;
  readonly client: RepositoryClient;
  readonly deps: HarvestDeps;
  readonly options: HarvestOptions;
}

/** Everything that the windows of a run share. */
async function prepare(run: Run, { job, client, deps, options }: Preparation) {
  const { granularity, responseDate } = await askIdentify(job, client, { deps, signal: options.signal });
  const metadataPrefix = await choosePrefix(job, client);
  const mapping = chooseMapping(job, metadataPrefix, deps.mappings);
  const title = job.title ?? job.name;
  await deps.storage.declareSet({ setSpec: job.name, setName: title });
  const of = { job: jobFacts(job), metadataPrefix, mapping, runDate: run.startedAt };
  const normalise = normaliseContext(of, deps);
  const watch = watchRun({ job, context: normalise, storage: deps.storage, startedAt: run.startedAt });
  const { coverage } = watch;
  const context: WindowContext = {
    job,
    client,
    deps,
    runId: run.id,
    signal: options.signal,
    normalise: coverage === undefined ? normalise : { ...normalise, coverage },
    watch,
    ...(responseDate === undefined ? {} : { responseDate }),
    ...(options.identifier === undefined ? {} : { identifier: options.identifier }),
  };
  const single = options.set ?? (options.identifier === undefined ? undefined : null);
  const sets =
    single === null ? [undefined] : single === undefined ? await chooseSets(job, client) : [single];
  return { context, granularity, sets };
}

interface RunState {
  readonly deps: HarvestDeps;
  readonly client: RepositoryClient;
  readonly startedAt: Date;
  readonly windows: readonly HarvestWindow[];
  readonly errors: readonly string[];
}

async function finishRun(
  run: Run,
  { deps, client, startedAt, windows, errors: general }: RunState,
): Promise<HarvestSummary> {
  const errors = [
    ...general,
    ...windows.flatMap((window) => (window.state === 'failed' ? [window.lastError ?? ''] : [])),
  ];
  const outcome = decideOutcome(windows, errors);
  const counts = sumCounts(windows);
  const { requests, bytes, retries } = client.statistics;
  const finishedAt = deps.now();
  await deps.storage.finishRun(run.id, {
    finishedAt: formatDatestamp(finishedAt),
    outcome,
    requests,
    bytes,
    retries,
    errors,
  });
  deps.onEvent({ event: 'run finished', job: run.job, outcome, counts, errors });
  const seconds = Math.round((finishedAt.getTime() - startedAt.getTime()) / 10) / 100;
  return {
    job: run.job,
    outcome,
    windows: windows.length,
    requests,
    bytes,
    ...counts,
    retries,
    seconds,
    errors,
  };
}

function skipped(job: Job, why: string): HarvestSummary {
  const nothing = { windows: 0, requests: 0, bytes: 0, retries: 0, seconds: 0 };
  return { job: job.name, outcome: 'skipped', ...nothing, ...NO_RECORDS, errors: [`${job.name}: ${why}`] };
}
