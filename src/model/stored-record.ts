/** The words of storage: what is kept of a record, and what is listed. */
import type { CanonicalRecord, Issue } from './canonical.ts';
import type { RawXml } from './record.ts';

/**
 * Why the last version of a record is held and not served: it could not be read or rendered, a guard of the mapping
 * refused it, or a guard left it out on purpose. The first two are losses.
 */
export const HELD_STATES = ['quarantined', 'rejected', 'skipped'] as const;
export type HeldState = (typeof HELD_STATES)[number];

/** The raw form that is kept of every record, for ever: a mapping change maps again from here (D1). */
export interface RawRecord {
  readonly metadata?: RawXml;
  readonly about: readonly RawXml[];
  readonly repairs: readonly string[];
}

/** What a record is served as: the XML that stands inside `<metadata>`, by metadataPrefix, and inside `<about>`. */
export interface RenderedForms {
  readonly metadata: Readonly<Record<string, string>>;
  readonly about: readonly string[];
}

/** One record of a harvested page, ready to be saved. `identifier` and `datestamp` are the origin's. */
export type RecordOutcome = {
  readonly identifier: string;
  readonly datestamp: string;
  /** The sets the repository put it in. */
  readonly originSets: readonly string[];
} & (
  | {
      readonly kind: 'mapped';
      readonly raw: RawRecord;
      readonly rawHash: string;
      /** Over all that decides what becomes of the raw form: mapping, job, served formats, declared sets. */
      readonly mappingHash: string;
      /** Over what we disseminate (rendered forms without provenance, and our sets): equal means unchanged. */
      readonly disseminationHash: string;
      readonly canonical: CanonicalRecord;
      readonly rendered: RenderedForms;
      /** Our sets, each with all its ancestors implied: `demo`, `demo:articles`. */
      readonly sets: readonly string[];
    }
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'deleted';
      /** Our sets, for a record that was never served before; any other keeps those it was served in. */
      readonly sets: readonly string[];
    }
  | {
      /** Not served; an older version that is served stays as it is. */
      readonly kind: HeldState;
      readonly raw: RawRecord;
      readonly rawHash: string;
      /** Absent when the record could not even be read. */
      readonly mappingHash?: string;
      readonly issues: readonly Issue[];
    }
);

/** A version that is held, with its raw form and the reasons. */
export type HeldOutcome = Extract<RecordOutcome, { kind: HeldState }>;

/** What is known of a stored record before its new version is mapped: enough to see that nothing changed. */
export interface KnownVersion {
  readonly rawHash: string;
  readonly mappingHash: string;
  readonly deleted: boolean;
  /** True when the last version received is held. */
  readonly held: boolean;
  /** The sets the repository had it in; present when they were asked for. */
  readonly originSets?: readonly string[];
}

/** A record as it is listed and served. */
export interface StoredRecord {
  readonly job: string;
  /** The origin's identifier. */
  readonly identifier: string;
  /** Ours: the second in which we stored a change of what we disseminate (D4). */
  readonly datestamp: string;
  /** Unique and strictly rising with every change; the order of every list. */
  readonly stamp: number;
  readonly deleted: boolean;
  readonly sets: readonly string[];
  /** The form asked for; absent for a deleted record, or when none was asked for. */
  readonly metadata?: Buffer;
  /** Everything inside the `about` elements, each already wrapped: `<about>…</about>`. */
  readonly about?: Buffer;
}

/** A selection of records, in stamp order. `from` and `until` are our datestamps, inclusive, in seconds. */
export interface RecordQuery {
  /** With which form; absent: headers only. Records that lack it are left out. */
  readonly metadataPrefix?: string;
  readonly job?: string;
  /** This set and every set below it. */
  readonly set?: string;
  readonly from?: string;
  readonly until?: string;
  /** Continue after this stamp. */
  readonly afterStamp?: number;
  readonly limit: number;
}
