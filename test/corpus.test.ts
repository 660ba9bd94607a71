/** Every recorded oai_dc source goes through the whole line: played, harvested, kept, served. Nothing gets lost. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ourIdentifier } from '../src/model/identifier.ts';
import { errorCodesOf, harvest, headersOf, walk } from './http/harvester.ts';
import {
  harvestSource,
  heldBy,
  openCorpusLine,
  type CorpusLine,
  type HarvestedSource,
} from './support/corpus-line.ts';
import { bareRecords, brokenBodies, recordedLists, type CorpusSource } from './support/corpus-sources.ts';
import { hasShared } from './support/shared.ts';
import { validateResponse } from './support/xsd.ts';

/** The lists that do not end `complete`, and why that is right. */
const OUTCOMES: Readonly<Record<string, { outcome: string; why: RegExp }>> = {
  'bepress.npp_ksu': { outcome: 'incomplete', why: /announced 835/ },
  'broken-arxiv-http503-retry-after': { outcome: 'failed', why: /a web page came instead of XML/ },
  'broken-arxiv.adsabs-arxiv_multi_20230125_header': { outcome: 'failed', why: /more than one root/ },
  'broken-dlibra.psnc-oaiListIdentifiersIncorrectMetadataPrefix': { outcome: 'failed', why: /cannotDisseminateFormat/ },
  'broken-dspace.eur-fake3-00001': { outcome: 'failed', why: /not well-formed/ },
  'broken-dspace.eur-fake4-00001': { outcome: 'failed', why: /neither <ListRecords> nor <error>/ },
  'broken-dspace.mit-http500-empty-body': { outcome: 'failed', why: /the response is empty/ },
  'broken-kata-ida-ida_invalid': { outcome: 'failed', why: /neither <ListRecords> nor <error>/ },
  'broken-omeka-raw-http-response': { outcome: 'incomplete', why: /refuses its own resumptionToken/ },
}; // prettier-ignore

/** The sources of which records are held back, and why; all others lose none. */
const HELD: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  handmade: { 'header.identifier-missing': 1 },
  'rubyoai.sciencehistory-3': { 'metadata.unexpected-root': 10 }, // an edm:dc in no namespace
  'xtf.cdlib-4': { 'title.missing': 1 },
  'records-oai_dc': { 'title.missing': 1 },
  'broken-chalmers-cpl-chalmers': { 'metadata.unexpected-root': 2 }, // these are MODS
  'broken-chalmers-cpl-doi_error': { 'metadata.unexpected-root': 1 },
  'broken-chalmers-cpl-invalid_issn': { 'metadata.unexpected-root': 1 },
  'broken-chalmers-cpl-validatable': { 'metadata.unexpected-root': 1 },
  'broken-manuscriptorium-manuscriptorium': { 'metadata.unexpected-root': 1 },
};

describe.runIf(hasShared())('recorded oai_dc, from the repository to our endpoint', () => {
  let line: CorpusLine;
  beforeAll(async () => {
    line = await openCorpusLine();
  });
  afterAll(() => line.close());

  it.each(recordedLists())('$name: a list', (source) => goThrough(source, line), 60_000);

  it('bare records, each in an envelope', () => goThrough(bareRecords(), line));

  it.each(brokenBodies())('$name: a body that is not sound', (source) => goThrough(source, line));

  it('is served as XML of which the payloads are validated too', async () => {
    const page = await harvest(line.endpoint.url, 'verb=ListRecords&metadataPrefix=mods&set=arxiv.adsabs-1');
    expect(validateResponse(page)).toEqual([]);
    expect(validateResponse(page.replace('<mods:titleInfo', '<mods:titleInfo nosuch="1"'))).not.toEqual([]);
  });
});

async function goThrough(source: CorpusSource, line: CorpusLine): Promise<void> {
  const harvested = await harvestSource(line, source);
  expectTruthful(source, harvested);
  if (harvested.summary.outcome === 'failed') return;
  expectAccountedFor(source, harvested);
  expectKept(harvested);
  for (const metadataPrefix of ['oai_dc', 'mods'])
    await expectServed(metadataPrefix, { source, harvested, line });
}

/** The outcome is the one that is right for the source, and the reason is told. */
function expectTruthful({ job }: CorpusSource, { summary }: HarvestedSource): void {
  const losses = job in HELD ? 'complete-with-losses' : 'complete';
  expect(summary.outcome, summary.errors.join('\n')).toBe(OUTCOMES[job]?.outcome ?? losses);
  expect(summary.errors.join('\n')).toMatch(OUTCOMES[job]?.why ?? /^$/);
}

/** Every record of the pages was received and counted once; of held ones it is said why. */
function expectAccountedFor(source: CorpusSource, harvested: HarvestedSource): void {
  const { summary, recorded, kept } = harvested;
  expect(summary.received).toBe(recorded.length);
  expect(summary.received).toBe(source.counted ?? recorded.length);
  const { received, changed, unchanged, deleted, quarantined, rejected, skipped } = summary;
  expect(summary.new + changed + unchanged + deleted + quarantined + rejected + skipped).toBe(received);
  expect(kept.filter(({ detail }) => detail === undefined)).toEqual([]);
  expect(quarantined + rejected + skipped).toBe(sum(Object.values(HELD[source.job] ?? {})));
  expect(heldBy(harvested)).toEqual(HELD[source.job] ?? {});
}

/** The metadata in the store are the bytes that were sent, blanks and line ends and all. */
function expectKept({ kept }: HarvestedSource): void {
  for (const { sent, detail } of kept) {
    expect(detail?.raw?.metadata?.xml, sent.identifier).toBe(sent.deleted ? undefined : sent.metadata);
  }
}

interface Serving {
  readonly source: CorpusSource;
  readonly harvested: HarvestedSource;
  readonly line: CorpusLine;
}

/**
 * What is new has every record that is not held back, deleted ones too. Each response is validated against the
 * schemas of the protocol, which validate what stands in `metadata` and `about` strictly: nothing is validated twice.
 */
async function expectServed(metadataPrefix: string, { source, harvested, line }: Serving): Promise<void> {
  const { world, endpoint } = line;
  const query = `verb=ListRecords&metadataPrefix=${metadataPrefix}&from=${harvested.at}`;
  const pages = await walk(endpoint.url, query);
  const expected = harvested.kept
    .filter(({ detail }) => detail?.state === 'active' || detail?.state === 'deleted')
    .map(({ sent }) => ({
      identifier: ourIdentifier(world.deps.repositoryIdentifier, {
        job: source.job,
        identifier: sent.identifier,
      }),
      deleted: sent.deleted,
    }));
  if (expected.length === 0) return expect(pages.flatMap(errorCodesOf)).toEqual(['noRecordsMatch']);
  const served = pages.flatMap(headersOf).map(({ identifier, deleted }) => ({ identifier, deleted }));
  expect(served.sort(byIdentifier)).toEqual(expected.sort(byIdentifier));
  const payloads = pages.reduce((count, page) => count + page.split('<metadata>').length - 1, 0);
  expect(payloads).toBe(expected.filter(({ deleted }) => !deleted).length);
}

function byIdentifier(left: { identifier: string }, right: { identifier: string }): number {
  return left.identifier < right.identifier ? -1 : 1;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
