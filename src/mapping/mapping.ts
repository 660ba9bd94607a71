/** What the other parts see of a mapping: loaded, checked and bound, ready to map. */
import type { Thresholds } from '../model/job.ts';
import type { CanonicalRecord, Description, Issue } from '../model/canonical.ts';
import type { XmlElement } from '../xml/element.ts';
import type { Explained } from './explain.ts';
import { formatFileIssue, type FileIssue } from '../yaml/read-yaml.ts';

/** A source format → canonical mapping. How it is bound inside is `mapping/`'s own affair. */
export interface InputMapping {
  readonly direction: 'in';
  /** Its path under `mappings/` without extension: `oai_dc`, `sources/ceeol`. */
  readonly id: string;
  readonly title: string;
  /** Over the resolved mapping and the transform catalogue: equal hashes map equally. */
  readonly hash: string;
  readonly format: 'xml' | 'marcxml' | 'labelled' | 'json';
  /** The metadataPrefix values that select this mapping when a job names none. */
  readonly prefixes: readonly string[];
  /** When a run stops by itself; absent when the mapping says nothing about it. */
  readonly abort?: Thresholds;
  /** The expanded names of the elements it maps, of which each payload has one; empty when it takes any. */
  readonly roots: readonly ExpandedName[];
}

export interface ExpandedName {
  readonly namespace: string;
  readonly name: string;
}

/** A canonical → served format mapping. */
export interface OutputMapping {
  readonly direction: 'out';
  readonly id: string;
  readonly title: string;
  readonly hash: string;
  readonly root: { readonly namespace: string; readonly name: string };
}

/** Everything under `mappings/`, or the report of what is wrong with it. */
export interface MappingSet {
  readonly inputs: ReadonlyMap<string, InputMapping>;
  readonly outputs: ReadonlyMap<string, OutputMapping>;
  readonly warnings: readonly FileIssue[];
}

/** What a mapping maps: a payload's tree, and what is known around it. Where in the tree the record is, the mapping says. */
export interface SourceRecord {
  readonly root: XmlElement;
  readonly header: {
    readonly identifier: string;
    readonly datestamp: string;
    readonly status?: 'deleted';
    readonly sets: readonly string[];
    readonly metadataPrefix: string;
  };
  readonly source: {
    readonly id: string;
    readonly name: string;
    readonly url: string;
    /** What the repository runs, as the job says: `dspace`, `ojs`. */
    readonly software?: string;
  };
  /** One instant for a whole run, UTC, so that results can be repeated. */
  readonly runDate: string;
}

export type MapResult =
  | {
      readonly kind: 'mapped';
      readonly description: Description;
      readonly issues: readonly Issue[];
      /** By JSON pointer; present when asked for. */
      readonly provenance?: Readonly<Record<string, Explained>>;
    }
  | {
      /** What a guard decided: `skipped` is valid but out of scope, `rejected` is invalid. */
      readonly kind: 'rejected' | 'skipped' | 'deleted' | 'quarantined';
      readonly code: string;
      readonly message: string;
      readonly issues: readonly Issue[];
    };

export type RenderResult =
  | {
      readonly ok: true;
      readonly xml: string;
      /** What was left out or changed on the way: absent when nothing was. */
      readonly issues?: readonly Issue[];
    }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** A format we serve: what ListMetadataFormats says, and how a canonical record becomes it. */
export interface MetadataFormat {
  readonly metadataPrefix: string;
  readonly namespace: string;
  readonly schema: string;
  /** The hash of the output mapping: a change renders the store anew. */
  readonly hash: string;
  /** One element, without a declaration, with `xsi:schemaLocation` on its root. */
  render(record: CanonicalRecord): RenderResult;
}

/** Everything wrong with mapping files, at once. */
export class MappingError extends Error {
  override readonly name = 'MappingError';
  readonly issues: readonly FileIssue[];

  constructor(issues: readonly FileIssue[]) {
    super(issues.map(formatFileIssue).join('\n'));
    this.issues = issues;
  }
}
