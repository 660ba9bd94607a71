/** The pause between two requests to one repository. */
import { rateLimitWaitMs } from './retry.ts';

export interface Pacer {
  /** Waits until the next request may be sent. */
  wait(signal?: AbortSignal): Promise<void>;
  /** Learns from a response; the pause counts from here. `status` 0: no response came. */
  heed(status: number, headers: Readonly<Record<string, string>>): void;
  /** The pause in force: the job's, longer while the repository complains. */
  delayMs(): number;
}

export interface PacerOptions {
  readonly delayMs: number;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly now: () => Date;
}

/**
 * Keeps the job's pause. After a 429 the pause doubles, and comes back step by step with each good response (F28);
 * a rate limit that is used up is waited for before it is overrun (F30).
 */
export function createPacer({ delayMs, sleep, now }: PacerOptions): Pacer {
  let pauseMs = delayMs;
  let notBefore = -Infinity;
  return {
    wait: async (signal) => {
      const remainingMs = notBefore - now().getTime();
      if (remainingMs > 0) await sleep(remainingMs, signal);
    },
    heed: (status, headers) => {
      if (status === 429)
        pauseMs = Math.min(Math.max(pauseMs * 2, FIRST_STEP_MS), Math.max(delayMs, LONGEST_MS));
      else if (status === 200) pauseMs = Math.max(delayMs, pauseMs - RECOVERY_MS);
      const instant = now();
      const limitMs = status === 200 ? (rateLimitWaitMs(headers, instant) ?? 0) : 0;
      notBefore = instant.getTime() + Math.max(pauseMs, limitMs);
    },
    delayMs: () => pauseMs,
  };
}

const FIRST_STEP_MS = 1000;
const LONGEST_MS = 60_000;
const RECOVERY_MS = 100;
