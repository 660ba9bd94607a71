/** What a run has to know of a repository before it asks for records. */
import type { RepositoryClient } from '../client/client.ts';
import { PageError } from '../client/client-error.ts';
import { identify } from '../client/identify.ts';
import { listMetadataFormats } from '../client/list-metadata-formats.ts';
import { listSets } from '../client/list-sets.ts';
import type { InputMapping } from '../mapping/mapping.ts';
import type { Granularity } from '../model/datestamp.ts';
import type { Job } from '../model/job.ts';
import { OaiError } from '../oai/oai-error.ts';
import type { HarvestDeps } from './deps.ts';
import { JobError } from './expected-errors.ts';

export interface RepositoryFacts {
  readonly granularity: Granularity;
  /** The repository's clock at its first response. */
  readonly responseDate?: string;
}

/**
 * Asks Identify. A repository whose Identify is broken can still be harvested (F92): then days are taken as its
 * granularity, which every repository must understand.
 */
export async function askIdentify(
  job: Job,
  client: RepositoryClient,
  { deps, signal }: { deps: HarvestDeps; signal: AbortSignal },
): Promise<RepositoryFacts> {
  try {
    const { granularity, responseDate } = await identify(client, signal);
    return { granularity: granularity ?? 'YYYY-MM-DD', responseDate };
  } catch (error) {
    if (!(error instanceof OaiError) && !(error instanceof PageError && SPEAKS.has(error.kind))) throw error;
    deps.onEvent({ event: 'warning', job: job.name, message: `Identify failed, days are taken as granularity: ${error.message}` }); // prettier-ignore
    return { granularity: 'YYYY-MM-DD' };
  }
}

/** Failures of one verb at a repository that answers; a dead one fails at once instead. */
const SPEAKS: ReadonlySet<string> = new Set(['status', 'malformed', 'wrong-verb', 'oai-error', 'not-oai']);

/** The first of the job's formats that the repository has; a single one is not asked for. */
export async function choosePrefix(job: Job, client: RepositoryClient): Promise<string> {
  const wanted = job.metadataPrefix;
  if (wanted.length === 1) return wanted[0]!;
  const offered = new Set((await listMetadataFormats(client)).map((format) => format.metadataPrefix));
  const prefix = wanted.find((candidate) => offered.has(candidate));
  if (prefix !== undefined) return prefix;
  throw new JobError(`${job.name}: the repository has none of the formats ${wanted.join(', ')}; it has ${[...offered].join(', ')}`); // prettier-ignore
}

/** The mapping that the job names, or the one that is made for the format. */
export function chooseMapping(
  job: Job,
  prefix: string,
  mappings: ReadonlyMap<string, InputMapping>,
): InputMapping {
  const mapping =
    job.mapping === undefined
      ? [...mappings.values()].find((candidate) => candidate.prefixes.includes(prefix))
      : mappings.get(job.mapping);
  if (mapping !== undefined) return mapping;
  const all = [...mappings.keys()].join(', ');
  const lack = job.mapping === undefined ? `no mapping is made for metadataPrefix "${prefix}"` : `there is no mapping "${job.mapping}"`; // prettier-ignore
  throw new JobError(`${job.name}: ${lack}; name one of ${all} under "mapping" in jobs/${job.name}.yaml`);
}

/** The sets to harvest one after the other; `[undefined]` is the whole repository. */
export async function chooseSets(job: Job, client: RepositoryClient): Promise<(string | undefined)[]> {
  const { include, exclude } = job.sets;
  if (include.length > 0) return include.filter((set) => !exclude.includes(set));
  if (exclude.length === 0) return [undefined];
  const all: string[] = [];
  for await (const page of listSets(client)) all.push(...page.sets.map((set) => set.setSpec));
  return all.filter((set) => !exclude.includes(set));
}
