/** Declared sets from one end to the other: harvested, served, changed, sorted again. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { remapRecords, type RemapSummary } from '../src/harvest/remap-records.ts';
import { formatDatestamp } from '../src/model/datestamp.ts';
import { ourIdentifier } from '../src/model/identifier.ts';
import type { Job } from '../src/model/job.ts';
import { errorCodesOf, harvest, headersOf, textsOf, walk, type Header } from './http/harvester.ts';
import { serveWorld } from './support/corpus-endpoint.ts';
import { openHarvestWorld, type HarvestWorld } from './support/harvest-world.ts';
import { setsOfText } from './support/set-file.ts';
import { dc, startSmallRepository, type SmallRecord, type SmallRepository } from './support/small-repository.ts'; // prettier-ignore

// The first test reads all mappings and schemas.
vi.setConfig({ testTimeout: 60_000 });

const SETS = `sets:
  - { spec: lang, name: By language }
  - spec: lang:sr
    name: In Serbian & "others"
    description: |
      Records <whose> language
      is Serbian.
    when: { equals: [languages.iso639_3, srp] }
  - { spec: lang:de, name: In German, when: { equals: [languages.iso639_3, deu] } }
  - { spec: 'kind:thesis:phd', name: Doctoral theses, when: { matches: [titles.title, thesis] } }
  - { spec: col, name: Collection, when: { source: { id: [small], set: [col_1] } } }
  - { spec: nothing, name: Nothing, when: { equals: [titles.title, Nothing] } }
`;

let world: HarvestWorld;
let repository: SmallRepository;
let job: Job;

beforeEach(async () => {
  world = await openHarvestWorld();
  repository = await startSmallRepository([
    record('sr', 'Prva', 'sr', 'col_1'),
    record('de', 'Ein thesis-Titel', 'de'),
    record('both', 'A thesis', 'sr'),
    record('none', 'Other', 'en', 'col_2'),
  ]);
  job = world.job(repository.url);
  world.sets = await setsOfText(SETS);
});

afterEach(async () => {
  await repository.close();
  await world.close();
});

function record(id: string, title: string, language: string, set?: string): SmallRecord {
  const metadata = dc(title, `<dc:language>${language}</dc:language>`);
  return { identifier: id, datestamp: repository?.clock ?? '2024-01-01T00:00:00Z', metadata, ...(set !== undefined && { set }) }; // prettier-ignore
}

function later(minutes = 10): void {
  world.now = new Date(world.now.getTime() + minutes * 60_000);
  if (repository.clock < formatDatestamp(world.now)) repository.clock = formatDatestamp(world.now);
}

/** Replaces records of the repository; the next harvest meets them. */
function change(...records: readonly SmallRecord[]): void {
  later();
  const changed = records.map((one) => ({ ...one, datestamp: repository.clock }));
  const kept = repository.records.filter((one) => !changed.some((other) => other.identifier === one.identifier)); // prettier-ignore
  repository.records.splice(0, repository.records.length, ...kept, ...changed);
}

/** Works on the store as it is served some minutes later. */
async function served<T>(work: (url: string) => Promise<T>): Promise<T> {
  later();
  const endpoint = await serveWorld(world, 2);
  try {
    return await work(endpoint.url);
  } finally {
    await endpoint.close();
  }
}

/** The headers of a set by origin identifier, the same in both list verbs. */
async function membersOf(set: string, more = ''): Promise<Record<string, Header>> {
  return served(async (url) => {
    const query = `metadataPrefix=oai_dc&set=${set}${more}`;
    const identifiers = headersOf((await walk(url, `verb=ListIdentifiers&${query}`)).join(''));
    expect(headersOf((await walk(url, `verb=ListRecords&${query}`)).join(''))).toEqual(identifiers);
    return Object.fromEntries(
      identifiers.map((header) => [header.identifier.split('/').at(-1) ?? '', header]),
    );
  });
}

async function namesIn(set: string): Promise<string[]> {
  return Object.keys(await membersOf(set)).sort();
}

function remap(dryRun = false): Promise<RemapSummary> {
  later();
  const options = { dryRun, signal: new AbortController().signal, onProgress: () => undefined };
  return remapRecords(job, { ...world.deps, storage: world.storage }, options);
}

