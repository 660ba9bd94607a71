import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openHarvestWorld, type HarvestWorld } from '../support/harvest-world.ts';
import {
  dc,
  oaiError,
  someRecords,
  startSmallRepository,
  type SmallRepository,
} from '../support/small-repository.ts';

let world: HarvestWorld;
let repository: SmallRepository;

beforeEach(async () => {
  world = await openHarvestWorld();
  repository = await startSmallRepository(someRecords(25));
});

afterEach(async () => {
  await repository.close();
  await world.close();
});

/** Sums that must hold for every summary. */
function addsUp(summary: Record<string, unknown>): boolean {
  const parts = ['new', 'changed', 'unchanged', 'deleted', 'quarantined', 'rejected', 'skipped'].map((key) =>
    Number(summary[key]),
  );
  return summary['received'] === parts.reduce((sum, part) => sum + part, 0);
}

async function titles(): Promise<(string | undefined)[]> {
  const details = await world.storage.listDetails({ limit: 1000 });
  return details.map((detail) => detail.canonical?.titles[0]?.title);
}

describe('a first harvest', () => {
  it('stores every record of every page and says so', async () => {
    const summary = await world.harvest(world.job(repository.url));
    expect(summary).toMatchObject({
      outcome: 'complete',
      windows: 1,
      received: 25,
      new: 25,
      retries: 0,
      errors: [],
    });
    expect(summary.requests).toBe(4);
    expect(summary.bytes).toBeGreaterThan(1000);
    expect(await titles()).toHaveLength(25);
    expect(repository.lists()).toEqual(['||', '||10!!', '||20!!']);
  });

  it('keeps what the repository sent, byte for byte', async () => {
    const metadata = `\n  ${dc('A &amp; B', '<!-- kept --><dc:date>\r\n2001 </dc:date>')}\n`;
    repository.records.splice(0, 25, { identifier: 'x', datestamp: '2024-01-01T00:00:00Z', metadata });
    await world.harvest(world.job(repository.url));
    const detail = await world.storage.findDetail({ job: 'small', identifier: 'x' });
    expect(detail?.raw?.metadata?.xml).toBe(metadata);
    expect(detail?.canonical?.titles[0]?.title).toBe('A & B');
  });

  it('harvests the sets of the job one after the other, each in its own window', async () => {
    const inSet = (set: string) => someRecords(12, set).map((record) => ({ ...record, set }));
    repository.records.splice(0, 25, ...inSet('a'), ...inSet('b'), ...inSet('c'));
    const summary = await world.harvest(world.job(repository.url, { sets: { include: ['a', 'b'] } }));
    expect(summary).toMatchObject({ outcome: 'complete', windows: 2, received: 24 });
    expect(repository.lists()).toEqual(['|a|', '||10!!a', '|b|', '||10!!b']);
  });

  it('harvests every set but the excluded ones', async () => {
    const inSet = (set: string) => someRecords(2, set).map((record) => ({ ...record, set }));
    repository.records.splice(0, 25, ...inSet('a'), ...inSet('b'), ...inSet('c'));
    await world.harvest(world.job(repository.url, { sets: { exclude: ['b'] } }));
    expect(repository.lists()).toEqual(['|a|', '|c|']);
  });
});

