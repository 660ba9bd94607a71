/** Whether a failed request is tried again, and when. Pure: waiting is the caller's. */
import type { PageFailure, PageFailureKind } from './client-error.ts';

export interface RetryPolicy {
  /** Tries after the first. */
  readonly retries: number;
  /** The longest time spent waiting for one page, all waits together. */
  readonly budgetMs: number;
}

/** A failed attempt, and what went before it. */
export interface FailedAttempt {
  readonly failure: Pick<PageFailure, 'kind' | 'status' | 'headers'>;
  /** 1 for the first. */
  readonly attempt: number;
  /** Time already waited for this page. */
  readonly waitedMs: number;
  readonly now: Date;
  /** From 0 up to 1: spreads the waits of many harvesters. */
  readonly jitter: number;
}

export type RetryDecision =
  { readonly retry: false; readonly why: string } | { readonly retry: true; readonly afterMs: number };

/**
 * Decides by the table of kinds and statuses, the number of attempts and the time waited. The repository's own
 * Retry-After (seconds or a date; clamped to 1 s … 1 h) or rate limit goes before our backoff, which doubles each time
 * (F24–F30). A wait beyond the budget is not begun.
 */
export function decideRetry(failed: FailedAttempt, policy: RetryPolicy): RetryDecision {
  const { failure, attempt, waitedMs } = failed;
  if (!isRetryable(failure)) return { retry: false, why: 'trying again would not help' };
  if (attempt > policy.retries) return { retry: false, why: `no retries left of ${policy.retries}` };
  const afterMs = askedWaitMs(failure, failed.now) ?? backoffMs(failed);
  if (waitedMs + afterMs > policy.budgetMs) {
    return { retry: false, why: `waiting ${seconds(afterMs)} more would exceed ${seconds(policy.budgetMs)}` };
  }
  return { retry: true, afterMs };
}

/** Reads a Retry-After header (RFC 9110 §10.2.3); `undefined` when it is absent or cannot be read (F25). */
export function parseRetryAfter(text: string | undefined, now: Date): number | undefined {
  const value = (text ?? '').trim();
  if (/^\d{1,9}(\.\d+)?$/.test(value)) return clamp(Number(value) * 1000);
  const date = /[a-z]/i.test(value) ? Date.parse(value) : NaN;
  return Number.isNaN(date) ? undefined : clamp(date - now.getTime());
}

/**
 * How long a rate limit that is used up asks to wait (F30): `X-RateLimit-Remaining: 0` or `RateLimit-Remaining: 0`
 * with the reset in seconds from now, or in seconds since 1970. `undefined` while requests remain.
 */
export function rateLimitWaitMs(headers: Readonly<Record<string, string>>, now: Date): number | undefined {
  for (const family of ['x-ratelimit', 'ratelimit']) {
    const reset = headers[`${family}-reset`] ?? '';
    if (headers[`${family}-remaining`]?.trim() !== '0' || !/^\d{1,12}$/.test(reset.trim())) continue;
    const value = Number(reset);
    return clamp(value > SECONDS_OF_AN_INSTANT ? value * 1000 - now.getTime() : value * 1000);
  }
  return undefined;
}

const SECOND = 1000;
const HOUR = 3_600_000;
/** A greater number cannot be a delay: it counts seconds since 1970. */
const SECONDS_OF_AN_INSTANT = 1_000_000_000;
const BACKOFF_LIMIT_MS = 300_000;

const RETRYABLE_STATUSES = new Set([408, 425, 429, 500, 502, 503, 504]);
const RETRYABLE: Readonly<Record<PageFailureKind, boolean | 'by status'>> = {
  network: true,
  timeout: true,
  status: 'by status',
  empty: true,
  truncated: true,
  html: true,
  blocked: false,
  'not-oai': false,
  malformed: false,
  'wrong-verb': false,
  'oai-error': true,
  'too-large': false,
  redirect: false,
};

function isRetryable({ kind, status }: FailedAttempt['failure']): boolean {
  const rule = RETRYABLE[kind];
  return rule === 'by status' ? RETRYABLE_STATUSES.has(status ?? 0) : rule;
}

function askedWaitMs({ headers = {} }: FailedAttempt['failure'], now: Date): number | undefined {
  const asked = [parseRetryAfter(headers['retry-after'], now), rateLimitWaitMs(headers, now)];
  const waits = asked.filter((wait) => wait !== undefined);
  return waits.length === 0 ? undefined : Math.max(...waits);
}

/** Doubles from one second; from a minute when we are told to slow down and not how much (F29). */
function backoffMs({ failure, attempt, jitter }: FailedAttempt): number {
  const first = failure.status === 429 ? 60 * SECOND : SECOND;
  const limit = Math.min(first * 2 ** (attempt - 1), BACKOFF_LIMIT_MS);
  return Math.round(limit * (0.5 + jitter / 2));
}

function clamp(ms: number): number {
  return Math.min(Math.max(ms, SECOND), HOUR);
}

function seconds(ms: number): string {
  return `${Math.round(ms / SECOND)} s`;
}
