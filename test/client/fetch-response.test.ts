import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { describe, expect, it, onTestFinished } from 'vitest';
import { FetchError } from '../../src/client/client-error.ts';
import { createFetcher, type FetcherOptions, type FetchTimeouts } from '../../src/client/fetch-response.ts';
import type { OaiArguments } from '../../src/client/request-url.ts';
import { startScriptedServer, type Script } from '../support/scripted-server.ts';
import { faultOf, records } from './responses.ts';

const XML = records(['oai:example.org:1']);
const ARGUMENTS: OaiArguments = { verb: 'ListRecords', metadataPrefix: 'oai_dc' };
const QUERY = 'verb=ListRecords&metadataPrefix=oai_dc';
const PATIENT: FetchTimeouts = { connectMs: 5000, headersMs: 5000, idleMs: 5000, totalMs: 10_000 };

describe('the request', () => {
  it('names us, and sends the headers of the job (F45, F46)', async () => {
    const { fetch, server } = await open([{ body: XML }], { headers: { 'X-API-Key': 'secret' } });
    await fetch(ARGUMENTS);
    expect(server.requests[0]?.headers).toMatchObject({
      'user-agent': 'Garner/0.1.0 (+http://example.org; oai@example.org)',
      'x-api-key': 'secret',
      'accept-encoding': 'gzip',
    });
  });

  it('can be a POST, whose arguments are a form', async () => {
    const { fetch, server } = await open([{ body: XML }], { method: 'POST' });
    await fetch({ ...ARGUMENTS, set: 'a b' });
    expect(server.requests[0]).toMatchObject({
      method: 'POST',
      target: '/oai',
      body: `${QUERY}&set=a%20b`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  });

  it('becomes a POST when the URL is too long (F51)', async () => {
    const { fetch, server } = await open([{ status: 414 }, { body: XML }]);
    const { body } = await fetch(ARGUMENTS);
    expect(textOf(body)).toBe(XML);
    expect(server.requests[1]).toMatchObject({ method: 'POST', target: '/oai', body: QUERY });
  });
});

describe('the response', () => {
  it.each([200, 400, 404, 422, 500, 503])('is read whole with HTTP %i (F31)', async (status) => {
    const { fetch } = await open([{ status, body: XML }]);
    const response = await fetch(ARGUMENTS);
    expect([response.status, textOf(response.body)]).toEqual([status, XML]);
  });

  it.each([
    { case: 'gzip', compress: 'gzip', announced: 'gzip' },
    { case: 'gzip without the header (F39)', compress: 'gzip', announced: undefined },
    { case: 'gzip that is called deflate', compress: 'gzip', announced: 'deflate' },
    { case: 'plain text that is called gzip (F39)', compress: undefined, announced: 'gzip' },
    { case: 'plain text that is called deflate', compress: undefined, announced: 'deflate' },
    { case: 'plain text that is called br', compress: undefined, announced: 'br' },
    { case: 'deflate with the zlib header (F40)', compress: 'deflate', announced: 'deflate' },
    { case: 'deflate without the zlib header (F40)', compress: 'raw-deflate', announced: 'deflate' },
    { case: 'brotli', compress: 'br', announced: 'br' },
  ] as const)('is decompressed: $case', async ({ compress, announced }) => {
    const headers = announced === undefined ? undefined : { 'content-encoding': announced };
    const { fetch } = await open([{ body: XML, ...(compress && { compress }), ...(headers && { headers }) }]);
    expect(textOf((await fetch(ARGUMENTS)).body)).toBe(XML);
  });

  it('counts the bytes that came over the wire', async () => {
    const { fetch } = await open([{ body: ' '.repeat(100_000), compress: 'gzip' }]);
    const { wireBytes, body } = await fetch(ARGUMENTS);
    expect(body.length).toBe(100_000);
    expect(wireBytes).toBeLessThan(1000);
  });
});

describe('what is no response', () => {
  it.each([
    { case: 'plain', step: { body: 'x'.repeat(2000) } },
    { case: 'after decompression', step: { body: 'x'.repeat(2000), compress: 'gzip' } },
  ] as const)('one that is larger than the limit: $case (F43)', async ({ step }) => {
    const { fetch } = await open([step], { maxResponseBytes: 1999 });
    expect(await faultOf(fetch(ARGUMENTS))).toMatchObject({ name: 'FetchError', kind: 'too-large' });
  });

  it('one whose chunks end too early (F41)', async () => {
    const { fetch } = await open([{ body: XML, cutAfter: 100 }]);
    expect(await faultOf(fetch(ARGUMENTS))).toMatchObject({ name: 'FetchError', kind: 'network' });
  });

  it('one whose compressed body ends too early', async () => {
    const { gzipSync } = await import('node:zlib');
    const { fetch } = await open([
      { body: gzipSync(XML).subarray(0, 60), headers: { 'content-encoding': 'gzip' } },
    ]);
    expect(await faultOf(fetch(ARGUMENTS))).toMatchObject({ kind: 'truncated' });
  });

  it('one from a port where nobody listens', async () => {
    const { fetch, server } = await open([]);
    await server.close();
    const fault = await faultOf(fetch(ARGUMENTS));
    expect(fault).toMatchObject({ kind: 'network', url: `${server.url}?${QUERY}` });
  });

  it('one that does not begin in time (F42)', async () => {
    const { fetch } = await open([{ body: XML, delayMs: 5000 }], {
      timeouts: { ...PATIENT, headersMs: 100 },
    });
    expect(await faultOf(fetch(ARGUMENTS))).toMatchObject({
      kind: 'timeout',
      message: 'no response in time',
    });
  });

  it('one that pauses too long in its midst (F42)', async () => {
    const script = [{ body: XML, drip: { bytes: 200, everyMs: 3000 } }];
    const { fetch } = await open(script, { timeouts: { ...PATIENT, idleMs: 100 } });
    expect(await faultOf(fetch(ARGUMENTS))).toMatchObject({
      kind: 'timeout',
      message: 'the response stopped in its midst',
    });
  });

  it('one that drips for ever without a pause (F42)', async () => {
    const script = [{ body: 'x'.repeat(10_000), drip: { bytes: 1, everyMs: 10 } }];
    const { fetch } = await open(script, { timeouts: { ...PATIENT, totalMs: 200 } });
    expect(await faultOf(fetch(ARGUMENTS))).toMatchObject({
      kind: 'timeout',
      message: 'the response takes too long as a whole',
    });
  });

  it('one that the caller no longer wants: the caller’s own reason is thrown', async () => {
    const { fetch } = await open([{ body: XML, delayMs: 5000 }]);
    const stop = new AbortController();
    const fault = faultOf(fetch(ARGUMENTS, stop.signal));
    stop.abort(new Error('the operator stopped the run'));
    expect(await fault).toEqual(new Error('the operator stopped the run'));
  });

  it('bytes that are no HTTP', async () => {
    const server = createServer((socket) => socket.end('garbage\r\n\r\n'));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const fetcher = createFetcher(
      optionsFor(`http://127.0.0.1:${(server.address() as AddressInfo).port}/oai`),
    );
    onTestFinished(() => fetcher.close());
    expect(await faultOf(fetcher.fetch(ARGUMENTS))).toBeInstanceOf(FetchError);
  });
});

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])('of a GET is followed with HTTP %i (F34)', async (status) => {
    const { fetch, server } = await open([{ status, headers: { location: `/new?${QUERY}` } }, { body: XML }]);
    const response = await fetch(ARGUMENTS);
    expect(textOf(response.body)).toBe(XML);
    expect(response.url).toBe(`${server.origin}/new?${QUERY}`);
    expect(response.movedPermanently).toBe(status === 301 || status === 308);
  });

  it('that loses the query gets it back, beside its own (F35)', async () => {
    const { fetch, server } = await open([
      { status: 301, headers: { location: '/new?db=x' } },
      { body: XML },
    ]);
    await fetch(ARGUMENTS);
    expect(server.requests[1]?.target).toBe(`/new?db=x&${QUERY}`);
  });

  it('that loses the query again is a fault that says so (F35)', async () => {
    const lossy = { status: 302, headers: { location: '/new' } };
    const { fetch } = await open([lossy, lossy, { body: XML }]);
    const fault = await faultOf(fetch(ARGUMENTS));
    expect(fault).toMatchObject({
      kind: 'redirect',
      message: expect.stringContaining('lose the arguments') as string,
    });
  });

  it.each(['http://', 'ftp://example.org/oai', 'javascript:alert(1)'])(
    'to "%s" is a fault (F35)',
    async (location) => {
      const { fetch } = await open([{ status: 302, headers: { location } }]);
      expect(await faultOf(fetch(ARGUMENTS))).toMatchObject({ kind: 'redirect' });
    },
  );

  it('is followed five times, not six', async () => {
    const redirect = { status: 302, headers: { location: `/oai?${QUERY}` } };
    const five = await open([...Array.from({ length: 5 }, () => redirect), { body: XML }]);
    expect((await five.fetch(ARGUMENTS)).status).toBe(200);
    const six = await open([...Array.from({ length: 6 }, () => redirect), { body: XML }]);
    expect(await faultOf(six.fetch(ARGUMENTS))).toMatchObject({ kind: 'redirect' });
  });

  it.each([301, 302, 303])(
    'of a POST with HTTP %i is repeated as GET with the arguments (F36)',
    async (status) => {
      const { fetch, server } = await open([{ status, headers: { location: '/new' } }, { body: XML }], {
        method: 'POST',
      });
      await fetch(ARGUMENTS);
      expect(server.requests[1]).toMatchObject({ method: 'GET', target: `/new?${QUERY}`, body: '' });
    },
  );

  it.each([307, 308])('of a POST with HTTP %i is repeated as POST', async (status) => {
    const { fetch, server } = await open([{ status, headers: { location: '/new' } }, { body: XML }], {
      method: 'POST',
    });
    await fetch(ARGUMENTS);
    expect(server.requests[1]).toMatchObject({ method: 'POST', target: '/new', body: QUERY });
  });

  it('to another origin leaves the headers of the job behind (F37)', async () => {
    const other = await open([{ body: XML }]);
    const location = `${other.server.url}?${QUERY}`;
    const { fetch, server } = await open([{ status: 302, headers: { location } }], {
      headers: { Authorization: 'Bearer secret', 'X-API-Key': 'secret' },
    });
    await fetch(ARGUMENTS);
    expect(server.requests[0]?.headers).toMatchObject({
      authorization: 'Bearer secret',
      'x-api-key': 'secret',
    });
    expect(Object.keys(other.server.requests[0]?.headers ?? {})).not.toContain('authorization');
    expect(Object.keys(other.server.requests[0]?.headers ?? {})).not.toContain('x-api-key');
  });

  it('on the same origin takes the headers of the job along', async () => {
    const { fetch, server } = await open(
      [{ status: 302, headers: { location: `/b?${QUERY}` } }, { body: XML }],
      {
        headers: { Authorization: 'Bearer secret' },
      },
    );
    await fetch(ARGUMENTS);
    expect(server.requests[1]?.headers.authorization).toBe('Bearer secret');
  });
});

async function open(script: Script, options: Partial<FetcherOptions> = {}) {
  const server = await startScriptedServer(script);
  const fetcher = createFetcher({ ...optionsFor(server.url), ...options });
  onTestFinished(async () => {
    await fetcher.close();
    await server.close().catch(() => undefined);
  });
  return {
    server,
    fetch: async (values: OaiArguments, signal?: AbortSignal) => fetcher.fetch(values, { signal }),
  };
}

function optionsFor(baseUrl: string): FetcherOptions {
  return {
    baseUrl,
    method: 'GET',
    headers: {},
    userAgent: 'Garner/0.1.0 (+http://example.org; oai@example.org)',
    timeouts: PATIENT,
    route: { insecure: false },
    maxResponseBytes: 1_000_000,
  };
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8');
}