describe('the next harvest', () => {
  it('asks from the repository’s clock minus the overlap, and finds unchanged records by their content', async () => {
    const job = world.job(repository.url, { windows: { overlap: '1h' } });
    await world.harvest(job);
    repository.clock = '2024-06-02T12:00:00Z';
    world.now = new Date('2024-06-02T12:00:01Z');
    const before = await world.storage.listDetails({ limit: 100 });
    repository.records.push({ ...repository.records[0]!, datestamp: '2024-06-01T18:00:00Z' });
    const summary = await world.harvest(job);
    expect(repository.lists().at(-1)).toBe('2024-06-01T11:00:00Z||');
    expect(summary).toMatchObject({ outcome: 'complete', received: 1, unchanged: 1, new: 0, changed: 0 });
    expect((await world.storage.listDetails({ limit: 100 })).map(({ stamp }) => stamp)).toEqual(before.map(({ stamp }) => stamp)); // prettier-ignore
  });

  it('is complete when nothing is new, and moves the cursor', async () => {
    const job = world.job(repository.url);
    await world.harvest(job);
    repository.clock = '2024-07-01T00:00:00Z';
    world.now = new Date('2024-07-01T00:00:00Z');
    expect(await world.harvest(job)).toMatchObject({ outcome: 'complete', received: 0 });
    expect((await world.storage.findLastComplete('small', undefined))?.repositoryTime).toBe(
      '2024-07-01T00:00:00Z',
    );
  });

  it('stores changes and tombstones, and counts them apart', async () => {
    const job = world.job(repository.url);
    await world.harvest(job);
    world.now = new Date('2024-06-02T12:00:00Z');
    repository.clock = '2024-06-02T12:00:00Z';
    const [first, second] = repository.records;
    repository.records.push(
      { ...first!, datestamp: '2024-06-01T20:00:00Z', metadata: dc('Title r1, revised') },
      { identifier: second!.identifier, datestamp: '2024-06-01T20:00:00Z' },
      { identifier: 'oai:small.example.org:new', datestamp: '2024-06-01T20:00:01Z', metadata: dc('New') },
    );
    const summary = await world.harvest(job);
    expect(summary).toMatchObject({ outcome: 'complete', received: 3, new: 1, changed: 1, deleted: 1 });
    const gone = await world.storage.findDetail({ job: 'small', identifier: second!.identifier });
    expect(gone).toMatchObject({ state: 'deleted', datestamp: '2024-06-02T12:00:00Z' });
  });

  it('trusts the slower of two clocks', async () => {
    const job = world.job(repository.url, { windows: { overlap: '0s' } });
    repository.clock = '2029-01-01T00:00:00Z';
    await world.harvest(job);
    await world.harvest(job);
    expect(repository.lists().at(-1)).toBe('2024-06-01T12:00:00Z||');
  });

  it('harvests everything again with --full', async () => {
    const job = world.job(repository.url);
    await world.harvest(job);
    const summary = await world.harvest(job, { full: true });
    expect(summary).toMatchObject({ outcome: 'complete', received: 25, unchanged: 25 });
    expect(repository.lists().slice(3)[0]).toBe('||');
  });

  it('does not move the cursor when a selection was asked for by hand', async () => {
    const job = world.job(repository.url);
    await world.harvest(job, { from: '2024-01-01', until: '2024-01-02' });
    expect(await world.storage.findLastComplete('small', undefined)).toBeUndefined();
    expect(repository.lists()[0]).toBe('2024-01-01||');
  });
});

describe('bad records', () => {
  it('are kept apart with their reason, and the rest of the page is stored', async () => {
    const at = '2024-01-02T00:00:00Z';
    repository.records.push(
      { identifier: 'broken', datestamp: at, metadata: dc('A <b>title').replace('</dc:title>', '') },
      { identifier: 'untitled', datestamp: at, metadata: dc('') },
      { identifier: 'foreign', datestamp: at, metadata: '<html xmlns="http://www.w3.org/1999/xhtml"/>' },
      { identifier: '', datestamp: at, metadata: dc('No identifier') },
    );
    const summary = await world.harvest(world.job(repository.url));
    expect(summary).toMatchObject({
      outcome: 'complete-with-losses',
      received: 29,
      new: 25,
      quarantined: 3,
      rejected: 1,
    });
    expect(addsUp({ ...summary })).toBe(true);
    const held = await world.storage.listHeld({ limit: 10 });
    expect(held.map(({ key, issues }) => [key.identifier.split(':')[0], issues[0]?.code])).toEqual(
      expect.arrayContaining([
        ['broken', 'metadata.malformed'],
        ['foreign', 'metadata.unexpected-root'],
        ['missing-identifier', 'header.identifier-missing'],
        ['untitled', 'title.missing'],
      ]),
    );
    const detail = await world.storage.findDetail({ job: 'small', identifier: 'broken' });
    expect(detail?.raw?.metadata?.xml).toContain('A <b>title');
  });

  it('leave the version that is served as it was', async () => {
    const job = world.job(repository.url);
    await world.harvest(job);
    const { identifier } = repository.records[0]!;
    repository.records.push({ identifier, datestamp: '2024-06-01T11:59:59Z', metadata: '<broken' });
    expect(await world.harvest(job)).toMatchObject({ outcome: 'complete-with-losses', quarantined: 1 });
    const detail = await world.storage.findRecord({ job: 'small', identifier }, 'oai_dc');
    expect(detail?.metadata?.toString()).toContain('Title r1');
  });

  it('are counted in every run that meets them', async () => {
    repository.records.push({ identifier: 'untitled', datestamp: '2024-06-01T11:59:00Z', metadata: dc('') });
    const job = world.job(repository.url);
    expect(await world.harvest(job)).toMatchObject({ rejected: 1 });
    expect(await world.harvest(job)).toMatchObject({
      outcome: 'complete-with-losses',
      rejected: 1,
      unchanged: 0,
    });
  });

  it('stop a run that mostly fails, before it has gone through the whole repository', async () => {
    const bad = someRecords(400, 'bad').map((record) => ({ ...record, metadata: dc('') }));
    repository.records.splice(0, 25, ...bad);
    const summary = await world.harvest(
      world.job(repository.url, { abort: { rejectedShare: '20%', min: 50 } }),
    );
    expect(summary.outcome).toBe('incomplete');
    expect(summary.received).toBe(50);
    expect(summary.errors[0]).toMatch(/50 of 50 records were rejected or quarantined/);
  });
});

