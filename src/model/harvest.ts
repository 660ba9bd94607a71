/** The words of harvesting: windows, counts, outcomes, runs. */

/** How a run, or a job in a run, ended. Each has its own exit code (design §3.1). */
export type Outcome = 'complete' | 'complete-with-losses' | 'incomplete' | 'failed' | 'skipped';

/**
 * What became of the records of a page, a window or a run. They add up:
 * `received = new + changed + unchanged + deleted + quarantined + rejected + skipped`.
 */
export interface RecordCounts {
  received: number;
  new: number;
  changed: number;
  unchanged: number;
  deleted: number;
  /** Could not be read or rendered; the raw form is kept, an older version stays as it is. */
  quarantined: number;
  /** Refused by a guard of the mapping; the raw form is kept, an older version stays as it is. */
  rejected: number;
  /** Left out on purpose by a guard of the mapping: kept as rejected ones are, and no loss. */
  skipped: number;
}

export const NO_RECORDS: Readonly<RecordCounts> = Object.freeze({
  received: 0,
  new: 0,
  changed: 0,
  unchanged: 0,
  deleted: 0,
  quarantined: 0,
  rejected: 0,
  skipped: 0,
});

/** The sum of two counts. */
export function addCounts(left: Readonly<RecordCounts>, right: Readonly<RecordCounts>): RecordCounts {
  const sum = { ...left };
  for (const key of Object.keys(sum) as (keyof RecordCounts)[]) sum[key] += right[key];
  return sum;
}

/** The left counts without the right ones. */
export function subtractCounts(left: Readonly<RecordCounts>, right: Readonly<RecordCounts>): RecordCounts {
  const rest = { ...left };
  for (const key of Object.keys(rest) as (keyof RecordCounts)[]) rest[key] -= right[key];
  return rest;
}

export type WindowState = 'pending' | 'running' | 'complete' | 'failed';

/**
 * `incremental` and `full` windows move the job's cursor when they are complete; `selective` ones (asked for by
 * hand, by dates or identifier) never do.
 */
export type WindowKind = 'incremental' | 'full' | 'selective';

/** One selective harvest: a set × from × until, with where it stands. A row of the ledger (D7). */
export interface HarvestWindow {
  readonly id: number;
  readonly job: string;
  readonly runId: number;
  readonly kind: WindowKind;
  readonly metadataPrefix: string;
  readonly set?: string;
  readonly from?: string;
  readonly until?: string;
  readonly state: WindowState;
  readonly attempts: number;
  /** The token of the next page; absent before the first page and after the last. */
  readonly resumptionToken?: string;
  /** responseDate of the window's first response: the repository's clock, from which the next `from` comes. */
  readonly repositoryTime?: string;
  /** completeListSize as the repository last gave it. */
  readonly expected?: number;
  readonly pages: number;
  /**
   * Each record of the list once, also where pages were asked for again: what this window stored as new, changed or
   * deleted before it had to go back stays counted so when it comes again.
   */
  readonly counts: Readonly<RecordCounts>;
  readonly lastError?: string;
}

/** One execution of a job. */
export interface Run {
  readonly id: number;
  readonly job: string;
  readonly kind: WindowKind;
  /** UTC, our clock. */
  readonly startedAt: string;
  readonly finishedAt?: string;
  readonly outcome?: Outcome;
  readonly counts: Readonly<RecordCounts>;
  readonly requests: number;
  readonly bytes: number;
  readonly retries: number;
  readonly errors: readonly string[];
}
