/** Responses as repositories send them, and a client that does not wait. */
import { onTestFinished } from 'vitest';
import { createClient, type ClientNote, type RepositoryClient } from '../../src/client/client.ts';
import type { Attempt } from '../../src/client/request-page.ts';
import { jobSchema, type Job } from '../../src/model/job.ts';
import { startScriptedServer, type Script, type ScriptedServer } from '../support/scripted-server.ts';

export const RESPONSE_DATE = '2026-03-01T12:00:00Z';

export function oai(content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>${RESPONSE_DATE}</responseDate>
<request>http://example.org/oai</request>${content}</OAI-PMH>`;
}

export function error(code: string, message = ''): string {
  return oai(`<error code="${code}">${message}</error>`);
}

export function record(identifier: string, datestamp = '2026-01-01'): string {
  return `<record><header><identifier>${identifier}</identifier><datestamp>${datestamp}</datestamp></header>
<metadata><dc xmlns="http://www.openarchives.org/OAI/2.0/oai_dc/"/></metadata></record>`;
}

/** A ListRecords response; `token` is XML text, and absent when there is no element. */
export function records(identifiers: readonly string[], token?: string): string {
  const end = token === undefined ? '' : `<resumptionToken>${token}</resumptionToken>`;
  return oai(
    `<ListRecords>${identifiers.map((identifier) => record(identifier)).join('')}${end}</ListRecords>`,
  );
}

export interface Bench {
  readonly server: ScriptedServer;
  readonly client: RepositoryClient;
  /** The waits that were asked for, in milliseconds. */
  readonly waits: number[];
  readonly notes: ClientNote['name'][];
  readonly attempts: Attempt[];
}

export interface BenchOptions {
  readonly politeness?: Record<string, unknown>;
  readonly http?: Record<string, unknown>;
  /** In place of the server's own base URL. */
  readonly baseUrl?: (server: ScriptedServer) => string;
  readonly now?: () => Date;
}

/** A server with a script and a client for it; both end with the test. */
export async function startBench(script: Script, options: BenchOptions = {}): Promise<Bench> {
  const server = await startScriptedServer(script);
  const [waits, notes, attempts]: [number[], ClientNote['name'][], Attempt[]] = [[], [], []];
  let clock = Date.parse('2026-03-01T12:00:00Z');
  const client = createClient({
    baseUrl: options.baseUrl?.(server) ?? server.url,
    userAgent: 'Garner/0.1.0 (+http://aggregator.example.org; oai@example.org)',
    ...jobParts(options),
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      waits.push(ms);
      clock += ms;
    },
    now: options.now ?? (() => new Date(clock)),
    random: () => 1,
    onAttempt: (attempt) => attempts.push(attempt),
    onNote: ({ name }) => notes.push(name),
  });
  onTestFinished(async () => {
    await client.close();
    await server.close();
  });
  return { server, client, waits, notes, attempts };
}

/** All items of a generator. */
export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const collected: Item[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

/** What a promise was rejected with. */
export async function faultOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (fault: unknown) => fault,
  );
}

function jobParts({ politeness = {}, http = {} }: BenchOptions): Pick<Job, 'politeness' | 'http'> {
  const job = jobSchema.parse({ baseUrl: 'http://example.org/oai', politeness, http });
  return { politeness: job.politeness, http: job.http };
}
