import { describe, expect, it } from 'vitest';
import type { PageFailure } from '../../src/client/client-error.ts';
import { decideRetry, parseRetryAfter, rateLimitWaitMs } from '../../src/client/retry.ts';

const NOW = new Date('2026-03-01T12:00:00Z');
const POLICY = { retries: 5, budgetMs: 3_600_000 };

function decide(
  failure: Partial<PageFailure>,
  rest: { attempt?: number; waitedMs?: number; jitter?: number } = {},
) {
  const { attempt = 1, waitedMs = 0, jitter = 1 } = rest;
  return decideRetry(
    { failure: { kind: 'status', ...failure }, attempt, waitedMs, now: NOW, jitter },
    POLICY,
  );
}

describe('which failures are tried again', () => {
  it.each([408, 425, 429, 500, 502, 503, 504])('HTTP %i is', (status) => {
    expect(decide({ status }).retry).toBe(true);
  });

  it.each([400, 401, 403, 404, 410, 414, 422, 501])('HTTP %i is not', (status) => {
    expect(decide({ status }).retry).toBe(false);
  });

  it.each(['network', 'timeout', 'empty', 'truncated', 'html', 'oai-error'] as const)('%s is', (kind) => {
    expect(decide({ kind }).retry).toBe(true);
  });

  it.each(['blocked', 'not-oai', 'malformed', 'wrong-verb', 'too-large', 'redirect'] as const)(
    '%s is not',
    (kind) => {
      expect(decide({ kind, status: 200 }).retry).toBe(false);
    },
  );
});

describe('how long a retry waits', () => {
  it.each([
    { case: 'the first', attempt: 1, jitter: 1, afterMs: 1000 },
    { case: 'the third', attempt: 3, jitter: 1, afterMs: 4000 },
    { case: 'at the least jitter', attempt: 3, jitter: 0, afterMs: 2000 },
  ])('doubles each time: $case', ({ attempt, jitter, afterMs }) => {
    expect(decide({ status: 503 }, { attempt, jitter })).toEqual({ retry: true, afterMs });
  });

  it('is minutes after a 429 that names no time (F29)', () => {
    expect(decide({ status: 429 }, { attempt: 2 })).toEqual({ retry: true, afterMs: 120_000 });
  });

  it('is what the repository asks for, however much longer than our backoff (F24)', () => {
    const headers = { 'retry-after': '1800' };
    expect(decide({ status: 503, headers })).toEqual({ retry: true, afterMs: 1_800_000 });
  });

  it('is our backoff when Retry-After cannot be read (F25)', () => {
    expect(decide({ status: 503, headers: { 'retry-after': 'soon' } })).toEqual({
      retry: true,
      afterMs: 1000,
    });
  });

  it('is the reset of a rate limit that is used up (F30)', () => {
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '90' };
    expect(decide({ status: 429, headers })).toEqual({ retry: true, afterMs: 90_000 });
  });
});

describe('when retries end', () => {
  it('ends after the retries of the policy (F26)', () => {
    expect(decide({ status: 503 }, { attempt: 5 }).retry).toBe(true);
    expect(decide({ status: 503 }, { attempt: 6 })).toEqual({ retry: false, why: 'no retries left of 5' });
  });

  it('does not begin a wait that exceeds the budget (F27)', () => {
    const decision = decide({ status: 503, headers: { 'retry-after': '600' } }, { waitedMs: 3_300_000 });
    expect(decision).toEqual({ retry: false, why: 'waiting 600 s more would exceed 3600 s' });
  });
});

describe('Retry-After', () => {
  it.each([
    { text: '120', ms: 120_000 },
    { text: ' 5 ', ms: 5000 },
    { text: '0', ms: 1000 },
    { text: '86400', ms: 3_600_000 },
    { text: 'Sun, 01 Mar 2026 12:02:00 GMT', ms: 120_000 },
    { text: 'Sun, 01 Mar 2020 12:02:00 GMT', ms: 1000 },
    { text: 'in a while', ms: undefined },
    { text: '-5', ms: undefined },
    { text: '', ms: undefined },
  ])('"$text" means $ms ms (F25)', ({ text, ms }) => {
    expect(parseRetryAfter(text, NOW)).toBe(ms);
  });
});

describe('a rate limit', () => {
  const epoch = String(NOW.getTime() / 1000 + 30);
  it.each([
    {
      case: 'seconds from now',
      headers: { 'ratelimit-remaining': '0', 'ratelimit-reset': '30' },
      ms: 30_000,
    },
    {
      case: 'seconds since 1970',
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': epoch },
      ms: 30_000,
    },
    {
      case: 'requests remain',
      headers: { 'x-ratelimit-remaining': '7', 'x-ratelimit-reset': '30' },
      ms: undefined,
    },
    { case: 'no reset', headers: { 'x-ratelimit-remaining': '0' }, ms: undefined },
  ])('is read from both families of headers: $case (F30)', ({ headers, ms }) => {
    expect(rateLimitWaitMs(headers as Record<string, string>, NOW)).toBe(ms);
  });
});
