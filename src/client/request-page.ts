/** One page, with as many attempts as the policy allows. */
import { FetchError, PageError, type PageFailure } from './client-error.ts';
import { curlOf } from './curl.ts';
import type { FetchedResponse, Fetcher, FetcherOptions, FetchOptions } from './fetch-response.ts';
import type { Pacer } from './pacer.ts';
import { readResponse, type ProtocolResponse, type ReadResponse } from './read-response.ts';
import type { OaiArguments } from './request-url.ts';
import { decideRetry, type RetryPolicy } from './retry.ts';

/** Waits, unless the signal is aborted: then it rejects with the signal's reason. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

/** What talking to a repository needs. */
export interface RequestContext {
  readonly fetcher: Fetcher;
  readonly fetcherOptions: FetcherOptions;
  readonly retry: RetryPolicy;
  readonly pacer: Pacer;
  readonly statistics: Statistics;
  readonly sleep: Sleep;
  readonly now: () => Date;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly onAttempt?: ((attempt: Attempt) => void) | undefined;
}

/** What was asked of a repository so far. */
export interface Statistics {
  requests: number;
  /** Bytes of bodies, as they came over the wire. */
  bytes: number;
  retries: number;
  /** Of the last response, as sent: the repository's clock, also when it had nothing to list. */
  lastResponseDate?: string;
}

/** One attempt, for the log. */
export interface Attempt {
  readonly url: string;
  readonly attempt: number;
  readonly status?: number;
  readonly wireBytes?: number;
  /** The base URL has moved for good. */
  readonly movedPermanently?: boolean;
  readonly failure?: PageFailure;
  /** How long we wait before the next attempt; absent when there is none. */
  readonly retryAfterMs?: number;
}

/**
 * Requests a page until it is had or the policy says no.
 *
 * @throws PageError with the last failure; the signal's reason when it was aborted.
 */
export async function requestPage(
  context: RequestContext,
  values: OaiArguments,
  options: FetchOptions = {},
): Promise<ProtocolResponse> {
  let waitedMs = 0;
  await context.pacer.wait(options.signal);
  for (let attempt = 1; ; attempt++) {
    const { fetched, read } = await tryOnce(context, values, options);
    context.pacer.heed(read.ok ? 200 : (read.failure.status ?? 0), fetched?.headers ?? {});
    const facts = { attempt, ...factsOf(fetched, read) };
    if (read.ok) {
      context.onAttempt?.(facts);
      return read.response;
    }
    const failed = { failure: read.failure, attempt, waitedMs, now: context.now(), jitter: context.random() };
    const decision = decideRetry(failed, context.retry);
    if (!decision.retry) {
      context.onAttempt?.(facts);
      throw new PageError(
        explain(read.failure, decision.why),
        attempt,
        curlOf(context.fetcherOptions, values),
      );
    }
    const afterMs = Math.max(decision.afterMs, context.pacer.delayMs());
    context.onAttempt?.({ ...facts, retryAfterMs: afterMs });
    context.statistics.retries += 1;
    waitedMs += afterMs;
    await context.sleep(afterMs, options.signal);
  }
}

async function tryOnce(
  { fetcher, statistics }: RequestContext,
  values: OaiArguments,
  options: FetchOptions,
): Promise<{ fetched?: FetchedResponse; read: ReadResponse }> {
  statistics.requests += 1;
  try {
    const fetched = await fetcher.fetch(values, options);
    statistics.bytes += fetched.wireBytes;
    return { fetched, read: readResponse(fetched, values.verb) };
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    const { kind, url, message, cause } = error;
    return { read: { ok: false, failure: { kind, url, message, cause } } };
  }
}

function factsOf(fetched: FetchedResponse | undefined, read: ReadResponse): Omit<Attempt, 'attempt'> {
  const failure = read.ok ? {} : { failure: read.failure };
  if (!fetched) return { url: read.ok ? read.response.url : read.failure.url, ...failure };
  const { url, status, wireBytes, movedPermanently } = fetched;
  return { url, status, wireBytes, movedPermanently, ...failure };
}

function explain(failure: PageFailure, why: string): PageFailure {
  return { ...failure, message: `${failure.message}; ${why}` };
}
