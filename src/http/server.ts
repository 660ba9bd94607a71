/** The HTTP server: the OAI-PMH endpoint and the routes that tell whether the process is well. */
import type { Socket } from 'node:net';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { handleRequest } from '../provider/handle-request.ts';
import type { OaiResponse, ProviderDeps } from '../provider/provider.ts';
import { StorageError, type Storage } from '../storage/storage.ts';
import { acceptsGzip } from './accept-encoding.ts';

export interface HttpServer {
  /** Listens; `url` is the address of the endpoint as harvesters are told it. */
  start(): Promise<{ readonly url: string }>;
  /** Takes no new requests, and ends when the running ones are answered. */
  stop(): Promise<void>;
}

export interface HttpDeps {
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** By which others reach us, without the path; default: the address listened on. */
  readonly publicUrl?: string | undefined;
  /** The path of the endpoint, for example `/oai`. */
  readonly path: string;
  /** The provider without its base URL, which comes from the address above. */
  readonly provider: Omit<ProviderDeps, 'repository'> & {
    readonly repository: Omit<ProviderDeps['repository'], 'baseUrl'>;
  };
  readonly storage: Pick<Storage, 'ping'>;
  /** Default: 10 s for the headers of a request, 30 s for all of it. */
  readonly timeouts?: Timeouts;
  /** Told of each OAI-PMH response, for the log and metrics. */
  readonly onResponse?: (response: OaiResponse, seconds: number) => void;
  /** Told of each fault; the client only learns that there was one. */
  readonly onFault?: (fault: unknown, url: string) => void;
}

/** Milliseconds until a request must have come in, and how often that is looked at. */
export interface Timeouts {
  readonly headers: number;
  readonly request: number;
  readonly check: number;
}

const FORM = 'application/x-www-form-urlencoded';
const ALLOWED = 'GET, HEAD, POST';
/** Arguments are short; an identifier may be long (checklist 24). Larger bodies are answered with 413. */
const LARGEST_BODY = 1024 * 1024;
/** Request line and headers together; larger ones are answered with 431. */
const LARGEST_HEADERS = 32 * 1024;
/** A client that sends more slowly than this holds no connection for long (milliseconds). */
const TIMEOUTS: Timeouts = { headers: 10_000, request: 30_000, check: 5_000 };
const SILENCE_TIMEOUT = 120_000;
const KEEP_ALIVE = 30_000;
/** Seconds after which a harvester may ask again when the store is busy. */
const RETRY_AFTER = '30';
/** Speed before size: one page of XML shrinks to a tenth even so. */
const GZIP_LEVEL = 1;

/** Faults of the store that pass. */
const TEMPORARY: readonly StorageError['code'][] = ['locked', 'unreachable', 'not-migrated'];

const MESSAGES: Readonly<Record<number, string>> = {
  404: 'There is nothing at this address.',
  400: 'This is no request.',
  405: `Only ${ALLOWED} are answered here.`,
  408: 'The request did not come in time.',
  413: 'The request is too large.',
  415: `The body of a POST is ${FORM}.`,
  431: 'The headers of the request are too large.',
  500: 'The request could not be answered. The fault is in the log of this server.',
  503: 'The store is busy or not ready. Please ask again later.',
};

/** An HTTP server over a provider; it listens when started. */
export function createServer(deps: HttpDeps): HttpServer {
  const server = createFastify(deps.timeouts ?? TIMEOUTS);
  let provider: ProviderDeps | undefined;
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    if (provider === undefined) return sendPlain(reply, 503);
    return answerHarvester({ request, reply }, provider, deps);
  };
  server.route({ method: ['GET', 'HEAD', 'POST'], url: deps.path, handler: answer });
  server.get('/healthz', async (_, reply) => sendPlain(reply, 200, 'ok'));
  server.get('/readyz', async (_, reply) => {
    const { current } = await deps.storage.ping();
    return current ? sendPlain(reply, 200, 'ok') : sendPlain(reply, 503);
  });
  refuseTheRest(server, deps);
  return {
    start: async () => {
      await server.listen({ host: deps.host, port: deps.port });
      const url = publicAddress(portOf(server), deps);
      provider = { ...deps.provider, repository: { ...deps.provider.repository, baseUrl: url } };
      return { url };
    },
    stop: () => server.close(),
  };
}