describe('a repository that fails', () => {
  const expectStored = async (count: number): Promise<void> => expect(await titles()).toHaveLength(count);

  it('in the midst of a list leaves an incomplete run, which the next one finishes where it stopped', async () => {
    repository.mood = ({ parameters }) =>
      parameters.get('resumptionToken')?.startsWith('20') ? { status: 500 } : undefined;
    const job = world.job(repository.url, { politeness: { retries: 1 } });
    const first = await world.harvest(job);
    expect(first).toMatchObject({ outcome: 'incomplete', received: 20, retries: 1 });
    expect(first.errors[0]).toMatch(/500/);
    await expectStored(20);

    repository.mood = () => undefined;
    const second = await world.harvest(job);
    expect(second).toMatchObject({ outcome: 'complete', windows: 1, received: 25, new: 25 });
    expect(repository.lists().at(-1)).toBe('||20!!');
    await expectStored(25);
  });

  it('that has forgotten a token has its window asked for again from the beginning', async () => {
    const job = world.job(repository.url, { politeness: { retries: 0 } });
    repository.mood = ({ parameters }) =>
      parameters.get('resumptionToken')?.startsWith('10') ? { status: 500 } : undefined;
    await world.harvest(job);
    let forgotten = true;
    repository.mood = ({ parameters }) => {
      if (parameters.get('verb') === 'ListRecords' && !parameters.has('resumptionToken')) forgotten = false;
      return forgotten && parameters.has('resumptionToken')
        ? oaiError(repository, 'badResumptionToken')
        : undefined;
    };
    const summary = await world.harvest(job);
    expect(summary).toMatchObject({ outcome: 'complete', received: 25, new: 25, unchanged: 0 });
    expect(await world.storage.listRuns({ job: 'small', limit: 1 })).toMatchObject([
      { counts: { received: 25, new: 25, unchanged: 0 } },
    ]);
    await expectStored(25);
  });

  it('that refuses its own token counts each record once, as what was stored when it came first', async () => {
    const [first, second, third] = repository.records;
    const later = [third!, ...repository.records.splice(12)];
    repository.records.splice(2, 1);
    const job = world.job(repository.url);
    await world.harvest(job);
    const revised = { ...first!, metadata: dc('Title r1, revised') };
    const gone = { identifier: second!.identifier, datestamp: second!.datestamp };
    repository.records.splice(0, 2, revised, gone, ...later);
    const begun = (): number => repository.lists().filter((list) => list === '||').length;
    repository.mood = ({ parameters }) =>
      parameters.has('resumptionToken') && begun() === 2
        ? oaiError(repository, 'badResumptionToken')
        : undefined;
    const summary = await world.harvest(job, { full: true });
    const counts = { received: 25, new: 14, changed: 1, deleted: 1, unchanged: 9 };
    expect(begun()).toBe(3);
    expect(summary).toMatchObject({ outcome: 'complete', ...counts });
    expect(await world.storage.listRuns({ job: 'small', limit: 1 })).toMatchObject([{ counts }]);
  });

  it('that cannot be reached fails, and changes nothing', async () => {
    const job = world.job('http://127.0.0.1:1/oai', { politeness: { retries: 1 } });
    const summary = await world.harvest(job);
    expect(summary).toMatchObject({ outcome: 'failed', received: 0, windows: 0 });
    expect(summary.errors[0]).toMatch(/127\.0\.0\.1:1/);
  });

  it.each([
    [
      'a web page',
      { body: '<!DOCTYPE html><html><title>Login</title></html>', headers: { 'content-type': 'text/html' } },
    ],
    [
      'a cut response',
      {
        body: '<?xml version="1.0"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords><record>',
      },
    ],
    ['nothing', { body: '' }],
  ])('by answering %s does not look like an empty one', async (_, step) => {
    repository.mood = ({ parameters }) => (parameters.get('verb') === 'ListRecords' ? step : undefined);
    const summary = await world.harvest(world.job(repository.url, { politeness: { retries: 1 } }));
    expect(summary.outcome).toBe('failed');
    expect(summary.errors).toHaveLength(1);
  });

  it('to list as many records as it announced is incomplete', async () => {
    repository.completeListSize = () => 1000;
    const summary = await world.harvest(world.job(repository.url));
    expect(summary.outcome).toBe('incomplete');
    expect(summary.errors[0]).toMatch(/ended after 25 records, though the repository announced 1000/);
  });

  it('by listing nothing at all, though it was full, is not believed', async () => {
    const job = world.job(repository.url);
    await world.harvest(job);
    repository.records.length = 0;
    const summary = await world.harvest(job, { full: true });
    expect(summary.outcome).toBe('failed');
    expect(summary.errors[0]).toMatch(/lists no records at all, though 25 of it are stored/);
    await expectStored(25);
  });

  it('by never ending its list is cut off', async () => {
    repository.mood = ({ parameters }) => {
      const token = parameters.get('resumptionToken');
      return token === null ? undefined : { ...endless(repository), headers: { 'content-type': 'text/xml' } };
    };
    const summary = await world.harvest(world.job(repository.url));
    expect(summary.outcome).toBe('incomplete');
    expect(repository.lists().length).toBeLessThan(100);
  });

  it('at Identify only is harvested all the same', async () => {
    repository.mood = ({ parameters }) =>
      parameters.get('verb') === 'Identify' ? { status: 404 } : undefined;
    expect(await world.harvest(world.job(repository.url))).toMatchObject({
      outcome: 'complete',
      received: 25,
    });
    expect(world.events.some((event) => event.event === 'warning')).toBe(true);
  });
});

