/** Everything that a harvest needs, real: a store on disk, the mappings of the package, HTTP on loopback. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient } from '../../src/client/client.ts';
import { createFormats } from '../../src/formats/formats.ts';
import type { HarvestDeps, HarvestEvent } from '../../src/harvest/deps.ts';
import { harvestRepository, type HarvestOptions } from '../../src/harvest/harvest-repository.ts';
import type { HarvestSummary } from '../../src/harvest/outcome.ts';
import { loadMappings } from '../../src/mapping/load-mappings.ts';
import type { MappingSet } from '../../src/mapping/mapping.ts';
import { jobSchema, type Job } from '../../src/model/job.ts';
import type { DeclaredSets } from '../../src/sets/declared-sets.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import type { Storage } from '../../src/storage/storage.ts';

export interface HarvestWorld {
  readonly storage: Storage;
  /** The store's file. */
  readonly file: string;
  readonly mappings: MappingSet;
  readonly deps: HarvestDeps;
  readonly events: HarvestEvent[];
  /** The declared sets; a test changes them. */
  sets: DeclaredSets | undefined;
  /** Our clock; a test moves it. */
  now: Date;
  /** Waits that were asked for, in milliseconds; none really happens. */
  readonly waits: number[];
  job(baseUrl: string, more?: object): Job;
  harvest(job: Job, options?: Partial<HarvestOptions>): Promise<HarvestSummary>;
  /** Opens the same store again, as another process would. */
  reopen(): Promise<HarvestWorld>;
  close(): Promise<void>;
}

const MAPPINGS_FOLDER = fileURLToPath(new URL('../../mappings/', import.meta.url));
let mappings: Promise<MappingSet> | undefined;

/** A world in a folder of its own. Close it: its folder goes with it. */
export async function openHarvestWorld(): Promise<HarvestWorld> {
  return worldIn(mkdtempSync(join(tmpdir(), 'garner-harvest-')));
}

async function worldIn(folder: string): Promise<HarvestWorld> {
  mappings ??= loadMappings(MAPPINGS_FOLDER);
  const set = await mappings;
  const file = join(folder, 'garner.db');
  const storage = await openStorage(`sqlite:${file}`);
  const events: HarvestEvent[] = [];
  const waits: number[] = [];
  const world: HarvestWorld = {
    storage, file, mappings: set, events, waits,
    sets: undefined,
    now: new Date('2024-06-01T12:00:00Z'),
    deps: {
      storage,
      mappings: set.inputs,
      formats: createFormats(set),
      get sets() {
        return world.sets;
      },
      repositoryIdentifier: 'aggregator.example.org',
      openClient: (job) =>
        createClient({
          baseUrl: job.baseUrl,
          userAgent: 'Garner/test',
          politeness: job.politeness,
          http: job.http,
          sleep: async (ms) => void waits.push(ms),
          now: () => world.now,
          random: () => 0.5,
        }),
      now: () => world.now,
      holder: `here:${process.pid}:${Math.random()}`,
      mayBeAlive: () => true,
      onEvent: (event) => void events.push(event),
    },
    job: (baseUrl, more = {}) => ({ name: 'small', ...jobSchema.parse({ baseUrl, ...more }) }),
    harvest: (job, options = {}) =>
      harvestRepository(job, world.deps, { signal: new AbortController().signal, ...options }),
    reopen: () => worldIn(folder),
    close: async () => {
      await storage.close();
      rmSync(folder, { recursive: true, force: true });
    },
  }; // prettier-ignore
  return world;
}
