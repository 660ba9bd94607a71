import { describe, expect, it } from 'vitest';
import { PageError } from '../../src/client/client-error.ts';
import type { Step } from '../support/scripted-server.ts';
import { error, faultOf, oai, record, records, RESPONSE_DATE, startBench } from './responses.ts';

const GOOD: Step = { body: records(['oai:example.org:1']) };
const REQUEST = { verb: 'ListRecords', metadataPrefix: 'oai_dc' } as const;

describe('a page is asked for again', () => {
  it.each([
    {
      case: '503 with Retry-After in seconds (F24)',
      bad: { status: 503, headers: { 'retry-after': '7' } },
      wait: 7000,
    },
    {
      case: '503 with Retry-After as a date (F25)',
      bad: { status: 503, headers: { 'retry-after': 'Sun, 01 Mar 2026 12:00:20 GMT' } },
      wait: 20_000,
    },
    { case: '503 without Retry-After (F26)', bad: { status: 503, body: 'busy' }, wait: 1000 },
    { case: '429 without Retry-After (F29)', bad: { status: 429 }, wait: 60_000 },
    { case: '500 deep in the list (F33)', bad: { status: 500, body: '<h1>Internal</h1>' }, wait: 1000 },
    { case: 'an empty body (F20)', bad: { status: 200 }, wait: 1000 },
    {
      case: 'a web page with HTTP 200 (F32)',
      bad: { body: '<!DOCTYPE html><html><body>down</body></html>' },
      wait: 1000,
    },
    {
      case: 'a document that is cut (F13)',
      bad: { body: records(['oai:example.org:1']).slice(0, 300) },
      wait: 1000,
    },
    {
      case: 'a socket that is cut (F41)',
      bad: { body: records(['oai:example.org:1']), cutAfter: 200 },
      wait: 1000,
    },
    {
      case: 'an error code of the server’s own (F88)',
      bad: { body: error('InternalException', 'oops') },
      wait: 1000,
    },
    { case: 'an empty error code (F88)', bad: { body: error('') }, wait: 1000 },
    {
      case: 'an error in the midst of the list (F18)',
      bad: { body: oai(`<ListRecords>${record('oai:example.org:1')}<error code=""/></ListRecords>`) },
      wait: 1000,
    },
  ])('after $case', async ({ bad, wait }) => {
    const { client, waits } = await startBench([bad, GOOD]);
    const { error: reported } = await client.request(REQUEST);
    expect(reported).toBeUndefined();
    expect(waits).toEqual([wait]);
    expect(client.statistics).toMatchObject({ requests: 2, retries: 1, lastResponseDate: RESPONSE_DATE });
  });

  it('no oftener than the policy says, and never without a pause (F26, F27)', async () => {
    const busy = Array.from({ length: 4 }, () => ({ status: 503, body: 'busy' }));
    const { client, waits } = await startBench([...busy, GOOD], { politeness: { retries: 3 } });
    expect(await faultOf(client.request(REQUEST))).toMatchObject({
      kind: 'status',
      status: 503,
      attempts: 4,
    });
    expect(waits).toEqual([1000, 2000, 4000]);
  });
});

describe('a page is not asked for again', () => {
  it.each([
    { case: 'HTTP 404', bad: { status: 404, body: 'gone' }, kind: 'status' },
    {
      case: 'HTTP 403 of Cloudflare (F44)',
      bad: { status: 403, headers: { 'cf-mitigated': 'challenge' } },
      kind: 'blocked',
    },
    {
      case: 'an empty body of a WAF (F20)',
      bad: { status: 202, headers: { 'x-amzn-waf-action': 'challenge' } },
      kind: 'blocked',
    },
    {
      case: 'the page of Anubis (F44)',
      bad: {
        body: '<!doctype html><script src="/.within.website/x/cmd/anubis/static/js/main.mjs"></script>',
      },
      kind: 'blocked',
    },
    { case: 'a feed', bad: { body: '<rss><channel/></rss>' }, kind: 'not-oai' },
    {
      case: 'the answer to another verb',
      bad: { body: oai('<Identify><a/></Identify>') },
      kind: 'wrong-verb',
    },
  ])('after $case', async ({ bad, kind }) => {
    const { client, waits, server } = await startBench([bad, GOOD]);
    expect(await faultOf(client.request(REQUEST))).toMatchObject({ name: 'PageError', kind, attempts: 1 });
    expect(waits).toEqual([]);
    expect(server.requests).toHaveLength(1);
  });

  it.each([400, 404, 422, 500, 503])(
    'after an OAI-PMH error with HTTP %i, which is that error (F31)',
    async (status) => {
      const { client, server } = await startBench([{ status, body: error('badArgument', 'no such set') }]);
      const response = await client.request(REQUEST);
      expect(response.error).toMatchObject({ code: 'badArgument', message: 'no such set' });
      expect(server.requests).toHaveLength(1);
    },
  );

  it('after records with HTTP 500, which are records (F31)', async () => {
    const { client } = await startBench([{ status: 500, body: records(['oai:example.org:1']) }]);
    expect((await client.request(REQUEST)).error).toBeUndefined();
  });
});