async function headerOf(id: string): Promise<Header> {
  const identifier = ourIdentifier('aggregator.example.org', { job: 'small', identifier: id });
  const query = `verb=GetRecord&metadataPrefix=oai_dc&identifier=${identifier}`;
  return headersOf(await served((url) => harvest(url, query)))[0]!;
}

describe('harvested records', () => {
  beforeEach(async () => {
    expect(await world.harvest(job)).toMatchObject({ outcome: 'complete', new: 4 });
  });

  it('are in the sets whose conditions they fulfil, and in those above', async () => {
    expect(await namesIn('small')).toEqual(['both', 'de', 'none', 'sr']);
    expect(await namesIn('lang')).toEqual(['both', 'de', 'sr']);
    expect(await namesIn('lang:sr')).toEqual(['both', 'sr']);
    expect(await namesIn('kind')).toEqual(['both', 'de']);
    expect(await namesIn('kind:thesis:phd')).toEqual(['both', 'de']);
    expect(await namesIn('col')).toEqual(['sr']);
  });

  it('name the deepest of their sets in their headers', async () => {
    expect((await headerOf('both')).sets).toEqual(['small', 'kind:thesis:phd', 'lang:sr']);
    expect((await headerOf('none')).sets).toEqual(['small']);
  });

  it('are not found in a set that holds nothing, nor under a part of its name', async () => {
    const errors = await served(async (url) => {
      const query = 'verb=ListRecords&metadataPrefix=oai_dc&set=';
      return Promise.all(['nothing', 'lan', 'LANG', 'lang:s'].map(async (set) => errorCodesOf(await harvest(url, query + set)))); // prettier-ignore
    });
    expect(errors).toEqual([['noRecordsMatch'], ['noRecordsMatch'], ['noRecordsMatch'], ['noRecordsMatch']]);
  });

  it('are unchanged when they come again', async () => {
    expect(await world.harvest(job)).toMatchObject({ received: 4, unchanged: 4, changed: 0 });
  });

  it('follow the origin when it moves a record to another set, though its metadata stay', async () => {
    const before = await headerOf('sr');
    change(record('sr', 'Prva', 'sr', 'col_2'), record('none', 'Other', 'en', 'col_1'), record('de', 'Ein thesis-Titel', 'de', 'col_3')); // prettier-ignore
    expect(await world.harvest(job)).toMatchObject({ changed: 2, unchanged: 2 });
    expect(await namesIn('col')).toEqual(['none']);
    expect((await headerOf('sr')).datestamp > before.datestamp).toBe(true);
  });
});

describe('ListSets', () => {
  it('names declared sets with their descriptions, those above them, and the job’s, in pages', async () => {
    await world.harvest(job);
    const pages = await served((url) => walk(url, 'verb=ListSets'));
    expect(pages).toHaveLength(5);
    const xml = pages.join('');
    expect(textsOf(xml, 'setSpec')).toEqual(['col', 'kind', 'kind:thesis', 'kind:thesis:phd', 'lang', 'lang:de', 'lang:sr', 'nothing', 'small']); // prettier-ignore
    expect(textsOf(xml, 'setName')).toEqual(['Collection', 'kind', 'kind:thesis', 'Doctoral theses', 'By language', 'In German', 'In Serbian &amp; "others"', 'Nothing', 'small']); // prettier-ignore
    expect(xml.match(/<setDescription>.*?<\/setDescription>/gs)).toEqual([
      expect.stringMatching(/^<setDescription><oai_dc:dc [^>]*><dc:description[^>]*>Records &lt;whose&gt; language\nis Serbian.\n<\/dc:description><\/oai_dc:dc><\/setDescription>$/), // prettier-ignore
    ]);
  });

  it('has declared sets before anything was harvested, and a set of an empty store is no fault of the sets', async () => {
    const [specs, errors] = await served(async (url) => [
      textsOf((await walk(url, 'verb=ListSets')).join(''), 'setSpec'),
      errorCodesOf(await harvest(url, 'verb=ListRecords&metadataPrefix=oai_dc&set=lang')),
    ]);
    expect(specs).toContain('lang:sr');
    expect(errors).toEqual(['noRecordsMatch']);
  });

  it('calls a job’s set by its title, also above a declared one', async () => {
    world.sets = await setsOfText('sets: [{ spec: small:theses, name: Theses of the small one, when: { source: { id: [small] }, matches: [titles.title, thesis] } }]'); // prettier-ignore
    job = world.job(repository.url, { title: 'The small one' });
    await world.harvest(job);
    const xml = (await served((url) => walk(url, 'verb=ListSets'))).join('');
    expect(textsOf(xml, 'setName')).toEqual(['The small one', 'Theses of the small one']);
    expect((await headerOf('de')).sets).toEqual(['small:theses']);
    expect(await namesIn('small')).toEqual(['both', 'de', 'none', 'sr']);
  });
});

