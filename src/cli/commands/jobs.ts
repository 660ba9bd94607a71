import { EXIT, type ExitCode } from '../exit-codes.ts';
import { readHouse, withApp } from '../open.ts';
import { json, table, type CommonOptions, type Terminal } from '../terminal.ts';

/** `garner jobs`: every job with its last outcome, where it stands, how much it holds, and when it runs next. */
export async function listJobs(_: string[], options: CommonOptions, terminal: Terminal): Promise<ExitCode> {
  const rows = await withApp(options, terminal, async ({ jobs, storage }) => {
    const due = new Map((await storage.listDueTimes()).map((time) => [time.job, time.dueAt]));
    const counts = new Map((await storage.countByJob()).map((row) => [row.job, row]));
    return Promise.all(
      jobs.map(async (job) => {
        const [last] = await storage.listRuns({ job: job.name, limit: 1 });
        const complete = await storage.findLastComplete(job.name, job.sets.include[0]);
        const { active, deleted, quarantined, rejected } = counts.get(job.name) ?? EMPTY;
        return {
          job: job.name,
          enabled: job.enabled,
          lastRun: last?.startedAt,
          outcome: last === undefined ? undefined : (last.outcome ?? 'running'),
          cursor: complete?.repositoryTime,
          records: active,
          deleted,
          quarantined,
          rejected,
          nextRun: job.enabled && job.schedule !== undefined ? due.get(job.name) : undefined,
        };
      }),
    );
  });
  if (options.json === true) terminal.out(json(rows));
  else terminal.out(table(HEAD, rows.map((row) => [row.job, row.enabled ? 'yes' : 'no', row.lastRun ?? '-', row.outcome ?? '-', row.cursor ?? '-', row.records, row.quarantined + row.rejected, row.nextRun ?? '-']))); // prettier-ignore
  return EXIT.complete;
}

const HEAD = ['JOB', 'ENABLED', 'LAST RUN', 'OUTCOME', 'CURSOR', 'RECORDS', 'HELD', 'NEXT RUN'];
const EMPTY = { active: 0, deleted: 0, quarantined: 0, rejected: 0 };

/** `garner jobs check`: reads configuration, jobs and mappings; problems end it with exit code 2. */
export async function checkJobs(_: string[], options: CommonOptions, terminal: Terminal): Promise<ExitCode> {
  const house = await readHouse(options, terminal);
  const found = {
    jobs: house.jobs.length,
    mappings: house.mappings.inputs.size + house.mappings.outputs.size,
  };
  if (options.json === true) terminal.out(json({ ...found, warnings: house.warnings }));
  else terminal.out(`${found.jobs} jobs and ${found.mappings} mappings are in order.`);
  return EXIT.complete;
}
