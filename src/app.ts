/** The composition root: files → configuration, mappings, jobs, store; and the processes made of them. */
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createClient, type RepositoryClient } from './client/client.ts';
import type { Config } from './config/config.ts';
import { publicUrlOf } from './config/describe-config.ts';
import { ConfigError, loadConfig } from './config/load-config.ts';
import { createFormats } from './formats/formats.ts';
import type { HarvestDeps, HarvestEvent } from './harvest/deps.ts';
import { dryRunStorage } from './harvest/dry-run.ts';
import { harvestRepository, type HarvestOptions } from './harvest/harvest-repository.ts';
import type { HarvestSummary } from './harvest/outcome.ts';
import { loadMappings } from './mapping/load-mappings.ts';
import { MappingError, type MappingSet, type MetadataFormat } from './mapping/mapping.ts';
import type { Job } from './model/job.ts';
import type { Log } from './ops/log.ts';
import { loadJobs } from './schedule/load-jobs.ts';
import { createMemoryQueue, hostOf, type JobQueue } from './schedule/queue.ts';
import type { DeclaredSets } from './sets/declared-sets.ts';
import { loadSets, type LoadedSets } from './sets/load-sets.ts';
import { openStorage } from './storage/open-storage.ts';
import type { Storage } from './storage/storage.ts';
import type { FileIssue } from './yaml/read-yaml.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Everything that people wrote, read and checked. */
export interface House {
  readonly config: Config;
  readonly jobs: readonly Job[];
  /** What the environment gave for `${NAME}` in jobs: nothing of it may be printed. */
  readonly secrets: readonly string[];
  readonly mappings: MappingSet;
  readonly mappingsFolder: string;
  readonly formats: readonly MetadataFormat[];
  /** Absent when no set file is configured, or when it was not asked for. */
  readonly sets?: DeclaredSets;
  readonly warnings: readonly FileIssue[];
}

/** What is enough to look into the store: no mapping is read. */
export type Ledger = Pick<House, 'config' | 'jobs'> & { readonly storage: Storage };

/** A house with its store open, ready to harvest and to serve. */
export interface App extends House {
  readonly storage: Storage;
  readonly queue: JobQueue;
  /** Harvests a job when its host's turn comes. */
  harvest(job: Job, options: HarvestRequest): Promise<HarvestSummary>;
  close(): Promise<void>;
}

interface HarvestRequest extends HarvestOptions {
  /** Maps and counts, but stores nothing. */
  readonly dryRun?: boolean;
  readonly onEvent?: (event: HarvestEvent) => void;
}

const PACKAGE_FOLDER = fileURLToPath(new URL('../', import.meta.url));

/** The version of this package. */
function packageVersion(): string {
  return (JSON.parse(readFileSync(`${PACKAGE_FOLDER}package.json`, 'utf8')) as { version: string }).version;
}

/** The folder of a file that comes with the package. */
export function packageFolder(name: string): string {
  return `${PACKAGE_FOLDER}${name}`;
}

/**
 * Reads and checks all files; with `jobs: false` job files and the set file are left alone. Throws {@link ConfigError}
 * with the problems of all of them at once.
 */
export async function loadHouse(options: {
  file?: string;
  environment: Environment;
  jobs?: boolean;
}): Promise<House> {
  const problems: FileIssue[] = [];
  const { config, folders } = await readConfig(options, problems);
  const folder = mappingsFolderOf(folders.mappings);
  const mappings = existsSync(folder) ? await orProblems(() => loadMappings(folder), problems) : undefined;
  const { environment } = options;
  const around = { environment, mappings: mappings?.inputs };
  const { jobs, issues, secrets } = options.jobs === false ? NO_JOBS : await loadJobs(folders.jobs, around);
  const declared = options.jobs === false ? NO_SETS : await readSets(folders, jobs);
  const { sets } = declared;
  problems.push(...(mappings?.warnings ?? []), ...issues, ...declared.issues);
  problems.push(...missingFolders(folders, options.file));
  const errors = problems.filter((problem) => problem.severity === 'error');
  if (errors.length > 0 || config === undefined || mappings === undefined) throw new ConfigError(errors);
  const formats = createFormats(mappings);
  const house = { config, jobs, secrets, mappings, mappingsFolder: folder, formats, warnings: problems };
  return sets === undefined ? house : { ...house, sets };
}

/** Configuration and jobs without the mappings. Throws {@link ConfigError} with the problems of both at once. */
export async function loadJobHouse(options: {
  file?: string;
  environment: Environment;
}): Promise<Pick<House, 'config' | 'jobs' | 'secrets' | 'warnings'>> {
  const problems: FileIssue[] = [];
  const { config, folders } = await readConfig(options, problems);
  const { environment } = options;
  const { jobs, issues, secrets } = await loadJobs(folders.jobs, { environment, mappings: undefined });
  problems.push(...issues, ...missingFolders(folders, options.file));
  const errors = problems.filter((problem) => problem.severity === 'error');
  if (errors.length > 0 || config === undefined) throw new ConfigError(errors);
  return { config, jobs, secrets, warnings: problems };
}

