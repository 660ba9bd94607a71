import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect, type AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createFetcher } from '../../src/client/fetch-response.ts';
import type { Route } from '../../src/client/connections.ts';
import { makeCertificate } from '../support/certificate.ts';
import { faultOf } from './responses.ts';

describe('a certificate', () => {
  it('that no authority vouches for is refused', async () => {
    const { url } = await startTls();
    expect(await faultOf(get(url, { insecure: false }))).toMatchObject({
      kind: 'network',
      message: expect.stringContaining('DEPTH_ZERO_SELF_SIGNED_CERT') as string,
    });
  });

  it('is believed when the job names its authority (F47)', async () => {
    const { url, cert } = await startTls();
    expect(await get(url, { ca: cert, insecure: false })).toBe('by TLS');
  });

  it('is believed unseen when the job says so (F47)', async () => {
    const { url } = await startTls();
    expect(await get(url, { insecure: true })).toBe('by TLS');
  });
});

describe('a proxy', () => {
  it('is handed requests over plain HTTP', async () => {
    const repository = await listen(createServer((_, response) => response.end('plain')));
    const proxy = await startProxy();
    expect(await get(`http://${repository}/oai`, { proxy: proxy.url, insecure: false })).toBe('plain');
    expect(proxy.asked).toEqual([`GET http://${repository}/oai?verb=Identify`]);
  });

  it('opens a tunnel for HTTPS, and does not see what is asked', async () => {
    const { url, cert } = await startTls();
    const proxy = await startProxy();
    expect(await get(url, { proxy: proxy.url, ca: cert, insecure: false })).toBe('by TLS');
    expect(proxy.asked).toEqual([`CONNECT ${new URL(url).host}`]);
  });

  it('is told who we are, and the repository is not', async () => {
    const heard: (string | undefined)[] = [];
    const repository = await listen(
      createServer((request, response) => {
        heard.push(request.headers['proxy-authorization']);
        response.end('plain');
      }),
    );
    const proxy = await startProxy();
    const withName = proxy.url.replace('http://', 'http://garner:geheim@');
    await get(`http://${repository}/oai`, { proxy: withName, insecure: false });
    expect(proxy.authorizations).toEqual([`Basic ${Buffer.from('garner:geheim').toString('base64')}`]);
    expect(heard).toEqual([undefined]);
  });

  it('that does not answer is named as a fault of the network', async () => {
    const proxy = await startProxy();
    await proxy.close();
    const fault = await faultOf(get('http://127.0.0.1:1/oai', { proxy: proxy.url, insecure: false }));
    expect(fault).toMatchObject({ kind: 'network' });
  });
});

async function get(baseUrl: string, route: Route): Promise<string> {
  const fetcher = createFetcher({
    baseUrl,
    route,
    method: 'GET',
    headers: {},
    userAgent: 'Garner/test',
    timeouts: { connectMs: 5000, headersMs: 5000, idleMs: 5000, totalMs: 10_000 },
    maxResponseBytes: 1_000_000,
  });
  onTestFinished(async () => fetcher.close());
  const { body } = await fetcher.fetch({ verb: 'Identify' });
  return Buffer.from(body).toString('utf8');
}

async function startTls(): Promise<{ url: string; cert: string }> {
  const pair = makeCertificate();
  const server = createTlsServer(pair, (_, response) => response.end('by TLS'));
  return { url: `https://${await listen(server)}/oai`, cert: pair.cert };
}

/** A proxy as they are: it forwards plain HTTP, and opens tunnels to anything but port 80. */
async function startProxy() {
  const asked: string[] = [];
  const authorizations: (string | undefined)[] = [];
  const note = (request: IncomingMessage): void => {
    asked.push(`${request.method} ${request.url}`);
    authorizations.push(request.headers['proxy-authorization']);
  };
  const server = createServer((request, response) => {
    note(request);
    const { 'proxy-authorization': _, ...headers } = request.headers;
    void fetch(request.url ?? '', { headers: { accept: headers.accept ?? '*/*' } })
      .then(async (answer) => answer.text())
      .then((text) => response.end(text));
  });
  server.on('connect', (request: IncomingMessage, socket) => {
    note(request);
    const [host = '', port] = (request.url ?? '').split(':');
    const upstream = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.pipe(socket).pipe(upstream);
    });
    for (const end of [socket, upstream]) end.on('error', () => end.destroy());
  });
  const url = `http://${await listen(server)}`;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  };
  return { url, asked, authorizations, close };
}

/** Listens on a free port until the test is over; gives `host:port`. */
async function listen(server: Server): Promise<string> {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}