describe('the error of a page that cannot be had', () => {
  it('says what came, and how to see it', async () => {
    const page = `<!DOCTYPE html><html><head><title>We’ll be back</title></head><body>${'x'.repeat(500)}</body></html>`;
    const { client, server } = await startBench([{ body: page }], {
      politeness: { retries: 0 },
      http: { headers: { Authorization: 'Bearer top-secret' } },
    });
    const fault = await faultOf(client.request({ ...REQUEST, set: "it's" }));
    expect(fault).toBeInstanceOf(PageError);
    const { kind, message, excerpt, curl, url } = fault as PageError;
    expect(kind).toBe('html');
    expect(message).toContain('We’ll be back');
    expect(excerpt).toBe(page.slice(0, 250));
    expect(url).toBe(`${server.url}?verb=ListRecords&metadataPrefix=oai_dc&set=it%27s`);
    expect(curl).toBe(
      `curl -sSL -A 'Garner/0.1.0 (+http://aggregator.example.org; oai@example.org)' -H 'Authorization: ***' '${url}'`,
    );
    expect(message).not.toContain('top-secret');
  });

  it('does not print the password of the base URL, which is sent as a header', async () => {
    const { client, server } = await startBench([{ status: 404 }], {
      baseUrl: ({ url }) => url.replace('http://', 'http://harvester:p%40ss@'),
    });
    const fault = await faultOf(client.request(REQUEST));
    expect((fault as PageError).message).not.toMatch(/p%40ss|p@ss/);
    const credentials = Buffer.from('harvester:p@ss').toString('base64');
    expect(server.requests[0]?.headers.authorization).toBe(`Basic ${credentials}`);
  });
});

describe('several errors in one response', () => {
  it.each([
    {
      case: 'the most severe decides (F89)',
      codes: ['noRecordsMatch', 'badArgument'],
      decides: 'badArgument',
    },
    {
      case: 'a token that is refused goes before an argument',
      codes: ['badArgument', 'badResumptionToken'],
      decides: 'badResumptionToken',
    },
    {
      case: 'the case of the code does not matter (F88)',
      codes: ['NORECORDSMATCH'],
      decides: 'noRecordsMatch',
    },
  ])('$case', async ({ codes, decides }) => {
    const { client } = await startBench([
      { body: oai(codes.map((code) => `<error code="${code}"/>`).join('')) },
    ]);
    expect((await client.request(REQUEST)).error?.code).toBe(decides);
  });

  it('noRecordsMatch beside records does not hide them', async () => {
    const body = oai(
      `<error code="noRecordsMatch"/><ListRecords>${record('oai:example.org:1')}</ListRecords>`,
    );
    const { client } = await startBench([{ body }]);
    expect((await client.request(REQUEST)).error).toBeUndefined();
  });

  it('an element called error in a record’s metadata is none (F90)', async () => {
    const body =
      oai(`<ListRecords><record><header><identifier>x</identifier><datestamp>2026-01-01</datestamp></header>
      <metadata><error xmlns="http://www.openarchives.org/OAI/2.0/" code="badVerb"/></metadata></record></ListRecords>`);
    const { client } = await startBench([{ body }]);
    expect((await client.request(REQUEST)).error).toBeUndefined();
  });
});

describe('politeness', () => {
  it('pauses between two requests, not before the first', async () => {
    const { client, waits } = await startBench([GOOD, GOOD, GOOD], { politeness: { delay: '2s' } });
    for (let page = 0; page < 3; page++) await client.request(REQUEST);
    expect(waits).toEqual([2000, 2000]);
  });

  it('slows down after a 429 and comes back step by step (F28)', async () => {
    const slow = { status: 429, headers: { 'retry-after': '5' } };
    const { client, waits } = await startBench([slow, GOOD, GOOD, GOOD]);
    for (let page = 0; page < 3; page++) await client.request(REQUEST);
    expect(waits).toEqual([5000, 900, 800]);
  });

  it('waits for the reset of a rate limit before overrunning it (F30)', async () => {
    const last = { ...GOOD, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '42' } };
    const { client, waits } = await startBench([last, GOOD]);
    await client.request(REQUEST);
    await client.request(REQUEST);
    expect(waits).toEqual([42_000]);
  });

  it('has one request in flight, also when several are asked for at once (F52)', async () => {
    const { client, server } = await startBench(() => ({ ...GOOD, delayMs: 20 }));
    await Promise.all(Array.from({ length: 4 }, async () => client.request(REQUEST)));
    expect([server.requests.length, server.mostAtOnce()]).toEqual([4, 1]);
  });
});

describe('the log', () => {
  it('hears of every attempt: what failed and how long we wait, and what came in the end', async () => {
    const { client, attempts, server } = await startBench([{ status: 503, body: 'busy' }, GOOD]);
    await client.request(REQUEST);
    const url = `${server.url}?verb=ListRecords&metadataPrefix=oai_dc`;
    expect(attempts).toMatchObject([
      { url, attempt: 1, status: 503, failure: { kind: 'status' }, retryAfterMs: 1000 },
      { url, attempt: 2, status: 200 },
    ]);
    expect(attempts[1]).not.toHaveProperty('failure');
    expect(client.statistics.bytes).toBe(4 + Buffer.byteLength(GOOD.body ?? ''));
  });
});
