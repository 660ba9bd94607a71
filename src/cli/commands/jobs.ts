import type { Ledger } from '../../app.ts';
import { ConfigError } from '../../config/load-config.ts';
import { formatDatestamp, instantOf, parseLenientDatestamp } from '../../model/datestamp.ts';
import type { Job } from '../../model/job.ts';
import { nextDueTime } from '../../schedule/cron.ts';
import { scheduleOf } from '../../schedule/scheduler.ts';
import type { DueTime, JobRecordCounts } from '../../storage/storage.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { explain } from '../explain-error.ts';
import { readHouse, withLedger } from '../open.ts';
import { table } from '../table.ts';
import { json, type CommonOptions, type Terminal } from '../terminal.ts';

/** `garner jobs`: every job with its last outcome, where it stands, how much it holds, and when it runs next. */
export async function listJobs(_: string[], options: CommonOptions, terminal: Terminal): Promise<ExitCode> {
  const rows = await withLedger(options, terminal, async ({ jobs, storage }) => {
    const due = new Map((await storage.listDueTimes()).map((time) => [time.job, time]));
    const counts = new Map((await storage.countByJob()).map((row) => [row.job, row]));
    const now = new Date();
    return Promise.all(
      jobs.map((job) =>
        rowOf(job, storage, { now, due: due.get(job.name), counts: counts.get(job.name) ?? EMPTY }),
      ),
    );
  });
  if (options.json === true) terminal.out(json(rows));
  else if (rows.length === 0) terminal.out('There are no jobs: a job is a file in the folder jobs (docs/jobs.md).'); // prettier-ignore
  else terminal.out(table(HEAD, rows.map((row) => [row.job, row.enabled ? 'yes' : 'no', row.lastRun ?? '-', row.outcome ?? '-', row.cursor ?? '-', row.lagSeconds === undefined ? '-' : span(row.lagSeconds), row.records, row.deleted, row.quarantined + row.rejected + row.skipped, row.skipped, row.nextRun ?? '-']))); // prettier-ignore
  return EXIT.complete;
}

const HEAD = ['JOB', 'ENABLED', 'LAST RUN', 'OUTCOME', 'CURSOR', 'LAG', 'RECORDS', 'DELETED', 'HELD', 'SKIPPED', 'NEXT RUN']; // prettier-ignore
const EMPTY = { active: 0, deleted: 0, quarantined: 0, rejected: 0, skipped: 0 };

interface Known {
  readonly now: Date;
  readonly due: DueTime | undefined;
  readonly counts: Omit<JobRecordCounts, 'job'>;
}

async function rowOf(job: Job, storage: Ledger['storage'], { now, due, counts }: Known) {
  const [last] = await storage.listRuns({ job: job.name, limit: 1 });
  const cursor = await cursorOf(job, storage);
  const { active, deleted, quarantined, rejected, skipped } = counts;
  return {
    job: job.name,
    enabled: job.enabled,
    lastRun: last?.startedAt,
    // A run without an end goes on now, or its process was killed: the next run finds out.
    outcome: last === undefined ? undefined : (last.outcome ?? 'unfinished'),
    cursor,
    lagSeconds: cursor === undefined ? undefined : Math.max(0, Math.round((now.getTime() - instantOf(cursor)) / 1000)), // prettier-ignore
    records: active,
    deleted,
    quarantined,
    rejected,
    skipped,
    nextRun: nextRunOf(job, due),
  };
}

/** Up to when everything is here: of several sets, the one that is furthest behind. */
async function cursorOf(job: Job, storage: Ledger['storage']): Promise<string | undefined> {
  const sets = job.sets.include.length > 0 ? job.sets.include : [undefined];
  const times: string[] = [];
  for (const set of sets) {
    const complete = await storage.findLastComplete(job.name, set);
    const time = complete?.repositoryTime && parseLenientDatestamp(complete.repositoryTime);
    if (!time) return undefined;
    times.push(time);
  }
  return times.sort()[0];
}

/** Kept in the store while a scheduler runs; before that, what the schedule says. */
function nextRunOf(job: Job, due: DueTime | undefined): string | undefined {
  if (!job.enabled || job.schedule === undefined) return undefined;
  if (due?.schedule === scheduleOf(job)) return due.dueAt;
  return formatDatestamp(nextDueTime(job.schedule, job.timezone));
}

/** A length of time in its largest unit. */
function span(seconds: number): string {
  if (seconds < 120) return `${seconds} s`;
  if (seconds < 7200) return `${Math.floor(seconds / 60)} min`;
  return seconds < 172_800 ? `${Math.floor(seconds / 3600)} h` : `${Math.floor(seconds / 86_400)} d`;
}

/** `garner jobs check`: reads configuration, jobs, mappings and sets; problems end it with exit code 2. */
export async function checkJobs(_: string[], options: CommonOptions, terminal: Terminal): Promise<ExitCode> {
  try {
    const house = await readHouse(options, terminal);
    const jobs = house.jobs.length;
    const mappings = house.mappings.inputs.size + house.mappings.outputs.size;
    const sets = house.sets?.declared.length;
    if (options.json === true) terminal.out(json({ jobs, mappings, sets, errors: [], warnings: house.warnings }));
    else terminal.out(`In order: ${jobs} jobs, ${mappings} mappings${sets === undefined ? '' : `, ${sets} sets`}.`); // prettier-ignore
    return EXIT.complete;
  } catch (error) {
    if (error instanceof ConfigError && options.json === true) terminal.out(json({ errors: error.issues }));
    return explain(error, terminal);
  }
}