const NO_JOBS = { jobs: [], issues: [], secrets: [] };
const NO_SETS: LoadedSets = { issues: [] };

function readSets({ provider }: Folders, jobs: readonly Job[]): Promise<LoadedSets> | LoadedSets {
  if (provider?.sets === undefined) return NO_SETS;
  return loadSets(
    provider.sets,
    jobs.map(({ name }) => name),
  );
}

type Folders = Pick<Config, 'jobs' | 'mappings'> & Partial<Pick<Config, 'provider'>>;

/** The configuration; and, even when it is wrong, the folders and files to look into for what else is. */
async function readConfig(
  options: { file?: string; environment: Environment },
  problems: FileIssue[],
): Promise<{ config?: Config; folders: Folders }> {
  try {
    const { config } = await loadConfig(options);
    return { config, folders: config };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    problems.push(...error.issues);
    return { folders: { jobs: 'jobs', mappings: 'mappings', ...error.inOrder } };
  }
}

/** Opens the store of a house. Close it: it holds files and connections. */
export async function openApp(house: House, around: { log: Log; environment: Environment }): Promise<App> {
  const storage = await openStorage(house.config.store, { clock: () => new Date() });
  const queue = createMemoryQueue({ concurrency: house.config.concurrency });
  const deps = harvestDeps(house, { ...around, storage });
  return {
    ...house,
    storage,
    queue,
    harvest: (job, { dryRun, onEvent, ...options }) =>
      queue.run({
        host: hostOf(job.baseUrl),
        signal: options.signal,
        work: () => {
          const tell = (event: HarvestEvent): void => {
            deps.onEvent(event);
            onEvent?.(event);
          };
          const target = dryRun === true ? dryRunStorage(storage) : storage;
          return harvestRepository(job, { ...deps, storage: target, onEvent: tell }, options);
        },
      }),
    close: async () => {
      await queue.idle();
      await storage.close();
    },
  };
}

async function orProblems<T>(load: () => Promise<T>, problems: FileIssue[]): Promise<T | undefined> {
  try {
    return await load();
  } catch (error) {
    if (!(error instanceof ConfigError) && !(error instanceof MappingError)) throw error;
    problems.push(...error.issues);
    return undefined;
  }
}

/** The folders need not be there under their usual names; one that was named must be. */
function missingFolders(folders: Folders, file = 'garner.yaml'): FileIssue[] {
  return (['jobs', 'mappings'] as const).flatMap((key): FileIssue[] => {
    const folder = folders[key];
    if (folder === key || existsSync(folder)) return [];
    const message = `${key}: there is no folder ${folder}`;
    return [{ file, line: 1, column: 1, severity: 'error', code: 'config.folder', message }];
  });
}

/** The mappings that come with the package serve a working folder that has none. */
function mappingsFolderOf(configured: string): string {
  return configured === 'mappings' && !existsSync(configured) ? packageFolder('mappings') : configured;
}

function harvestDeps(house: House, around: { log: Log; storage: Storage }): HarvestDeps {
  const { config } = house;
  return {
    storage: around.storage,
    mappings: house.mappings.inputs,
    formats: house.formats,
    sets: house.sets,
    repositoryIdentifier: config.provider.repositoryIdentifier,
    openClient: (job) => openClient(job, config, around.log),
    now: () => new Date(),
    holder: `${hostname()}:${process.pid}:${randomUUID()}`,
    mayBeAlive,
    onEvent: ({ event, ...fields }) => around.log[LEVELS[event]](event, fields),
  };
}

const LEVELS = {
  'run started': 'info',
  'window started': 'debug',
  'page saved': 'debug',
  'window restarted': 'warn',
  'window finished': 'debug',
  'run finished': 'info',
  warning: 'warn',
} as const satisfies Record<HarvestEvent['event'], keyof Log>;

function openClient(job: Job, config: Config, log: Log): RepositoryClient {
  if (job.http.insecure) log.warn('certificates are not checked (http.insecure)', { job: job.name, baseUrl: job.baseUrl }); // prettier-ignore
  return createClient({
    baseUrl: job.baseUrl,
    userAgent: `Garner/${packageVersion()} (+${publicUrlOf(config)}; ${config.provider.adminEmail[0]})`,
    politeness: job.politeness,
    http: job.http,
    sleep,
    now: () => new Date(),
    random: Math.random,
    onAttempt: (attempt) => {
      if (attempt.failure === undefined) return;
      const { url, status, failure, retryAfterMs } = attempt;
      log.warn('request failed', { job: job.name, url, status, problem: failure.message, attempt: attempt.attempt, retryAfterMs }); // prettier-ignore
    },
    onNote: (note) => log.info('repository is odd', { job: job.name, ...note }),
  });
}

/** Waits; when the wait is broken off, the signal's own reason is thrown, by which a stop is told from a fault. */
async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  try {
    await delay(ms, undefined, { signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
}

/** A holder of this machine whose process is gone is dead; of others nothing is known. */
function mayBeAlive(holder: string): boolean {
  const [host, pid] = holder.split(':');
  if (host !== hostname()) return true;
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
