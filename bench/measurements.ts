/** What is measured, in the order of a round: each needs the store as those before it leave it. */
import { peers } from './peers.ts';
import { cpuSecondsOf, peakMbOf, type Usage } from './process.ts';
import { measurePageTimes } from './page-times.ts';
import { startSource, type Source } from './source.ts';
import { walkList } from './walk.ts';
import { createWorkspace, JOB, type Workspace } from './workspace.ts';

/** Where a round takes place. */
export interface World {
  readonly source: Source;
  readonly records: number;
  readonly workspace: Workspace;
}

/** What one run of a measurement came to. */
export interface Sample extends Usage {
  readonly records: number;
  /** What it measured beside its cost, by name. */
  readonly figures?: Readonly<Record<string, number>>;
}

export interface Measurement {
  readonly name: string;
  readonly what: string;
  /** In the first round only. */
  readonly once?: true;
  run(world: World): Promise<Sample>;
}

/** Everything, the peers that are installed among it. */
export async function listMeasurements(): Promise<{ measurements: Measurement[]; missing: string[] }> {
  const { installed, missing } = await peers();
  return { measurements: [...OURS, ...installed], missing };
}

/** The one that the others need. */
export const HARVEST = 'harvest';

const OURS: readonly Measurement[] = [
  { name: HARVEST, what: 'harvest: fetch, read, map, render both, store', run: harvest },
  {
    name: 'unchanged',
    what: 'harvest again, nothing new (--full)',
    run: (world) => garner(world, ['harvest', JOB, '--full']),
  },
  { name: 'store', what: 'size of the store', once: true, run: storeSize },
  {
    name: 'walk oai_dc',
    what: 'ListRecords of all oai_dc, one client',
    run: (world) => walk(world, 'oai_dc'),
  },
  { name: 'walk mods', what: 'ListRecords of all mods, one client', run: (world) => walk(world, 'mods') },
  { name: 'page times', what: 'first, second and last page', once: true, run: pageTimes },
  { name: 'remap', what: 'map the store again, mapping changed, coverage on', run: remap },
  { name: 'remap marcxml', what: 'the same, of MARCXML', once: true, run: remapMarc },
  { name: 'page of 100 MB', what: 'one page of 100 MB through the client', once: true, run: readLargePage },
  { name: 'harvest of 100 MB pages', what: 'the same page harvested', once: true, run: harvestLargePage },
  { name: 'help', what: 'garner --help', run: (world) => garner(world, ['--help']) },
  { name: 'stages', what: 'the stages one by one, in one process', once: true, run: stages },
];

async function harvest(world: World): Promise<Sample> {
  const sample = await garner(world, ['harvest', JOB]);
  const { records } = world;
  return { ...sample, figures: { recordsPerSecond: records / sample.wallSeconds } };
}

async function garner({ workspace, records }: World, args: readonly string[]): Promise<Sample> {
  const { stdout: _, ...usage } = await workspace.garner(args);
  return { ...usage, records };
}

async function remap({ workspace, records }: World): Promise<Sample> {
  workspace.changeMapping();
  const { stdout, ...usage } = await workspace.program('remap.mjs', ['oai_dc']);
  const { mapped } = JSON.parse(stdout) as { mapped: number };
  if (mapped < records / 2) throw new Error(`remap: ${mapped} of ${records} records were mapped again`);
  return { ...usage, records };
}

/** The harvest that fills the store is not counted. */
async function remapMarc({ source, records }: World): Promise<Sample> {
  const workspace = createWorkspace(source.baseUrl, { metadataPrefix: 'marcxml' });
  try {
    await workspace.garner(['harvest', JOB]);
    workspace.changeMapping();
    const { stdout, ...usage } = await workspace.program('remap.mjs', ['marcxml']);
    const { mapped } = JSON.parse(stdout) as { mapped: number };
    if (mapped < records / 2) throw new Error(`remap: ${mapped} of ${records} records were mapped again`);
    return { ...usage, records };
  } finally {
    workspace.remove();
  }
}

/** The cost of the server alone: CPU time from the first request to the last, start-up left out. */
async function walk({ workspace, records }: World, metadataPrefix: string): Promise<Sample> {
  const server = await workspace.serve();
  try {
    const before = cpuSecondsOf(server.pid);
    const walked = await walkList(server.baseUrl, `metadataPrefix=${metadataPrefix}`);
    const cpuSeconds = cpuSecondsOf(server.pid) - before;
    if (walked.records < records * 0.9)
      throw new Error(`walk: ${walked.records} of ${records} records are served`);
    const { seconds: wallSeconds } = walked;
    const figures = { recordsPerSecond: walked.records / wallSeconds };
    return { records: walked.records, wallSeconds, cpuSeconds, peakMb: peakMbOf(server.pid), figures };
  } finally {
    await server.stop();
  }
}

async function pageTimes({ workspace, records }: World): Promise<Sample> {
  const server = await workspace.serve();
  try {
    const before = cpuSecondsOf(server.pid);
    const start = performance.now();
    const figures = await measurePageTimes(server.baseUrl, { set: JOB });
    const wallSeconds = (performance.now() - start) / 1000;
    const cpuSeconds = cpuSecondsOf(server.pid) - before;
    return { records, wallSeconds, cpuSeconds, peakMb: peakMbOf(server.pid), figures };
  } finally {
    await server.stop();
  }
}

async function storeSize({ workspace, records }: World): Promise<Sample> {
  const bytes = workspace.storeBytes();
  return { records, wallSeconds: 0, cpuSeconds: 0, peakMb: 0, figures: { bytesPerRecord: bytes / records } };
}

async function readLargePage(world: World): Promise<Sample> {
  return withLargePage(async (source, records) => {
    const { stdout, ...usage } = await world.workspace.program('read-page.mjs', [source.baseUrl]);
    const { bytes } = JSON.parse(stdout) as { bytes: number };
    return { ...usage, records, figures: { pageMb: bytes / 1e6 } };
  });
}

async function harvestLargePage(): Promise<Sample> {
  return withLargePage(async (source, records) => {
    const workspace = createWorkspace(source.baseUrl, { maxResponse: '256MB' });
    try {
      const { stdout: _, ...usage } = await workspace.garner(['harvest', JOB]);
      return { ...usage, records };
    } finally {
      workspace.remove();
    }
  });
}

async function withLargePage<T>(work: (source: Source, records: number) => Promise<T>): Promise<T> {
  const source = await startSource({ records: LARGE_PAGE, page: LARGE_PAGE });
  try {
    return await work(source, LARGE_PAGE);
  } finally {
    await source.stop();
  }
}

/** At 2.2 KB each these make a page of 100 MB. */
const LARGE_PAGE = 46_000;

async function stages({ source, records, workspace }: World): Promise<Sample> {
  const args = [source.baseUrl, workspace.mappings, `${Math.min(records, STAGE_RECORDS)}`];
  const { stdout, ...usage } = await workspace.program('stages.mjs', args);
  return { ...usage, records, figures: JSON.parse(stdout) as Record<string, number> };
}

/** Several passes through each stage: a part of the records is enough. */
const STAGE_RECORDS = 5_000;
