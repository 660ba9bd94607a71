import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HarvestSummary } from '../../src/harvest/outcome.ts';
import { dc, someRecords, startSmallRepository, type SmallRepository } from '../support/small-repository.ts';
import type { Step } from '../support/scripted-server.ts';
import { openWorkshop, type Workshop } from './workshop.ts';

let workshop: Workshop;
let repository: SmallRepository;

beforeEach(async () => {
  workshop = openWorkshop();
  repository = await startSmallRepository(someRecords(25));
  workshop.job('small', repository.url);
});

afterEach(async () => {
  await repository.close();
  await workshop.close();
});

const records = (): Promise<number> =>
  workshop.withStore(async (storage) => (await storage.countByJob())[0]?.active ?? 0);

describe('garner harvest', () => {
  it('harvests a job and says what came of it, on stdout', async () => {
    const { code, out, err } = await workshop.run('harvest', 'small');
    expect(code).toBe(0);
    expect(out).toMatch(/^small: complete\. 25 records received: 25 new \(4 requests, [\d.]+ s\)\.\n$/);
    expect(err).toBe('small: page 1, 10 of 25 records\n');
    expect(await records()).toBe(25);
  });

  it('finds nothing new the next time, and says so', async () => {
    await workshop.run('harvest', 'small');
    const { code, out } = await workshop.run('harvest', 'small');
    expect(code).toBe(0);
    expect(out).toMatch(/^small: complete\. Nothing new\. /);
  });

  it('prints nothing beside the summary with --quiet', async () => {
    expect((await workshop.run('harvest', 'small', '--quiet')).err).toBe('');
  });

  it('prints the summaries of all jobs as one JSON document', async () => {
    workshop.job('gone', 'http://127.0.0.1:1/oai');
    const { code, value } = await workshop.json<HarvestSummary[]>('harvest', '--all');
    expect(code).toBe(1);
    expect(value.map(({ job, outcome }) => [job, outcome])).toEqual([
      ['gone', 'failed'],
      ['small', 'complete'],
    ]);
    expect(value[1]).toEqual({
      job: 'small', outcome: 'complete', windows: 1, requests: 4, bytes: expect.any(Number) as number,
      received: 25, new: 25, changed: 0, unchanged: 0, deleted: 0, quarantined: 0, rejected: 0, skipped: 0,
      retries: 0, seconds: expect.any(Number) as number, errors: [],
    }); // prettier-ignore
  });

  it('leaves the other jobs alone when one cannot even be begun', async () => {
    workshop.job('lido', repository.url, 'metadataPrefix: lido\nmapping: oai_dc\npoliteness: { retries: 0 }');
    repository.mood = ({ parameters }) =>
      parameters.get('metadataPrefix') === 'lido' ? { body: '<html><title>Login</title></html>' } : undefined;
    const { code, out } = await workshop.run('harvest', 'lido', 'small');
    expect(code).toBe(1);
    expect(out).toMatch(/^lido: failed\. [\s\S]*^small: complete\. 25 records/m);
    expect(await records()).toBe(25);
  });

  it('ends with exit code 3 when a list breaks off, keeps what came, and goes on there', async () => {
    repository.mood = ({ parameters }) =>
      parameters.get('resumptionToken')?.startsWith('20') ? { status: 500 } : undefined;
    const { code, out } = await workshop.run('harvest', 'small');
    expect(code).toBe(3);
    expect(out).toMatch(
      /small: incomplete\. 20 records[\s\S]*500[\s\S]*garner harvest small goes on from there/,
    );
    expect(await records()).toBe(20);
    const gaps = await workshop.run('gaps', 'small');
    expect(gaps).toMatchObject({ code: 3 });
    expect(gaps.out).toMatch(/failed +2 +20 +25 /);

    repository.mood = () => undefined;
    expect((await workshop.run('harvest', 'small')).code).toBe(0);
    expect(repository.lists().at(-1)).toBe('||20!!');
    expect(await workshop.run('gaps')).toMatchObject({ code: 0, out: 'No gaps.\n' });
  });

  it('ends with exit code 4 when records are held back, and says how to see why', async () => {
    repository.records[3] = { ...repository.records[3]!, metadata: dc('') };
    const { code, out } = await workshop.run('harvest', 'small');
    expect(code).toBe(4);
    expect(out).toContain('garner records list --job small --status rejected');
  });

  it('ends with exit code 5 while another process has the job', async () => {
    await workshop.withStore((storage) => storage.takeLease({ job: 'small', holder: 'elsewhere:1:x', now: new Date().toISOString().slice(0, 19) + 'Z', expiresAt: '2999-01-01T00:00:00Z' })); // prettier-ignore
    const { code, out } = await workshop.run('harvest', 'small');
    expect(code).toBe(5);
    expect(out).toMatch(/small: skipped[\s\S]*already running \(elsewhere:1:x/);
    expect(repository.requests).toHaveLength(0);
  });

  it('stores nothing in a dry run', async () => {
    const { code, out } = await workshop.run('harvest', 'small', '--dry-run');
    expect(code).toBe(0);
    expect(out).toMatch(/25 new[\s\S]*This was a dry run: nothing was stored\./);
    expect(await records()).toBe(0);
    expect((await workshop.json('runs')).value).toEqual([]);
    expect((await workshop.json('gaps')).value).toEqual([]);
  });

  it('harvests a part by dates or identifier without moving the cursor', async () => {
    const part = await workshop.run('harvest', 'small', '--from', '2024-01-01T00:20:00Z');
    expect(part.out).toContain('5 records received');
    const one = await workshop.run('harvest', 'small', '--identifier', 'oai:small.example.org:r1');
    expect(one.out).toContain('1 record received');
    await workshop.run('harvest', 'small');
    expect(repository.lists().slice(1)).toContain('||');
    expect(await records()).toBe(25);
  });

  it('takes jobs that are switched off only by name', async () => {
    workshop.job('small', repository.url, 'enabled: false');
    expect((await workshop.run('harvest', '--all')).out).toBe('No job is enabled; nothing was harvested.\n');
    expect((await workshop.run('harvest', 'small')).code).toBe(0);
  });
});

describe('a repository that', () => {
  it.each<[string, Step]>([
    [
      'answers with a web page',
      {
        body: '<!DOCTYPE html><html><title>Maintenance</title></html>',
        headers: { 'content-type': 'text/html' },
      },
    ],
    ['breaks its answers off', { body: '<?xml version="1.0"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords><record>' }], // prettier-ignore
    ['cuts the connection', { body: 'x'.repeat(1000), cutAfter: 100 }],
    ['is too slow', { delayMs: 30_000 }],
    ['asks for passwords', { status: 401 }],
    ['lists the same page for ever', { body: endlessPage() }],
  ])('%s from its second page on ends incomplete, and other jobs go on', async (_, step) => {
    const other = await startSmallRepository(someRecords(5, 'other'));
    workshop.job('other', other.url);
    workshop.job('small', repository.url, 'politeness: { retries: 1, delay: 0s, timeout: 1s }');
    repository.mood = ({ parameters }) => (parameters.has('resumptionToken') ? step : undefined);
    const { code, value } = await workshop.json<HarvestSummary[]>('harvest', '--all');
    await other.close();
    expect(code).toBe(3);
    expect(value).toMatchObject([
      { job: 'other', outcome: 'complete', new: 5 },
      { job: 'small', outcome: 'incomplete', new: 10, errors: [expect.stringContaining(repository.url)] },
    ]);
    expect((await workshop.json<object[]>('records', 'list', '--job', 'small')).value).toHaveLength(10);
  });
});

/** A page of known records with a token that leads to itself. */
function endlessPage(): string {
  const records = someRecords(10).map(({ identifier, datestamp, metadata }) => `<record><header><identifier>${identifier}</identifier><datestamp>${datestamp}</datestamp></header><metadata>${metadata}</metadata></record>`); // prettier-ignore
  return `<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2024-06-01T12:00:00Z</responseDate><request>x</request><ListRecords>${records.join('')}<resumptionToken>again</resumptionToken></ListRecords></OAI-PMH>`;
}

describe('a harvest asked for wrongly', () => {
  it.each([
    [[], /name the jobs to harvest, or use --all/],
    [['small', '--all'], /either name jobs or use --all/],
    [['smal'], /there is no job "smal" \(did you mean "small"\?\); there are small/],
    [['small', '--full', '--from', '2024-01-01'], /--full takes no --from or --until/],
    [['small', '--identifier', 'x', '--set', 'y'], /--identifier takes no/],
    [
      ['small', '--from', '2024-05-02', '--until', '2024-05-01'],
      /--from 2024-05-02 is after --until 2024-05-01/,
    ],
    [
      ['small', '--from', '2024-05-01', '--until', '2024-05-02T00:00:00Z'],
      /--from and --until are both days, or both times/,
    ],
    [['small', '--from', 'yesterday'], /"yesterday" is not a date; write 2024-05-01 or/],
    [['small', '--form', '2024-01-01'], /unknown option '--form'\n\(Did you mean --from\?\)/],
  ])('%j ends with exit code 2 and says what is meant', async (argv, message) => {
    const { code, out, err } = await workshop.run('harvest', ...argv);
    expect(err).toMatch(message);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(repository.requests).toHaveLength(0);
  });
});

describe('a job that is switched off and lacks a secret', () => {
  it('is not harvested by its name either, and its missing variable is named', async () => {
    workshop.job('small', repository.url, "enabled: false\nhttp: { headers: { Authorization: 'Bearer ${SMALL_TOKEN}' } }"); // prettier-ignore
    const refused = await workshop.run('harvest', 'small');
    expect(refused.code).toBe(2);
    expect(refused.err).toMatch(/job "small" needs the variable SMALL_TOKEN/);
    expect(repository.requests).toHaveLength(0);
    workshop.environment['SMALL_TOKEN'] = 'sesame';
    expect((await workshop.run('harvest', 'small')).code).toBe(0);
    expect(repository.requests[0]!.headers.authorization).toBe('Bearer sesame');
  });
});

describe('garner jobs', () => {
  interface Row {
    readonly job: string;
    readonly outcome?: string;
    readonly cursor?: string;
    readonly lagSeconds?: number;
    readonly nextRun?: string;
    readonly records: number;
    readonly rejected: number;
  }

  it('tells when a job runs next though no scheduler has run yet', async () => {
    workshop.job('small', repository.url, "schedule: '0 3 * * *'");
    const { value } = await workshop.json<Row[]>('jobs');
    expect(value).toEqual([{ job: 'small', enabled: true, records: 0, deleted: 0, quarantined: 0, rejected: 0, skipped: 0, nextRun: expect.stringMatching(/T03:00:00Z$/) as string }]); // prettier-ignore
  });

  it('tells where a job stands and how much it holds', async () => {
    repository.records[3] = { ...repository.records[3]!, metadata: dc('') };
    await workshop.run('harvest', 'small');
    const [row] = (await workshop.json<Row[]>('jobs')).value;
    expect(row).toMatchObject({
      outcome: 'complete-with-losses',
      cursor: repository.clock,
      records: 24,
      rejected: 1,
    });
    expect(row!.lagSeconds).toBeGreaterThan(0);
    const { out } = await workshop.run('jobs');
    expect(out).toMatch(
      /^JOB +ENABLED +LAST RUN +OUTCOME +CURSOR +LAG +RECORDS +DELETED +HELD +SKIPPED +NEXT RUN\n/,
    );
    expect(out).toMatch(
      /^small +yes +\S+ +complete-with-losses +2024-06-01T12:00:00Z +\d+ d +24 +0 +1 +0 +-$/m,
    );
  });

  it('has as its cursor that of the set which is furthest behind', async () => {
    repository.records.splice(0, 25, ...someRecords(3).map((record) => ({ ...record, set: 'a' })), ...someRecords(3, 'b').map((record) => ({ ...record, set: 'b' }))); // prettier-ignore
    workshop.job('small', repository.url, 'sets: { include: [a] }');
    await workshop.run('harvest', 'small');
    workshop.job('small', repository.url, 'sets: { include: [a, b] }');
    expect((await workshop.json<Row[]>('jobs')).value[0]!.cursor).toBeUndefined();
    repository.clock = '2024-06-02T12:00:00Z';
    await workshop.run('harvest', 'small');
    expect((await workshop.json<Row[]>('jobs')).value[0]!.cursor).toBe('2024-06-02T12:00:00Z');
  });

  it('names the folder when there are none', async () => {
    workshop.write('empty/readme.txt', 'nothing');
    workshop.environment['GARNER_JOBS'] = 'empty';
    expect((await workshop.run('jobs')).out).toMatch(/There are no jobs/);
  });
});

describe('garner runs', () => {
  it('lists past runs, newest first, with the first error', async () => {
    await workshop.run('harvest', 'small');
    await repository.close();
    await workshop.run('harvest', 'small');
    const { out } = await workshop.run('runs', 'small');
    const [head, newest, oldest] = out.split('\n');
    expect(head).toMatch(/^RUN +JOB +KIND +STARTED +OUTCOME +RECEIVED/);
    expect(newest).toMatch(/^ *2 +small +incremental +\S+ +failed +0 .*ECONNREFUSED/);
    expect(oldest).toMatch(/^ *1 +small +incremental +\S+ +complete +25 +25 /);
    expect((await workshop.json<object[]>('runs', '--limit', '1')).value).toMatchObject([{ id: 2 }]);
  });

  it('knows a job that has no file any more by what it left in the store', async () => {
    await workshop.run('harvest', 'small');
    workshop.write('jobs/other.yaml', `baseUrl: ${repository.url}\nenabled: false\n`);
    workshop.environment['GARNER_JOBS'] = 'elsewhere';
    workshop.write('elsewhere/other.yaml', `baseUrl: ${repository.url}\n`);
    expect((await workshop.run('runs', 'small')).code).toBe(0);
    const unknown = await workshop.run('runs', 'smalll');
    expect(unknown).toMatchObject({ code: 2 });
    expect(unknown.err).toMatch(/there is no job "smalll" \(did you mean "small"\?\)/);
  });
});