describe('a deleted record', () => {
  it('keeps the sets in which it was last, and is found there by those who harvest the set', async () => {
    await world.harvest(job);
    const since = formatDatestamp(world.now);
    change({ identifier: 'both', datestamp: '' });
    expect(await world.harvest(job)).toMatchObject({ deleted: 1 });
    const news = await membersOf('lang', `&from=${since}`);
    expect(news).toMatchObject({ both: { deleted: true, sets: ['small', 'kind:thesis:phd', 'lang:sr'] } });

    // Also when its sets are declared no more: what a header names is listed.
    world.sets = undefined;
    expect(await remap()).toMatchObject({ sorted: 3, changed: 2 });
    expect(await membersOf('lang:sr')).toMatchObject({ both: { deleted: true } });
    const xml = (await served((url) => walk(url, 'verb=ListSets'))).join('');
    expect(textsOf(xml, 'setSpec')).toEqual(['kind', 'kind:thesis', 'kind:thesis:phd', 'lang', 'lang:sr', 'small']); // prettier-ignore
  });

  it('is in the sets of today when it comes back', async () => {
    await world.harvest(job);
    change({ identifier: 'both', datestamp: '' });
    await world.harvest(job);
    change(record('both', 'A thesis', 'de'));
    expect(await world.harvest(job)).toMatchObject({ new: 1 });
    expect(await namesIn('lang:sr')).toEqual(['sr']);
    expect(await headerOf('both')).toMatchObject({ deleted: false, sets: ['small', 'kind:thesis:phd', 'lang:de'] }); // prettier-ignore
  });

  it('that was never served is in the set of its job alone', async () => {
    change({ identifier: 'gone', datestamp: '', set: 'col_1' });
    await world.harvest(job);
    expect(await headerOf('gone')).toMatchObject({ deleted: true, sets: ['small'] });
  });
});

describe('a record that changes', () => {
  it('leaves a set silently, with a new datestamp, and is not called deleted', async () => {
    await world.harvest(job);
    const since = formatDatestamp(world.now);
    change(record('sr', 'Erste', 'de', 'col_1'));
    await world.harvest(job);
    expect(await namesIn('lang:sr')).toEqual(['both']);
    expect(await membersOf('lang', `&from=${since}`)).toMatchObject({ sr: { deleted: false, sets: ['small', 'col', 'lang:de'] } }); // prettier-ignore
  });
});

