/** How a run ended, decided from its windows; and what is told of it. */
import {
  addCounts,
  NO_RECORDS,
  type HarvestWindow,
  type Outcome,
  type RecordCounts,
} from '../model/harvest.ts';

/**
 * What a harvest of one job came to: an element of `garner harvest --json`. Records are counted by window, from its
 * beginning, also where an earlier run was cut off in its midst; requests, bytes and retries are this run's. What each
 * run stored by itself is told by `garner runs`.
 */
export interface HarvestSummary extends RecordCounts {
  readonly job: string;
  readonly outcome: Outcome;
  readonly windows: number;
  readonly requests: number;
  readonly bytes: number;
  readonly retries: number;
  readonly seconds: number;
  readonly errors: readonly string[];
}

/**
 * `complete` only when every window is; `complete-with-losses` when records of them are quarantined or rejected;
 * `incomplete` when some windows are not, but something was stored; `failed` when nothing was.
 */
export function decideOutcome(windows: readonly HarvestWindow[], errors: readonly string[]): Outcome {
  const counts = sumCounts(windows);
  const open = windows.filter((window) => window.state !== 'complete').length;
  if (open === 0 && windows.length > 0 && errors.length === 0) {
    return counts.quarantined + counts.rejected > 0 ? 'complete-with-losses' : 'complete';
  }
  const somethingDone = counts.received > 0 || windows.some((window) => window.state === 'complete');
  return somethingDone ? 'incomplete' : 'failed';
}

/** The counts of several windows together. */
export function sumCounts(windows: readonly HarvestWindow[]): RecordCounts {
  return windows.reduce((sum, window) => addCounts(sum, window.counts), { ...NO_RECORDS });
}