/** The query string must reach the provider as received, so the framework parses neither it nor a body. */
function createFastify(timeouts: Timeouts): FastifyInstance {
  const server = fastify({
    logger: false,
    bodyLimit: LARGEST_BODY,
    connectionTimeout: SILENCE_TIMEOUT,
    keepAliveTimeout: KEEP_ALIVE,
    requestTimeout: timeouts.request,
    exposeHeadRoutes: true,
    http: {
      maxHeaderSize: LARGEST_HEADERS,
      headersTimeout: timeouts.headers,
      connectionsCheckingInterval: timeouts.check,
    },
    routerOptions: { querystringParser: () => ({}) },
    frameworkErrors: (_error, _request, reply) => void sendPlain(reply, 400),
    clientErrorHandler: refuseConnection,
  });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(FORM, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  return server;
}

/** Answers by GET, HEAD or POST. Arguments in the query and the body of a POST count together. */
async function answerHarvester(
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  provider: ProviderDeps,
  deps: HttpDeps,
): Promise<FastifyReply> {
  const response = await handleRequest(parametersOf(request), provider);
  const { document } = response;
  deps.onResponse?.(response, reply.elapsedTime / 1000);
  reply.header('Content-Type', 'text/xml; charset=UTF-8').header('Vary', 'Accept-Encoding');
  if (!acceptsGzip(request.headers['accept-encoding'])) return reply.send(document);
  return reply.header('Content-Encoding', 'gzip').send(await compress(document, { level: GZIP_LEVEL }));
}

const compress = promisify<Buffer, { level: number }, Buffer>(gzip);

/** One character per byte, as node gives the URL. */
function parametersOf({ raw, body }: FastifyRequest): string {
  const url = raw.url ?? '';
  const mark = url.indexOf('?');
  const query = mark === -1 ? '' : url.slice(mark + 1);
  return Buffer.isBuffer(body) ? `${query}&${body.toString('latin1')}` : query;
}

/** What is no request of ours gets a plain answer without a trace of the inside. */
function refuseTheRest(server: FastifyInstance, deps: HttpDeps): void {
  server.setNotFoundHandler((request, reply) => {
    if (request.url.split('?', 1)[0] !== deps.path) return sendPlain(reply, 404);
    return sendPlain(reply.header('Allow', ALLOWED), 405);
  });
  server.setErrorHandler((error, request, reply) => {
    const status = statusOf(error);
    if (status >= 500) deps.onFault?.(error, request.url);
    return sendPlain(reply, status);
  });
}

/** What is no HTTP, or does not come in time, is refused in the same plain way. */
function refuseConnection(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return void socket.destroy();
  const [status, words] = CONNECTION_FAULTS[error.code ?? ''] ?? [400, 'Bad Request'];
  const body = `${MESSAGES[status] ?? 'This is no request.'}\n`;
  socket.end(
    `HTTP/1.1 ${status} ${words}\r\nContent-Type: text/plain; charset=UTF-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

const CONNECTION_FAULTS: Readonly<Record<string, readonly [status: number, words: string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout'],
};

/** A busy store is worth another try (protocol §3.1.2.2); the framework's own refusals carry their status. */
function statusOf(error: unknown): number {
  if (error instanceof StorageError) return TEMPORARY.includes(error.code) ? 503 : 500;
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  return status >= 400 && status < 500 ? status : 500;
}

function sendPlain(
  reply: FastifyReply,
  status: number,
  text = MESSAGES[status] ?? 'This is no request.',
): FastifyReply {
  if (status === 503) reply.header('Retry-After', RETRY_AFTER);
  return reply.code(status).type('text/plain; charset=UTF-8').send(`${text}\n`);
}

/** The port that was really taken, which is another than asked for when 0 was asked for. */
function portOf(server: FastifyInstance): number | undefined {
  const [address] = server.addresses();
  return typeof address === 'object' ? address.port : undefined;
}

/** Where others reach the endpoint; never taken from a request's Host (providers T57). */
function publicAddress(port: number | undefined, { host, publicUrl, path }: HttpDeps): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `${(publicUrl ?? `http://${name}:${port}`).replace(/\/+$/, '')}${path}`;
}
