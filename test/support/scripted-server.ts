/** A real HTTP server on the loopback that answers by a script: one step for each request. */
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';

const COMPRESSIONS = {
  gzip: gzipSync,
  deflate: deflateSync,
  'raw-deflate': deflateRawSync,
  br: brotliCompressSync,
} as const;

/** One answer. Without anything: 200 and an empty body. */
export interface Step {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Compresses the body; `content-encoding` is for `headers` to say, truly or not. */
  readonly compress?: keyof typeof COMPRESSIONS;
  /** Milliseconds before the head of the response. */
  readonly delayMs?: number;
  /** Sends so many bytes of the body and then cuts the socket. */
  readonly cutAfter?: number;
  /** Sends the body in pieces, with pauses. */
  readonly drip?: { readonly bytes: number; readonly everyMs: number };
}

export interface ReceivedRequest {
  readonly method: string;
  /** Path and query, as sent. */
  readonly target: string;
  readonly parameters: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A list of steps in their order, or a rule. */
export type Script = readonly Step[] | ((request: ReceivedRequest) => Step);

export interface ScriptedServer {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** The base URL of a repository on it. */
  readonly url: string;
  readonly requests: readonly ReceivedRequest[];
  /** The most requests that were being answered at the same time. */
  readonly mostAtOnce: () => number;
  close(): Promise<void>;
}

/** Starts a server. When the script is at its end, it answers 404 and says so. */
export async function startScriptedServer(script: Script): Promise<ScriptedServer> {
  const requests: ReceivedRequest[] = [];
  let [open, mostAtOnce] = [0, 0];
  const server = createServer((incoming, response) => {
    open += 1;
    mostAtOnce = Math.max(mostAtOnce, open);
    response.once('close', () => (open -= 1));
    void receive(incoming)
      .then((request) => {
        const step = typeof script === 'function' ? script(request) : script[requests.length];
        requests.push(request);
        return answer(response, step ?? { status: 404, body: 'the script is at its end' });
      })
      .catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    url: `${origin}/oai`,
    requests,
    mostAtOnce: () => mostAtOnce,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function receive(incoming: IncomingMessage): Promise<ReceivedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString('utf8');
  const target = incoming.url ?? '';
  const query = new URL(target, 'http://127.0.0.1').searchParams;
  const parameters = new URLSearchParams([...query, ...new URLSearchParams(body)]);
  return { method: incoming.method ?? '', target, parameters, headers: incoming.headers, body };
}

async function answer(response: ServerResponse, step: Step): Promise<void> {
  const bytes = Buffer.from(step.body ?? '');
  const body = step.compress ? COMPRESSIONS[step.compress](bytes) : bytes;
  if (step.delayMs !== undefined) await pause(step.delayMs, undefined, { ref: false });
  response.writeHead(step.status ?? 200, { 'content-type': 'text/xml; charset=UTF-8', ...step.headers });
  if (step.cutAfter !== undefined) {
    response.write(body.subarray(0, step.cutAfter), () => response.destroy());
    return;
  }
  if (step.drip === undefined) {
    response.end(body);
    return;
  }
  for (let at = 0; at < body.length && !response.destroyed; at += step.drip.bytes) {
    response.write(body.subarray(at, at + step.drip.bytes));
    await pause(step.drip.everyMs, undefined, { ref: false });
  }
  response.end();
}
