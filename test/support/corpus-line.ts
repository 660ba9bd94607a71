/** The whole line for recorded sources: one store, a job for each source, and our endpoint over it. */
import type { HarvestSummary } from '../../src/harvest/outcome.ts';
import { formatDatestamp } from '../../src/model/datestamp.ts';
import type { HeldRecord, RecordDetail } from '../../src/storage/storage.ts';
import { serveWorld, type Endpoint } from './corpus-endpoint.ts';
import type { RecordedRecord } from './corpus-records.ts';
import type { CorpusSource } from './corpus-sources.ts';
import { openHarvestWorld, type HarvestWorld } from './harvest-world.ts';

export interface CorpusLine {
  readonly world: HarvestWorld;
  readonly endpoint: Endpoint;
  close(): Promise<void>;
}

/** A source after its harvest. */
export interface HarvestedSource {
  readonly summary: HarvestSummary;
  /** Our clock at the harvest; no other source was harvested then. */
  readonly at: string;
  readonly recorded: readonly RecordedRecord[];
  /** What is stored under each identifier that was recorded. */
  readonly kept: readonly { readonly sent: RecordedRecord; readonly detail: RecordDetail | undefined }[];
  /** What is held: quarantined, rejected or skipped, records without an identifier among it. */
  readonly held: readonly HeldRecord[];
}

const PAGE_SIZE = 100;

/** An empty store, later than everything that was recorded, and the endpoint that serves it. */
export async function openCorpusLine(): Promise<CorpusLine> {
  const world = await openHarvestWorld();
  world.now = new Date('2026-01-02T00:00:00Z');
  const endpoint = await serveWorld(world, PAGE_SIZE);
  const close = async (): Promise<void> => {
    await endpoint.close();
    await world.close();
  };
  return { world, endpoint, close };
}

/** Plays a source and harvests it as a job of its name; then a minute goes by. */
export async function harvestSource({ world }: CorpusLine, source: CorpusSource): Promise<HarvestedSource> {
  const replay = await source.start();
  try {
    const job = { ...world.job(replay.url, { title: source.name }), name: source.job };
    const at = formatDatestamp(world.now);
    const summary = await world.harvest(job);
    world.now = new Date(world.now.getTime() + 60_000);
    const recorded = source.recorded();
    const held = await world.storage.listHeld({ job: source.job, limit: recorded.length + 1 });
    return { summary, at, recorded, kept: await keptOf(world, source.job, recorded), held };
  } finally {
    await replay.close();
  }
}

/** How many records are held back for each reason, by the code of the first issue. */
export function heldBy({ held }: HarvestedSource): Record<string, number> {
  return countEach(held.map(({ issues }) => issues[0]?.code ?? 'no reason given'));
}

/** How often each value occurs. */
export function countEach(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

async function keptOf(
  world: HarvestWorld,
  job: string,
  recorded: readonly RecordedRecord[],
): Promise<HarvestedSource['kept']> {
  const last = new Map(recorded.map((record) => [record.identifier, record]));
  last.delete('');
  const kept: { sent: RecordedRecord; detail: RecordDetail | undefined }[] = [];
  for (const sent of last.values()) {
    kept.push({ sent, detail: await world.storage.findDetail({ job, identifier: sent.identifier }) });
  }
  return kept;
}
