/** A repository to talk to: one connection, one request at a time, one pace, one count. */
import { readFileSync } from 'node:fs';
import { unescape } from 'node:querystring';
import type { Job } from '../model/job.ts';
import { textOf } from './parse-page.ts';
import { createFetcher, type FetcherOptions, type FetchOptions } from './fetch-response.ts';
import { createPacer } from './pacer.ts';
import type { ProtocolResponse } from './read-response.ts';
import {
  requestPage,
  type Attempt,
  type RequestContext,
  type Sleep,
  type Statistics,
} from './request-page.ts';
import type { OaiArguments } from './request-url.ts';

export interface ClientOptions {
  readonly baseUrl: string;
  /** `Garner/<version> (+<publicUrl>; <adminEmail>)`. */
  readonly userAgent: string;
  readonly politeness: Job['politeness'];
  readonly http: Job['http'];
  readonly sleep: Sleep;
  readonly now: () => Date;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** Hears of every attempt, also of the good ones. */
  readonly onAttempt?: (attempt: Attempt) => void;
  /** Hears what is odd about the repository and yet no fault. */
  readonly onNote?: (note: ClientNote) => void;
}

/** Something odd that was coped with. */
export interface ClientNote {
  readonly name:
    /** noRecordsMatch in answer to a token: taken as the end of the list (F58). */
    | 'token-to-nothing'
    /** A page without items in the midst of a list (F57). */
    | 'empty-page'
    /** The repository does not decode tokens: they are sent as they came (F67). */
    | 'raw-token'
    /** The token of the next page is the same text as before (F61). */
    | 'same-token';
  readonly url: string;
}

export interface RepositoryClient {
  readonly baseUrl: string;
  /** The longest list, in pages. */
  readonly maxPages: number;
  /** What was asked so far. */
  readonly statistics: Readonly<Statistics>;
  /** What was learned of the repository's ways; lists write it. */
  readonly quirks: {
    /** Tokens are sent as they came (F67). */
    rawToken: boolean;
  };
  /**
   * Sends one request; requests wait for each other, so that never more than one is in flight (D12).
   *
   * @throws PageError when the page cannot be had; the signal's reason when it was aborted.
   */
  request(values: OaiArguments, options?: FetchOptions): Promise<ProtocolResponse>;
  note(note: ClientNote): void;
  close(): Promise<void>;
}

/** Opens a client for one repository. Close it: it holds connections. */
export function createClient(options: ClientOptions): RepositoryClient {
  const context = contextOf(options);
  let last: Promise<unknown> = Promise.resolve();
  return {
    baseUrl: context.fetcherOptions.baseUrl,
    maxPages: options.politeness.maxPages,
    statistics: context.statistics,
    quirks: { rawToken: false },
    request: async (values, fetchOptions) => {
      const response = last.then(async () => requestPage(context, values, fetchOptions));
      last = response.then(nothing, nothing); // not the response itself: it would live until the next one
      context.statistics.lastResponseDate = textOf((await response).root, 'responseDate');
      return response;
    },
    note: (note) => options.onNote?.(note),
    close: async () => context.fetcher.close(),
  };
}

function nothing(): void {}

const CONNECT_LIMIT_MS = 30_000;
/** The longest time that we wait for one page, all retries together (F27). */
const RETRY_BUDGET_MS = 3_600_000;

function contextOf(options: ClientOptions): RequestContext {
  const { politeness, http, userAgent, sleep, now, random, onAttempt } = options;
  const { timeout, total } = politeness;
  const fetcherOptions: FetcherOptions = {
    ...withoutCredentials(options.baseUrl, http.headers),
    method: http.method,
    route: {
      proxy: http.proxy,
      ca: http.ca === undefined ? undefined : readFileSync(http.ca, 'utf8'),
      insecure: http.insecure,
    },
    userAgent,
    timeouts: {
      connectMs: Math.min(timeout, CONNECT_LIMIT_MS),
      headersMs: timeout,
      idleMs: timeout,
      totalMs: total,
    },
    maxResponseBytes: politeness.maxResponse,
  };
  return {
    fetcher: createFetcher(fetcherOptions),
    fetcherOptions,
    retry: { retries: politeness.retries, budgetMs: RETRY_BUDGET_MS },
    pacer: createPacer({ delayMs: politeness.delay, sleep, now }),
    statistics: { requests: 0, bytes: 0, retries: 0 },
    sleep,
    now,
    random,
    onAttempt,
  };
}

/** A name and password in the base URL become a header, so that no message prints them. */
function withoutCredentials(
  baseUrl: string,
  headers: Readonly<Record<string, string>>,
): Pick<FetcherOptions, 'baseUrl' | 'headers'> {
  const url = new URL(baseUrl);
  if (url.username === '') return { baseUrl, headers };
  const credentials = `${unescape(url.username)}:${unescape(url.password)}`;
  url.username = url.password = '';
  const authorization = `Basic ${Buffer.from(credentials).toString('base64')}`;
  return { baseUrl: url.href, headers: { authorization, ...headers } };
}
