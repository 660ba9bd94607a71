/**
 * The storage port, at the level of intentions. Two homes implement it (SQLite here, PostgreSQL for many
 * machines); one contract suite runs over both. Every method is one transaction: it happened wholly or not at
 * all. Times come in as UTC datestamps in seconds.
 */
import type { CanonicalRecord, Issue } from '../model/canonical.ts';
import type { HarvestWindow, Outcome, RecordCounts, Run, WindowKind, WindowState } from '../model/harvest.ts';
import type { RecordKey } from '../model/identifier.ts';
import type { HeldOutcome, HeldState, KnownVersion, RawRecord, RecordOutcome, RecordQuery, RenderedForms, StoredRecord } from '../model/stored-record.ts'; // prettier-ignore

export interface Storage {
  // ---------------------------------------------------------------- a job's lease: no job runs twice at once
  /** Takes the job for `holder` until `expiresAt`, or tells who has it. A holder may take its own again. */
  takeLease(lease: Lease): Promise<{ readonly taken: true } | { readonly taken: false; readonly by: Lease }>;
  /** Gives the job back; nothing happens when `holder` does not have it. */
  releaseLease(job: string, holder: string): Promise<void>;

  // ---------------------------------------------------------------- the ledger of a harvest (D7)
  startRun(run: {
    readonly job: string;
    readonly kind: WindowKind;
    readonly startedAt: string;
  }): Promise<Run>;
  finishRun(runId: number, end: RunEnd): Promise<Run>;
  listRuns(query: { readonly job?: string; readonly limit: number }): Promise<Run[]>;
  /** Adds a window in state `pending`. */
  addWindow(window: NewWindow): Promise<HarvestWindow>;
  /**
   * Takes an unfinished window over into a run, from its checkpoint or (`restart`) from its beginning. Its counts go
   * back to that point, too, and those of the run if it is the same one.
   */
  reopenWindow(
    windowId: number,
    runId: number,
    options: { readonly restart: boolean },
  ): Promise<HarvestWindow>;
  finishWindow(
    windowId: number,
    end: { readonly state: WindowState; readonly error?: string },
  ): Promise<HarvestWindow>;
  /** Windows of a job that are not complete, failed ones first, then in the order they were added. */
  listOpenWindows(job?: string): Promise<HarvestWindow[]>;
  /** The newest complete window of a job and set that moves the cursor, whatever the run. */
  findLastComplete(job: string, set: string | undefined): Promise<HarvestWindow | undefined>;

  // ---------------------------------------------------------------- records
  /**
   * What is known of these records of a job, by origin identifier; records never seen are absent. The origin's sets are
   * given only where they are wanted.
   */
  findKnownVersions(
    job: string,
    identifiers: readonly string[],
    wanted?: { readonly originSets: boolean },
  ): Promise<Map<string, KnownVersion>>;
  /**
   * Saves the records of one page, or of a slice of it, and the window's progress in one transaction. Gives each
   * changed record the next stamp and the current second as its datestamp (D4). An identifier that occurs twice in
   * a page counts twice; the last version stays. What the window stored before it went back (`reopenWindow`) and
   * meets again is counted as what it was then, in the window as in the counts given. Renews the lease of `holder`,
   * and throws {@link LeaseLostError} (saving nothing) when another holder has taken the job.
   */
  savePage(page: HarvestedPage): Promise<RecordCounts>;
  /**
   * Saves records that were mapped again from their raw form, or sorted into sets again. Only those whose
   * dissemination hash changed get a new stamp and datestamp.
   */
  saveRemapped(
    records: readonly RemappedRecord[],
  ): Promise<{ changed: number; unchanged: number; held: number }>;

  /**
   * The second that a response given at `now` may carry as its responseDate: every change with an earlier
   * datestamp is visible, and no later write, in any process, will get an earlier datestamp. Lists must not
   * reach this second (D4).
   */
  findHorizon(now: string): Promise<string>;
  listRecords(query: RecordQuery): Promise<StoredRecord[]>;
  /** How many records a query selects, its limit and position left aside. */
  countRecords(query: Omit<RecordQuery, 'limit' | 'afterStamp'>): Promise<number>;
  /**
   * One record as it is served; `undefined` when none was ever served under this key. Without a prefix, of a deleted
   * record, and of one that lacks the form it is the header alone (`metadata` and `about` are absent).
   */
  findRecord(key: RecordKey, metadataPrefix: string | undefined): Promise<StoredRecord | undefined>;
  /** Everything kept of one record, for people and for mapping again; also of held records. */
  findDetail(key: RecordKey): Promise<RecordDetail | undefined>;
  /** Whole records in stamp order, for exports and mapping again. */
  listDetails(query: DetailQuery): Promise<RecordDetail[]>;
  /** Records of which a version is held, in the order of their identifiers. */
  listHeld(query: HeldQuery): Promise<HeldRecord[]>;
  countByJob(): Promise<JobRecordCounts[]>;

  // ---------------------------------------------------------------- sets and the provider's constants
  /** Declares a set's name; sets come into being by records too. */
  declareSet(set: StoredSet): Promise<void>;
  /**
   * Sets in the order of their setSpec, after one, at most `limit`: those that were declared, and those in which a
   * record is, be it deleted.
   */
  listSets(page: { readonly after?: string; readonly limit: number }): Promise<StoredSet[]>;
  /** A lower bound of all our datestamps, deletions included; `undefined` while nothing was ever stored. */
  findEarliestDatestamp(): Promise<string | undefined>;
  /** A small named value that must outlive the process, for example the secret that signs tokens. */
  findSetting(name: string): Promise<string | undefined>;
  /** Saves a setting unless it has a value already; gives the value in force. */
  saveSettingOnce(name: string, value: string): Promise<string>;