describe('a large page', () => {
  const slices = (): number => world.events.filter(({ event }) => event === 'page saved').length;

  beforeEach(() => {
    repository.records.splice(0, 25, ...someRecords(450));
    repository.pageSize = 450;
  });

  it('is saved in parts, and told of once', async () => {
    const sizes: number[] = [];
    const { savePage } = world.storage;
    Object.assign(world.storage, {
      savePage: async (page: Parameters<typeof savePage>[0]) => {
        sizes.push(page.records.length);
        return savePage(page);
      },
    });
    expect(await world.harvest(world.job(repository.url))).toMatchObject({ received: 450, new: 450 });
    expect(sizes).toEqual([200, 200, 50]);
    expect(slices()).toBe(1);
  });

  it.each([
    ['the first page', { size: 450, stored: 400, token: '' }],
    ['a later page', { size: 225, stored: 425, token: '225!!' }],
  ])(
    'cut short, here %s, is asked for again, and each record counts once',
    async (_, { size, stored, token }) => {
      repository.pageSize = size;
      const job = world.job(repository.url);
      const { savePage } = world.storage;
      let received = 0;
      Object.assign(world.storage, {
        savePage: async (page: Parameters<typeof savePage>[0]) => {
          if (received === stored) throw new Error('killed');
          received += page.records.length;
          return savePage(page);
        },
      });
      await expect(world.harvest(job)).rejects.toThrow('killed');
      expect(await titles()).toHaveLength(stored);

      const again = await world.reopen();
      const summary = await again.harvest(job);
      expect(repository.lists().at(-1)).toBe(`||${token}`);
      expect(summary).toMatchObject({ outcome: 'complete', received: 450, new: 450, unchanged: 0 });
      await again.storage.close();
    },
  );

  it('that is cut short by a signal to stop goes on in the next run', async () => {
    const stop = new AbortController();
    const job = world.job(repository.url);
    const { savePage } = world.storage;
    Object.assign(world.storage, {
      savePage: async (page: Parameters<typeof savePage>[0]) => {
        setImmediate(() => stop.abort());
        return savePage(page);
      },
    });
    const first = await world.harvest(job, { signal: stop.signal });
    expect(first).toMatchObject({ outcome: 'incomplete', received: 200, new: 200 });
    expect(await world.harvest(job)).toMatchObject({ outcome: 'complete', received: 450, new: 450 });
  });
});

