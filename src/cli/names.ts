/** Names that people type: of jobs and mappings. One that is not there is a usage error with a suggestion. */
import type { Ledger } from '../app.ts';
import type { InputMapping, MappingSet } from '../mapping/mapping.ts';
import type { Job } from '../model/job.ts';
import { didYouMean } from '../yaml/did-you-mean.ts';
import { UsageError } from './explain-error.ts';

/** The job of a name. */
export function jobNamed(jobs: readonly Job[], name: string): Job {
  const job = jobs.find((candidate) => candidate.name === name);
  if (job !== undefined) return job;
  throw unknownName('job', name, jobs.map((candidate) => candidate.name)); // prettier-ignore
}

/** The input mapping of a name. */
export function mappingNamed(mappings: MappingSet, name: string): InputMapping {
  const mapping = mappings.inputs.get(name);
  if (mapping !== undefined) return mapping;
  throw unknownName('mapping', name, [...mappings.inputs.keys()]);
}

/** The names asked for, all of them known; all that are known when none was asked for. */
export function chosenNames(
  kind: string,
  asked: readonly string[],
  known: readonly string[],
): readonly string[] {
  for (const name of asked) if (!known.includes(name)) throw unknownName(kind, name, known);
  return asked.length > 0 ? [...new Set(asked)] : known;
}

/** Refuses the name of a job that has neither a file nor anything in the store. */
export async function checkStoredJob({ jobs, storage }: Ledger, name: string | undefined): Promise<void> {
  if (name === undefined || jobs.some((job) => job.name === name)) return;
  if ((await storage.listRuns({ job: name, limit: 1 })).length > 0) return;
  const stored = (await storage.countByJob()).map(({ job }) => job);
  chosenNames('job', [name], [...new Set([...jobs.map((job) => job.name), ...stored])]);
}

function unknownName(kind: string, name: string, known: readonly string[]): UsageError {
  const there = known.length === 0 ? 'there is none' : `there are ${known.join(', ')}`;
  return new UsageError(`there is no ${kind} "${name}"${didYouMean(name, known)}; ${there}`);
}
