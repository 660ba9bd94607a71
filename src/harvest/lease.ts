/** No job runs twice at once, in this process or in another; a holder that died is found out. */
import { addSeconds, formatDatestamp } from '../model/datestamp.ts';
import type { Job } from '../model/job.ts';
import type { HarvestDeps } from './deps.ts';

/** Longer than any wait between two pages (Retry-After is followed up to an hour), each of which renews it. */
const LEASE_SECONDS = 2 * 3600;

/** Takes the job, or says who has it. */
export async function takeJob(
  job: Job,
  deps: HarvestDeps,
): Promise<{ taken: true } | { taken: false; why: string }> {
  const attempt = async () =>
    deps.storage.takeLease({ job: job.name, holder: deps.holder, ...leaseTimes(deps) });
  const first = await attempt();
  if (first.taken) return first;
  if (!deps.mayBeAlive(first.by.holder)) {
    await deps.storage.releaseLease(job.name, first.by.holder);
    const second = await attempt();
    if (second.taken) return second;
  }
  return { taken: false, why: `already running (${first.by.holder}, since ${first.by.now})` };
}

/** From when to when a lease taken now holds. */
export function leaseTimes(deps: Pick<HarvestDeps, 'now'>): { now: string; expiresAt: string } {
  const now = formatDatestamp(deps.now());
  return { now, expiresAt: addSeconds(now, LEASE_SECONDS) };
}

/** Ends the runs of a job that a killed process left open: they did not succeed. Call it with the lease in hand. */
export async function closeAbandonedRuns(job: Job, deps: HarvestDeps): Promise<void> {
  for (const run of await deps.storage.listRuns({ job: job.name, limit: 10 })) {
    if (run.finishedAt !== undefined) continue;
    await deps.storage.finishRun(run.id, {
      finishedAt: formatDatestamp(deps.now()),
      outcome: run.counts.received > 0 ? 'incomplete' : 'failed',
      requests: run.requests,
      bytes: run.bytes,
      retries: run.retries,
      errors: [...run.errors, 'the process ended before the run did'],
    });
  }
}