  // ---------------------------------------------------------------- schedule
  /** When each job is due next, kept so that a run missed while nothing ran is caught up. */
  listDueTimes(): Promise<DueTime[]>;
  saveDueTime(due: DueTime): Promise<void>;

  // ---------------------------------------------------------------- the store itself
  /** Answers, with the schema's version; throws {@link StorageError} when it cannot. */
  ping(): Promise<{ readonly schemaVersion: number; readonly current: boolean }>;
  /** Problems found by a full check of integrity; empty when all is well. */
  check(): Promise<string[]>;
  /** Writes a consistent copy while the store is in use. */
  backup(file: string): Promise<void>;
  close(): Promise<void>;
}

export interface Lease {
  readonly job: string;
  /** `host:pid:random`, so that a holder that died can be told from one that works. */
  readonly holder: string;
  readonly now: string;
  readonly expiresAt: string;
}

export type NewWindow = Pick<
  HarvestWindow,
  'job' | 'runId' | 'kind' | 'metadataPrefix' | 'set' | 'from' | 'until'
>;

export interface RunEnd {
  readonly finishedAt: string;
  readonly outcome: Outcome;
  readonly requests: number;
  readonly bytes: number;
  readonly retries: number;
  readonly errors: readonly string[];
}

export interface HarvestedPage {
  readonly job: string;
  readonly holder: string;
  readonly leaseExpiresAt: string;
  /** Our clock when the page is saved; changed records get this second, or a later one if the store has one. */
  readonly now: string;
  readonly windowId: number;
  /**
   * Where the window stands after this page: its new checkpoint. Absent for a slice of a page that has more to come:
   * the checkpoint stays before that page.
   */
  readonly progress?: WindowProgress;
  readonly records: readonly RecordOutcome[];
}

export interface WindowProgress {
  readonly resumptionToken?: string;
  readonly repositoryTime?: string;
  readonly expected?: number;
}

export interface RemappedRecord {
  readonly key: RecordKey;
  readonly now: string;
  readonly outcome: Extract<RecordOutcome, { kind: 'mapped' }> | HeldOutcome | SortedRecord;
}

/** A record whose values stay as they are stored, sorted into sets again. */
export interface SortedRecord {
  readonly kind: 'sorted';
  /** The version that was looked at. When the store has another one by now, that is left alone. */
  readonly before: { readonly rawHash: string; readonly mappingHash: string };
  readonly mappingHash: string;
  /** Its sets from now on; absent when they are the same. */
  readonly moved?: { readonly sets: readonly string[]; readonly disseminationHash: string };
}

export interface RecordDetail {
  readonly key: RecordKey;
  readonly state: 'active' | 'deleted' | HeldState;
  /** The origin's. */
  readonly originDatestamp: string;
  readonly originSets: readonly string[];
  /** Ours; absent for a record that was never served. */
  readonly datestamp?: string;
  readonly stamp?: number;
  readonly sets: readonly string[];
  readonly harvestedAt: string;
  readonly rawHash?: string;
  readonly mappingHash?: string;
  readonly raw?: RawRecord;
  readonly canonical?: CanonicalRecord;
  readonly rendered?: RenderedForms;
  /** Why it is held, when it is. */
  readonly issues: readonly Issue[];
}

export interface DetailQuery extends Omit<RecordQuery, 'metadataPrefix'> {
  /** Only records whose stored mapping hash is none of these: what a changed mapping has to map again. */
  readonly mappingHashNot?: readonly string[];
  /** Which of the large values are wanted: the others are neither read nor given. Absent: all. */
  readonly parts?: readonly ('raw' | 'canonical' | 'rendered')[];
}

export interface HeldQuery {
  readonly job?: string;
  readonly state?: HeldState;
  readonly after?: RecordKey;
  readonly limit: number;
}

export interface HeldRecord {
  readonly key: RecordKey;
  readonly state: HeldState;
  readonly originDatestamp: string;
  readonly heldAt: string;
  readonly mappingHash?: string;
  readonly issues: readonly Issue[];
}

export interface JobRecordCounts {
  readonly job: string;
  readonly active: number;
  readonly deleted: number;
  readonly quarantined: number;
  readonly rejected: number;
  readonly skipped: number;
}

export interface StoredSet {
  readonly setSpec: string;
  readonly setName: string;
}

export interface DueTime {
  readonly job: string;
  /** The schedule the time was computed from: when the job file has another one, the time is computed anew. */
  readonly schedule: string;
  readonly dueAt: string;
}

/** A fault of the store itself: locked, full, damaged, of a newer schema. The message says what to do. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly code: 'locked' | 'full' | 'damaged' | 'newer-schema' | 'unreachable' | 'not-migrated';

  constructor(code: StorageError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Another process has taken the job's lease; the page was not saved. */
export class LeaseLostError extends Error {
  override readonly name = 'LeaseLostError';

  constructor(job: string) {
    super(`${job}: another process has taken over this job; the page was not saved`);
  }
}