describe('remap after a change of the set file', () => {
  const datestamps = async (): Promise<Record<string, string>> =>
    Object.fromEntries(Object.entries(await membersOf('small')).map(([name, { datestamp }]) => [name, datestamp])); // prettier-ignore

  it('sorts every record again, and moves the datestamp only of those whose sets changed', async () => {
    await world.harvest(job);
    const before = await datestamps();
    world.sets = await setsOfText(SETS.replace('[titles.title, thesis]', '[titles.title, ^A thesis]'));
    const counts = { mapped: 0, sorted: 4, changed: 1, inOtherSets: 1, unchanged: 3, held: 0, skipped: 0 };
    expect(await remap(true)).toEqual({ job: 'small', ...counts });
    expect(await namesIn('kind')).toEqual(['both', 'de']);

    expect(await remap()).toEqual({ job: 'small', ...counts });
    expect(await namesIn('kind')).toEqual(['both']);
    expect((await headerOf('de')).sets).toEqual(['small', 'lang:de']);
    const after = await datestamps();
    const moved = Object.keys(after).filter((name) => after[name] !== before[name]);
    expect(moved).toEqual(['de']);
    expect(await remap()).toMatchObject({ mapped: 0, sorted: 0 });
    expect(await world.storage.check()).toEqual([]);
  });

  it('leaves everything else of the records as it was, so that mapping them again changes nothing', async () => {
    await world.harvest(job);
    const wanted = ['raw', 'canonical', 'rendered', 'originSets', 'harvestedAt'] as const;
    const contents = async () =>
      (await world.storage.listDetails({ limit: 10 }))
        .map((detail) => [detail.key.identifier, ...wanted.map((part) => detail[part])])
        .toSorted();
    const before = await contents();
    world.sets = await setsOfText(SETS.replace('srp', 'deu'));
    await remap();
    expect(await contents()).toEqual(before);

    // What was sorted and what is mapped whole have the same hashes: nobody is told of a change that is none.
    const stamps = async () => (await world.storage.listDetails({ limit: 10 })).map(({ stamp }) => stamp);
    const sorted = await stamps();
    const { storage } = world;
    for (const { key, rawHash, mappingHash = '' } of await storage.listDetails({ limit: 10 })) {
      const before = { rawHash: rawHash!, mappingHash };
      await storage.saveRemapped([{ key, now: formatDatestamp(world.now), outcome: { kind: 'sorted', before, mappingHash: 'of another mapping' } }]); // prettier-ignore
    }
    expect(await remap()).toMatchObject({ mapped: 4, sorted: 0, changed: 0, inOtherSets: 0, unchanged: 4 });
    expect(await stamps()).toEqual(sorted);
  });

  it('has nothing to do when only names changed', async () => {
    await world.harvest(job);
    world.sets = await setsOfText(SETS.replace('In German', 'Auf Deutsch'));
    expect(await remap()).toMatchObject({ mapped: 0, sorted: 0 });
    expect(textsOf((await served((url) => walk(url, 'verb=ListSets'))).join(''), 'setName')).toContain('Auf Deutsch'); // prettier-ignore
  });

  it('sorts records that were stored before there was any set file, and takes sets away with it', async () => {
    const { sets } = world;
    world.sets = undefined;
    await world.harvest(job);
    world.sets = sets;
    expect(await remap()).toMatchObject({ sorted: 4, changed: 3, unchanged: 1 });
    expect(await namesIn('lang')).toEqual(['both', 'de', 'sr']);
    world.sets = undefined;
    expect(await remap()).toMatchObject({ sorted: 4, changed: 3, unchanged: 1 });
    const specs = textsOf((await served((url) => walk(url, 'verb=ListSets'))).join(''), 'setSpec');
    expect(specs).toEqual(['small']);
  });

  it('knows the sets of the origin as they are by now', async () => {
    world.sets = undefined;
    await world.harvest(job);
    change(record('de', 'Ein thesis-Titel', 'de', 'col_1'));
    expect(await world.harvest(job)).toMatchObject({ unchanged: 4 });
    world.sets = await setsOfText(SETS);
    await remap();
    expect(await namesIn('col')).toEqual(['de', 'sr']);
  });

  it('leaves what is held back alone, which no set can help', async () => {
    repository.records.push({ ...record('broken', '', 'sr'), metadata: dc('') });
    expect(await world.harvest(job)).toMatchObject({ rejected: 1 });
    world.sets = undefined;
    expect(await remap()).toMatchObject({ mapped: 0, sorted: 4, held: 0 });
  });

  it('maps records again, and does not merely sort them, when their job has another title, too', async () => {
    await world.harvest(job);
    job = { ...job, title: 'Small' };
    world.sets = await setsOfText(SETS.replace('srp', 'deu'));
    expect(await remap(true)).toMatchObject({ mapped: 4, sorted: 0, changed: 4 });
    expect(await remap()).toMatchObject({ mapped: 4, sorted: 0, changed: 4, inOtherSets: 3 });
    expect(await namesIn('lang:sr')).toEqual(['de']);
    world.sets = await setsOfText(SETS);
    expect(await remap()).toMatchObject({ mapped: 0, sorted: 4, changed: 3 });
    expect(await remap()).toMatchObject({ mapped: 0, sorted: 0 });
  });

  it('is not needed for records that a harvest meets: they are sorted there', async () => {
    await world.harvest(job);
    world.sets = await setsOfText(SETS.replace('[titles.title, thesis]', '[titles.title, ^A thesis]'));
    later();
    expect(await world.harvest(job)).toMatchObject({ received: 4, changed: 1, unchanged: 3 });
    expect(await remap()).toMatchObject({ mapped: 0, sorted: 0 });
  });
});
