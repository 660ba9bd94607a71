/** One OAI-PMH request over HTTP: limits, redirects, decompression. Whether to try again is decided elsewhere. */
import type { Dispatcher } from 'undici';
import { FetchError, type PageFailureKind } from './client-error.ts';
import { openConnections, type Route } from './connections.ts';
import { decompress } from './decompress.ts';
import { followRedirect, isRedirect, MAX_REDIRECTS, type Target } from './redirect.ts';
import { encodeArguments, withQuery, type OaiArguments } from './request-url.ts';

export interface FetcherOptions {
  readonly baseUrl: string;
  readonly method: 'GET' | 'POST';
  /** Sent with each request, but never to another origin. */
  readonly headers: Readonly<Record<string, string>>;
  /** `Garner/<version> (+<publicUrl>; <adminEmail>)`: default agents are refused by some servers (F45). */
  readonly userAgent: string;
  readonly timeouts: FetchTimeouts;
  readonly route: Route;
  /** The largest body, in bytes after decompression (F43). */
  readonly maxResponseBytes: number;
}

/** All four are needed: a body that drips trips none of the first three (F42). */
export interface FetchTimeouts {
  readonly connectMs: number;
  /** To the first byte of the response. */
  readonly headersMs: number;
  /** Between two chunks of the body. */
  readonly idleMs: number;
  /** The whole response, redirects included. */
  readonly totalMs: number;
}

export interface FetchOptions {
  readonly rawToken?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface FetchedResponse {
  /** Where the response came from, after redirects. */
  readonly url: string;
  /** Whether the way led over a permanent redirect (301, 308): the job's base URL should be changed (F34). */
  readonly movedPermanently: boolean;
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** Decompressed. */
  readonly body: Uint8Array;
  /** Bytes of the body as they came over the wire. */
  readonly wireBytes: number;
}

export interface Fetcher {
  /**
   * Sends one request and reads its response whole, whatever its status (F31).
   *
   * @throws FetchError when no complete response came; the signal's reason when it was aborted.
   */
  fetch(values: OaiArguments, options?: FetchOptions): Promise<FetchedResponse>;
  close(): Promise<void>;
}

/** Opens the door to one repository. Its connections stay open until `close`. */
export function createFetcher(options: FetcherOptions): Fetcher {
  const { connectMs, totalMs } = options.timeouts;
  const agent = openConnections(options.route, connectMs);
  return {
    fetch: async (values, { rawToken = false, signal } = {}) => {
      const target = firstTarget(options, encodeArguments(values, { rawToken }));
      const timeout = AbortSignal.timeout(totalMs);
      const signals = signal ? AbortSignal.any([signal, timeout]) : timeout;
      return fetchResponse({ agent, options, signal: signals, caller: signal }, target);
    },
    close: async () => agent.destroy(),
  };
}

interface Door {
  readonly agent: Dispatcher;
  readonly options: FetcherOptions;
  readonly signal: AbortSignal;
  /** The caller's part of the signal: its abort is no fault of the repository. */
  readonly caller: AbortSignal | undefined;
}

function firstTarget({ baseUrl, method, headers }: FetcherOptions, query: string): Target {
  const url = method === 'GET' ? withQuery(baseUrl, query) : baseUrl;
  return { url, method, query, headers, reattached: false };
}

async function fetchResponse(door: Door, first: Target): Promise<FetchedResponse> {
  let target = first;
  let movedPermanently = false;
  for (let redirects = 0; ;) {
    const response = await send(door, target);
    const { location } = response.headers;
    if (response.status === 414 && target.method === 'GET') {
      target = { ...first, method: 'POST', url: door.options.baseUrl }; // the URL is too long: POST has none (F51)
    } else if (isRedirect(response.status) && location !== undefined) {
      redirects += 1;
      if (redirects > MAX_REDIRECTS) throw tooManyRedirects(first);
      movedPermanently ||= response.status === 301 || response.status === 308;
      target = followRedirect(target, response.status, location);
    } else {
      return { ...response, movedPermanently };
    }
  }
}

function tooManyRedirects({ url }: Target): FetchError {
  return new FetchError('redirect', url, { message: `more than ${MAX_REDIRECTS} redirects` });
}

async function send(door: Door, target: Target): Promise<Omit<FetchedResponse, 'movedPermanently'>> {
  try {
    const { origin, pathname, search } = new URL(target.url);
    const { headersMs, idleMs } = door.options.timeouts;
    const response = await door.agent.request({
      origin,
      path: pathname + search,
      method: target.method,
      headers: headersOf(door.options, target),
      body: target.method === 'POST' ? target.query : null,
      signal: door.signal,
      headersTimeout: headersMs,
      bodyTimeout: idleMs,
    });
    return await readResponse(door, target, response);
  } catch (error) {
    if (door.caller?.aborted === true) throw door.caller.reason;
    throw error instanceof FetchError ? error : toFetchError(error, target.url);
  }
}

function headersOf({ userAgent }: FetcherOptions, target: Target): Record<string, string> {
  const form = target.method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {};
  const own = {
    'user-agent': userAgent,
    accept: 'text/xml, application/xml, */*;q=0.1',
    'accept-encoding': 'gzip',
  };
  const custom = Object.entries(target.headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  return { ...own, ...form, ...Object.fromEntries(custom) };
}

async function readResponse(door: Door, target: Target, response: Dispatcher.ResponseData) {
  const limit = door.options.maxResponseBytes;
  const received = await readBody(response, limit);
  if (received === undefined) throw tooLarge(target, limit);
  const headers = flatten(response.headers);
  const body = await decompress(received, headers['content-encoding'] ?? '', limit);
  if (body === 'too-large') throw tooLarge(target, limit);
  if (body === 'broken') throw brokenCompression(target);
  return { url: target.url, status: response.statusCode, headers, body, wireBytes: received.length };
}

/** The bytes as they came, or `undefined` when they are more than the limit. */
async function readBody({ body }: Dispatcher.ResponseData, limit: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > limit) return undefined; // leaving the loop closes the connection
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

function flatten(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : (value ?? ''),
  ]);
  return Object.fromEntries(entries) as Record<string, string>;
}

function tooLarge({ url }: Target, limit: number): FetchError {
  const message = `the response is larger than ${limit} bytes; raise politeness.maxResponse if that is right`;
  return new FetchError('too-large', url, { message });
}

function brokenCompression({ url }: Target): FetchError {
  return new FetchError('truncated', url, { message: 'the compressed response cannot be read to its end' });
}

/** What undici calls its faults; all others are of the network. */
const FAULTS: Readonly<Record<string, { kind: PageFailureKind; message: string }>> = {
  UND_ERR_CONNECT_TIMEOUT: { kind: 'timeout', message: 'no connection in time' },
  UND_ERR_HEADERS_TIMEOUT: { kind: 'timeout', message: 'no response in time' },
  UND_ERR_BODY_TIMEOUT: { kind: 'timeout', message: 'the response stopped in its midst' },
};

function toFetchError(error: unknown, url: string): FetchError {
  const { code, name, message } = error as { code?: unknown; name?: string; message?: string };
  if (name === 'TimeoutError') {
    return new FetchError('timeout', url, {
      message: 'the response takes too long as a whole',
      cause: error,
    });
  }
  const fault = typeof code === 'string' ? FAULTS[code] : undefined;
  const reason = [code, message].filter((part) => typeof part === 'string' && part !== '').join(': ');
  return new FetchError(fault?.kind ?? 'network', url, {
    message: fault?.message ?? `the connection failed: ${reason}`,
    cause: error,
  });
}
