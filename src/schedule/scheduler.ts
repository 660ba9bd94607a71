/**
 * Decides when jobs run. Due times live in the store, so that a run missed while nothing was up is caught up at
 * the next start, and so that a restart forgets nothing.
 */
import { formatDatestamp } from '../model/datestamp.ts';
import type { Job } from '../model/job.ts';
import type { Storage } from '../storage/storage.ts';

export interface SchedulerDeps {
  readonly storage: Pick<Storage, 'listDueTimes' | 'saveDueTime'>;
  readonly now: () => Date;
  readonly nextDue: (schedule: string, timezone: string) => Date;
  /** Beats every minute until it is stopped. */
  readonly everyMinute: (callback: () => void) => { stop(): void };
  /** Runs a job; never rejects. */
  readonly run: (job: Job) => Promise<void>;
  readonly onError: (error: unknown) => void;
}

export interface Scheduler {
  /** Runs what is due now, and looks again every minute. */
  start(): Promise<void>;
  /** Starts no further job; what runs is not touched. */
  stop(): void;
}

/** A scheduler over the enabled jobs that have a schedule. */
export function createScheduler(jobs: readonly Job[], deps: SchedulerDeps): Scheduler {
  const scheduled = jobs.filter((job) => job.enabled && job.schedule !== undefined);
  const running = new Set<string>();
  let beat: { stop(): void } | undefined;

  return {
    async start() {
      await runDueJobs();
      beat = deps.everyMinute(() => void runDueJobs().catch(deps.onError));
    },
    stop() {
      beat?.stop();
    },
  };

  async function runDueJobs(): Promise<void> {
    const known = new Map((await deps.storage.listDueTimes()).map((due) => [due.job, due]));
    const now = formatDatestamp(deps.now());
    for (const job of scheduled) {
      const due = known.get(job.name);
      if (due?.schedule !== scheduleOf(job)) await planNext(job);
      else if (due.dueAt <= now && !running.has(job.name)) {
        running.add(job.name);
        // The next time is written first: a job that crashes the process must not run again at once, for ever.
        await planNext(job);
        void deps.run(job).finally(() => running.delete(job.name));
      }
    }
  }

  async function planNext(job: Job): Promise<void> {
    const dueAt = formatDatestamp(deps.nextDue(job.schedule!, job.timezone));
    await deps.storage.saveDueTime({ job: job.name, schedule: scheduleOf(job), dueAt });
  }
}

/** What a due time was computed from. */
export function scheduleOf(job: Job): string {
  return `${job.schedule} ${job.timezone}`;
}
