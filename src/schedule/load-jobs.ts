/** Reads the job files: every file of the folder, all problems of all files at once. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jobSchema, type Job } from '../model/job.ts';
import { checkValue } from '../schema/index.ts';
import { didYouMean } from '../yaml/did-you-mean.ts';
import { expandVariables, type Expanded } from '../yaml/expand-variables.ts';
import { issuesOf } from '../yaml/file-issues.ts';
import { readYaml, type FileIssue } from '../yaml/read-yaml.ts';
import { checkSchedule } from './cron.ts';

/** A job's name becomes part of identifiers and setSpecs. */
const JOB_NAME = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/;

/** What jobs are checked against. */
export interface JobSurroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The mappings there are, by id, with their prefixes; `undefined` when they cannot be read: then jobs are not checked for it. */
  readonly mappings: ReadonlyMap<string, { readonly prefixes: readonly string[] }> | undefined;
}

export interface LoadedJobs {
  readonly jobs: Job[];
  readonly issues: FileIssue[];
  /** What the environment gave for `${NAME}` in them: nothing of it may be printed. */
  readonly secrets: string[];
}

/** The jobs of a folder in the order of their names, and what is wrong or doubtful. A folder that is missing holds no jobs. */
export async function loadJobs(folder: string, around: JobSurroundings): Promise<LoadedJobs> {
  const loaded: LoadedJobs = { jobs: [], issues: [], secrets: [] };
  for (const file of await jobFiles(folder)) {
    const path = join(folder, file);
    const name = file.slice(0, -'.yaml'.length);
    readJob(await readFile(path, 'utf8'), { ...around, path, name }, loaded);
  }
  return loaded;
}

async function jobFiles(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

interface JobFile extends JobSurroundings {
  readonly path: string;
  readonly name: string;
}

function readJob(text: string, file: JobFile, loaded: LoadedJobs): void {
  const { yaml, issues } = readYaml(text, file.path);
  if (issues.length > 0) return void loaded.issues.push(...issues);
  const { value, missing, found } = expandVariables(yaml.value ?? {}, file.environment);
  loaded.secrets.push(...found.map((reference) => reference.text));
  const checked = checkValue(jobSchema, value);
  const problem: Problem = (path, code, message) => ({ file: file.path, ...yaml.locate(path), severity: 'error', code, message }); // prettier-ignore
  const draft = (checked.ok ? checked.value : value) as Draft;
  const problems = [
    ...(JOB_NAME.test(file.name) ? [] : [problem([], 'job.name', BAD_NAME)]),
    // A job that is switched off may name secrets and files that are not there yet.
    ...(draft.enabled === false ? [] : missingThings(draft, missing, problem)),
    ...(checked.ok ? [] : issuesOf(yaml, checked.issues)),
    ...scheduleIssues(draft, problem),
    ...mappingIssues(draft, file.mappings, problem),
  ];
  loaded.issues.push(...problems);
  const wrong = problems.some(({ severity }) => severity === 'error');
  if (checked.ok && !wrong) loaded.jobs.push({ name: file.name, ...checked.value });
}

type Problem = (path: readonly (string | number)[], code: string, message: string) => FileIssue;

/** A job that may be wrong elsewhere: all that is wrong with it is said at once. */
interface Draft {
  readonly enabled?: unknown;
  readonly schedule?: unknown;
  readonly timezone?: unknown;
  readonly mapping?: unknown;
  readonly metadataPrefix?: unknown;
  readonly http?: { readonly ca?: unknown };
}

const BAD_NAME = 'a job’s file name may hold letters, digits, "-", "_" and "." only';

function missingThings(draft: Draft, missing: Expanded['missing'], problem: Problem): FileIssue[] {
  const ca = draft.http?.ca;
  return [
    ...missing.map(({ path, name }) =>
      problem(path, 'variable.missing', `${path.join('.')}: the environment has no variable ${name}`),
    ),
    ...(typeof ca !== 'string' || existsSync(ca)
      ? []
      : [problem(['http', 'ca'], 'file.missing', `http.ca: there is no file ${ca}`)]),
  ];
}

function scheduleIssues({ schedule, timezone = 'UTC' }: Draft, problem: Problem): FileIssue[] {
  if (typeof timezone !== 'string' || (schedule !== undefined && typeof schedule !== 'string')) return [];
  return checkSchedule(schedule, timezone).map(({ field, code, severity, message }) => {
    return { ...problem([field], code, `${field}: ${message}`), severity };
  });
}

/** A job that would fail at its first record is found at start. */
function mappingIssues(draft: Draft, mappings: JobSurroundings['mappings'], problem: Problem): FileIssue[] {
  const { mapping, metadataPrefix = ['oai_dc'] } = draft;
  if (mappings === undefined) return [];
  if (typeof mapping === 'string') {
    if (mappings.has(mapping)) return [];
    const known = [...mappings.keys()];
    const message = `mapping: there is no mapping "${mapping}"${didYouMean(mapping, known)}; there are ${known.join(', ')}`;
    return [problem(['mapping'], 'job.mapping', message)];
  }
  const prefixes = [...mappings.values()].flatMap((known) => known.prefixes);
  const wanted = [metadataPrefix].flat().filter((prefix) => typeof prefix === 'string');
  if (draft.enabled === false || wanted.some((prefix) => prefixes.includes(prefix))) return [];
  const message = `metadataPrefix: no mapping reads ${wanted.join(' or ')}; name one under "mapping"`;
  return [problem(['metadataPrefix'], 'job.mapping', message)];
}
