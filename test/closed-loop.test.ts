/** Garner harvests Garner: what one store serves, another takes over without loss, and says where it came from. */
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startDemoRepository, type DemoRepository } from '../src/demo/demo-repository.ts';
import type { HarvestSummary } from '../src/harvest/outcome.ts';
import { formatDatestamp } from '../src/model/datestamp.ts';
import { ourIdentifier } from '../src/model/identifier.ts';
import type { Job } from '../src/model/job.ts';
import { headersOf, walk } from './http/harvester.ts';
import { serveWorld, type Endpoint } from './support/corpus-endpoint.ts';
import { openHarvestWorld, type HarvestWorld } from './support/harvest-world.ts';
import { dc, someRecords, startSmallRepository } from './support/small-repository.ts';

const DEMO = fileURLToPath(new URL('../fixtures/demo/', import.meta.url));
const LIST = 'verb=ListRecords&metadataPrefix=oai_dc';

interface Aggregator {
  readonly job: Job;
  readonly world: HarvestWorld;
  readonly endpoint: Endpoint;
  /** All pages of its oai_dc, each valid under the schemas. */
  readonly pages: string[];
}

describe('an aggregator that harvests an aggregator', () => {
  let origin: DemoRepository;
  let first: Aggregator;
  let second: Aggregator;

  beforeAll(async () => {
    origin = await startDemoRepository({ folder: DEMO, host: '127.0.0.1', port: 0, now: () => START });
    first = await aggregate('first', origin.url, START);
    second = await aggregate('second', first.endpoint.url, minutesOn(START, 10));
  }, 60_000);

  afterAll(async () => {
    await Promise.all([close(second), close(first), origin.close()]);
  });

  it('serves the same records, under identifiers that hold the first ones', () => {
    const identifiers = headersOf(first.pages.join('')).map(({ identifier }) => throughSecond(identifier));
    expect(identifiers.length).toBeGreaterThan(300);
    expect(identifiersOf(second)).toEqual(identifiers.sort());
  });

  it('serves the same Dublin Core', () => {
    const ours = recordsOf(second);
    const differences = [...recordsOf(first)].flatMap(([identifier, record]) => {
      const [sent, served] = [elementsOf(record), elementsOf(ours.get(throughSecond(identifier)) ?? '')];
      const lost = sent.filter((element) => !served.includes(element));
      const added = served.filter((element) => !sent.includes(element));
      return sent.join() === served.join() ? [] : [{ identifier, lost, added }];
    });
    expect(differences).toEqual([]);
  });

  it('carries deletions over', () => {
    const deleted = headersOf(first.pages.join('')).filter((header) => header.deleted);
    expect(deleted.length).toBeGreaterThan(0);
    const carried = headersOf(second.pages.join('')).filter((header) => header.deleted);
    expect(carried.map(({ identifier }) => identifier).sort()).toEqual(
      deleted.map(({ identifier }) => throughSecond(identifier)).sort(),
    );
  });

  it('nests the provenance of the first in its own', () => {
    for (const [identifier, record] of recordsOf(second)) {
      if (record.includes('status="deleted"')) continue;
      const chain = [...record.matchAll(/<originDescription .*?<baseURL>([^<]*)<\/baseURL>/g)].map(
        ([, url]) => url,
      );
      expect(chain, identifier).toEqual([first.endpoint.url, origin.url]);
      expect(record, identifier).toMatch(/<\/originDescription><\/originDescription><\/provenance>/);
    }
  });

  it('finds nothing new the next time', async () => {
    const later = minutesOn(second.world.now, 60);
    first.world.now = later;
    const summary = await harvestAgain(second, later);
    expect(summary).toMatchObject({ outcome: 'complete', new: 0, changed: 0, quarantined: 0, rejected: 0 });
  });
});

describe('an aggregator that harvests an aggregator again', () => {
  it('takes over what was changed, deleted and added since', async () => {
    const origin = await startSmallRepository(someRecords(5));
    const first = await aggregate('first', origin.url, minutesOn(START, 0));
    const second = await aggregate('second', first.endpoint.url, minutesOn(START, 10));
    onTestFinished(async () => {
      await Promise.all([close(first), close(second), origin.close()]);
    });

    origin.clock = formatDatestamp(minutesOn(START, 60));
    const [changed, deleted] = origin.records.map(({ identifier }) => ({
      identifier,
      datestamp: origin.clock,
    }));
    origin.records.splice(0, 2, { ...changed!, metadata: dc('Another title') }, deleted!);
    origin.records.push({ ...someRecords(1, 'added')[0]!, datestamp: origin.clock });
    const news = { outcome: 'complete', new: 1, changed: 1, deleted: 1 };
    expect(await harvestAgain(first, minutesOn(START, 61))).toMatchObject(news);
    expect(await harvestAgain(second, minutesOn(START, 70))).toMatchObject(news);

    const pages = await walk(second.endpoint.url, LIST);
    const served = headersOf(pages.join(''));
    expect(served).toHaveLength(6);
    expect(served.filter((header) => header.deleted)).toHaveLength(1);
    expect(pages.join('')).toContain('<dc:title>Another title</dc:title>');
    expect(pages.join('')).not.toContain('<dc:title>Title r1</dc:title>');
  });
});

const START = new Date('2026-01-02T00:00:00Z');

function minutesOn(date: Date, minutes: number): Date {
  return new Date(date.getTime() + minutes * 60_000);
}

/** A store that has harvested a repository, served some minutes later. */
async function aggregate(name: string, url: string, now: Date): Promise<Aggregator> {
  const world = await openHarvestWorld();
  world.now = now;
  const job = { ...world.job(url), name };
  const summary = await world.harvest(job);
  expect(summary.errors).toEqual([]);
  world.now = minutesOn(now, 5);
  const endpoint = await serveWorld(world, 50);
  return { job, world, endpoint, pages: await walk(endpoint.url, LIST) };
}

/** The next harvest of an aggregator; it is served some minutes later. */
async function harvestAgain({ world, job }: Aggregator, now: Date): Promise<HarvestSummary> {
  world.now = now;
  const summary = await world.harvest(job);
  world.now = minutesOn(now, 5);
  return summary;
}

async function close({ endpoint, world }: Aggregator): Promise<void> {
  await endpoint.close();
  await world.close();
}

/** The second's identifier of a record that the first serves. */
function throughSecond(identifier: string): string {
  return ourIdentifier('aggregator.example.org', { job: 'second', identifier });
}

function identifiersOf({ pages }: Aggregator): string[] {
  return headersOf(pages.join(''))
    .map(({ identifier }) => identifier)
    .sort();
}

/** The `<record>` elements of an endpoint, by identifier. */
function recordsOf({ pages }: Aggregator): Map<string, string> {
  const records = pages.flatMap((page) => page.match(/<record>.*?<\/record>/gs) ?? []);
  return new Map(records.map((record) => [headersOf(record)[0]?.identifier ?? '', record]));
}

/** The Dublin Core of a record: element names, languages and values as they are written, in their order. */
function elementsOf(record: string): string[] {
  return record.match(/<dc:\w+[^>]*>[^<]*<\/dc:\w+>/g) ?? [];
}