describe('a record that is deleted when it is first met', () => {
  it('is served as deleted in the job’s set', async () => {
    repository.records.push({ identifier: 'gone', datestamp: '2024-05-01T00:00:00Z' });
    await world.harvest(world.job(repository.url));
    const list = await world.storage.listRecords({ set: 'small', metadataPrefix: 'mods', limit: 100 });
    expect(list).toHaveLength(26);
    expect(list.at(-1)).toMatchObject({ identifier: 'gone', deleted: true, sets: ['small'] });
  });
});

describe('a job', () => {
  it('does not run twice at once', async () => {
    const job = world.job(repository.url);
    await world.storage.takeLease({ job: 'small', holder: 'other:1:x', now: '2024-06-01T12:00:00Z', expiresAt: '2024-06-01T14:00:00Z' }); // prettier-ignore
    expect(await world.harvest(job)).toMatchObject({ outcome: 'skipped', requests: 0 });
    expect(repository.requests).toHaveLength(0);
  });

  it('is taken over from a process that died, whose run is closed as what it was', async () => {
    const job = world.job(repository.url);
    const run = await world.storage.startRun({
      job: 'small',
      kind: 'incremental',
      startedAt: '2024-06-01T11:00:00Z',
    });
    await world.storage.takeLease({ job: 'small', holder: 'dead:1:x', now: '2024-06-01T11:00:00Z', expiresAt: '2024-06-01T14:00:00Z' }); // prettier-ignore
    Object.assign(world.deps, { mayBeAlive: (holder: string) => !holder.startsWith('dead') });
    expect(await world.harvest(job)).toMatchObject({ outcome: 'complete' });
    const closed = (await world.storage.listRuns({ job: 'small', limit: 5 })).find(({ id }) => id === run.id);
    expect(closed).toMatchObject({ outcome: 'failed', errors: ['the process ended before the run did'] });
  });

  it('without a mapping for its format fails with what to do', async () => {
    const summary = await world.harvest(world.job(repository.url, { metadataPrefix: 'own_format' }));
    expect(summary.outcome).toBe('failed');
    expect(summary.errors[0]).toMatch(
      /no mapping is made for metadataPrefix "own_format"; name one of .*oai_dc.* under "mapping" in jobs\/small\.yaml/,
    );
  });

  it('stops after the running page when it is asked to, and goes on there', async () => {
    const controller = new AbortController();
    Object.assign(world.deps, {
      onEvent: (event: { event: string; page?: number }) => {
        if (event.event === 'page saved' && event.page === 1) controller.abort();
      },
    });
    const job = world.job(repository.url);
    const stopped = await world.harvest(job, { signal: controller.signal });
    expect(stopped).toMatchObject({ outcome: 'incomplete', received: 10 });
    expect(await world.harvest(job)).toMatchObject({ outcome: 'complete', received: 25 });
    expect(repository.lists()).toContain('||10!!');
  });

  it('harvests one record by its identifier', async () => {
    const summary = await world.harvest(world.job(repository.url), {
      identifier: 'oai:small.example.org:r7',
    });
    expect(summary).toMatchObject({ outcome: 'complete', received: 1, new: 1 });
    const missing = await world.harvest(world.job(repository.url), { identifier: 'nope' });
    expect(missing).toMatchObject({ outcome: 'failed' });
    expect(missing.errors[0]).toMatch(/there is no record "nope"/);
  });
});

/** The first page again and again, each time with the same token. */
function endless(repository: SmallRepository): { body: string } {
  const page = repository.records.slice(0, 10).map(({ identifier, datestamp, metadata }) => `<record><header><identifier>${identifier}</identifier><datestamp>${datestamp}</datestamp></header><metadata>${metadata}</metadata></record>`); // prettier-ignore
  return {
    body: `<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2024-06-01T12:00:00Z</responseDate><request>x</request><ListRecords>${page.join('')}<resumptionToken>again</resumptionToken></ListRecords></OAI-PMH>`,
  };
}
