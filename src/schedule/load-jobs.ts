/** Reads the job files: every file of the folder, all problems of all files at once. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jobSchema, type Job } from '../model/job.ts';
import { checkValue } from '../schema/index.ts';
import { expandVariables } from '../yaml/expand-variables.ts';
import { issuesOf } from '../yaml/file-issues.ts';
import { readYaml, type FileIssue } from '../yaml/read-yaml.ts';
import { checkSchedule } from './cron.ts';

/** A job's name becomes part of identifiers and setSpecs. */
const JOB_NAME = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/;

/** The jobs of a folder in the order of their names, and what is wrong or doubtful. A folder that is missing holds no jobs. */
export async function loadJobs(
  folder: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<{ jobs: Job[]; issues: FileIssue[] }> {
  const jobs: Job[] = [];
  const issues: FileIssue[] = [];
  for (const file of await jobFiles(folder)) {
    const path = join(folder, file);
    const read = readJob(await readFile(path, 'utf8'), {
      path,
      name: file.slice(0, -'.yaml'.length),
      environment,
    });
    issues.push(...read.issues);
    if (read.job) jobs.push(read.job);
  }
  return { jobs, issues };
}

async function jobFiles(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function readJob(
  text: string,
  from: { path: string; name: string; environment: Readonly<Record<string, string | undefined>> },
): { job?: Job; issues: FileIssue[] } {
  const { yaml, issues } = readYaml(text, from.path);
  if (issues.length > 0) return { issues };
  const problem = (path: readonly (string | number)[], code: string, message: string): FileIssue => {
    return { file: from.path, ...yaml.locate(path), severity: 'error', code, message };
  };
  // A job that is switched off may name secrets that are not there yet.
  const off = (yaml.value as { enabled?: unknown } | null)?.enabled === false;
  const expanded = expandVariables(yaml.value ?? {}, from.environment);
  const checked = checkValue(jobSchema, expanded.value);
  if (!JOB_NAME.test(from.name)) {
    issues.push(problem([], 'job.name', `a job’s file name may hold letters, digits, "-", "_" and "." only`));
  }
  if (!off) {
    issues.push(
      ...expanded.missing.map(({ path, name }) =>
        problem(path, 'variable.missing', `${path.join('.')}: the environment has no variable ${name}`),
      ),
    );
  }
  if (!checked.ok) return { issues: [...issues, ...issuesOf(yaml, checked.issues)] };
  const job: Job = { name: from.name, ...checked.value };
  const { ca } = job.http;
  if (ca !== undefined && !off && !existsSync(ca)) {
    issues.push(problem(['http', 'ca'], 'file.missing', `http.ca: there is no file ${ca}`));
  }
  for (const found of checkSchedule(job.schedule, job.timezone)) {
    issues.push({
      ...problem([found.field], found.code, `${found.field}: ${found.message}`),
      severity: found.severity,
    });
  }
  return issues.some((issue) => issue.severity === 'error') ? { issues } : { job, issues };
}
