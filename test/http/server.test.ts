/** The server around the provider: health, faults, limits, stopping. */
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import type { OaiResponse } from '../../src/provider/provider.ts';
import { StorageError } from '../../src/storage/storage.ts';
import { demoRepository, SPECIAL } from '../support/stored-repository.ts';
import { ask, harvest, textsOf } from './harvester.ts';
import { serve, type Served, type ServedOptions } from './served.ts';

async function withServer(options: ServedOptions, use: (served: Served) => Promise<void>): Promise<void> {
  const served = await serve(options);
  try {
    await use(served);
  } finally {
    await served.stop();
  }
}

const at = (served: Served, path: string): string => new URL(path, served.url).href;

describe('health', () => {
  test('a working server lives and is ready', () =>
    withServer({}, async (served) => {
      for (const path of ['/healthz', '/readyz']) {
        expect(await ask(at(served, path))).toMatchObject({ status: 200, text: 'ok\n' });
      }
    }));

  test('a server whose store has an old schema lives and is not ready', () =>
    withServer(
      { http: { storage: { ping: async () => ({ schemaVersion: 1, current: false }) } } },
      async (served) => {
        expect((await ask(at(served, '/healthz'))).status).toBe(200);
        expect((await ask(at(served, '/readyz'))).status).toBe(503);
      },
    ));

  test('a server whose store is closed lives and is not ready', () =>
    withServer({}, async (served) => {
      await served.storage.close();
      expect((await ask(at(served, '/healthz'))).status).toBe(200);
      expect((await ask(at(served, '/readyz'))).status).toBeGreaterThanOrEqual(500);
    }));

  test('other paths are not found', () =>
    withServer({}, async (served) => {
      for (const path of ['/', '/oai/', '/oai/x', '/OAI', '/%ZZ', '/..%2f..%2fetc']) {
        expect([400, 404], path).toContain((await ask(at(served, '/').slice(0, -1) + path)).status);
      }
    }));
});

describe('faults (item 10, T90)', () => {
  test.each([
    [new StorageError('locked', 'another process writes: secret detail'), 503],
    [new StorageError('unreachable', 'secret detail'), 503],
    [new StorageError('damaged', 'secret detail'), 500],
    [new Error('secret detail'), 500],
  ])('%s of the store is answered with a plain %i', async (fault, status) => {
    const faults: unknown[] = [];
    const failing = { findHorizon: () => Promise.reject(fault) };
    await withServer({ storage: failing, http: { onFault: (seen) => faults.push(seen) } }, async (served) => {
      const answer = await ask(`${served.url}?verb=Identify`);
      expect(answer.status).toBe(status);
      expect(answer.headers['retry-after']).toBe(status === 503 ? '30' : undefined);
      expect(answer.headers['content-type']).toBe('text/plain; charset=UTF-8');
      expect(answer.text).not.toMatch(/secret| at |<error/);
      expect(faults).toEqual([fault]);
    });
  });
});

describe('addresses', () => {
  test('the public address is what harvesters are told', () =>
    withServer({ http: { publicUrl: 'https://aggregator.example.org/' } }, async (served) => {
      expect(served.url).toBe('https://aggregator.example.org/oai');
    }));

  test('another path is served as configured', () =>
    withServer({ http: { path: '/repository/oai-pmh' } }, async (served) => {
      expect(textsOf(await harvest(served.url, 'verb=Identify'), 'request')).toEqual([served.url]);
      expect(new URL(served.url).pathname).toBe('/repository/oai-pmh');
    }));
});

describe('limits', () => {
  test('headers beyond 32 kB are refused with 431', () =>
    withServer({}, async (served) => {
      expect((await ask(served.url, { headers: { 'x-long': 'a'.repeat(40_000) } })).status).toBe(431);
    }));

  test('bytes that are not HTTP are refused with 400', () =>
    withServer({}, async (served) => {
      expect(await sendBytes(served.url, '\x16\x03\x01\0\0 nonsense\r\n\r\n')).toMatch(
        /^HTTP\/1.1 400 [\s\S]*text\/plain[\s\S]*This is no request/,
      );
    }));

  test('a client that sends its headers slowly is cut off', () =>
    withServer({ http: { timeouts: { headers: 200, request: 400, check: 50 } } }, async (served) => {
      expect(await sendBytes(served.url, 'GET /oai?verb=Identify HTTP/1.1\r\nHost: x\r\nX-Slow: ')).toMatch(
        /^HTTP\/1.1 408 /,
      );
    }));

  test('a client that sends its body slowly is cut off', () =>
    withServer({ http: { timeouts: { headers: 200, request: 400, check: 50 } } }, async (served) => {
      const start =
        'POST /oai HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nverb=';
      expect(await sendBytes(served.url, start)).toMatch(/^HTTP\/1.1 408 /);
    }));
});

describe('stopping', () => {
  test('waits for requests that run, and takes no new ones', async () => {
    let begin = (): void => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const slow = async (now: string): Promise<string> => {
      begin();
      await held;
      return now;
    };
    const served = await serve({ groups: demoRepository(5, SPECIAL.first), storage: { findHorizon: slow } });
    const running = ask(`${served.url}?verb=Identify`);
    await begun;
    const stopped = served.stop();
    release();
    expect((await running).status).toBe(200);
    await stopped;
    await expect(ask(`${served.url}?verb=Identify`)).rejects.toThrow('ECONNREFUSED');
  });
});

test('each response is told, with verb, errors and the number of records', async () => {
  const told: OaiResponse[] = [];
  const options = {
    groups: demoRepository(5, SPECIAL.first),
    http: { onResponse: (response: OaiResponse) => told.push(response) },
  };
  await withServer(options, async ({ url }) => {
    for (const query of ['verb=ListRecords&metadataPrefix=oai_dc', 'verb=ListRecords', 'verb=x'])
      await harvest(url, query);
  });
  expect(told.map(({ verb, errorCodes, records }) => ({ verb, errorCodes, records }))).toEqual([
    { verb: 'ListRecords', errorCodes: [], records: 5 },
    { verb: 'ListRecords', errorCodes: ['badArgument'], records: 0 },
    { verb: undefined, errorCodes: ['badVerb'], records: 0 },
  ]);
});

/** Sends bytes and waits until the server closes the connection. */
function sendBytes(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    let received = '';
    socket.on('data', (chunk: Buffer) => (received += chunk.toString('latin1')));
    socket.on('error', reject);
    socket.on('close', () => resolve(received));
  });
}
