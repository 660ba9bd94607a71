/** What a harvest needs from the rest of the house, and what it tells while it works. */
import type { RepositoryClient } from '../client/client.ts';
import type { InputMapping, MetadataFormat } from '../mapping/mapping.ts';
import type { Outcome, RecordCounts, WindowKind } from '../model/harvest.ts';
import type { Job } from '../model/job.ts';
import type { DeclaredSets } from '../sets/declared-sets.ts';
import type { Storage } from '../storage/storage.ts';

/** The part of the store that a harvest uses. */
export type HarvestStorage = Pick<
  Storage,
  | 'takeLease' | 'releaseLease' | 'startRun' | 'finishRun' | 'listRuns' | 'addWindow' | 'reopenWindow'
  | 'finishWindow' | 'listOpenWindows' | 'findLastComplete' | 'findKnownVersions' | 'savePage' | 'declareSet'
  | 'countByJob' | 'listDetails'
>; // prettier-ignore

export interface HarvestDeps {
  readonly storage: HarvestStorage;
  readonly mappings: ReadonlyMap<string, InputMapping>;
  readonly formats: readonly MetadataFormat[];
  /** Absent when there are none. */
  readonly sets?: DeclaredSets | undefined;
  readonly repositoryIdentifier: string;
  readonly openClient: (job: Job) => RepositoryClient;
  readonly now: () => Date;
  /** Who we are, `host:pid:random`. */
  readonly holder: string;
  /** Whether the process of another holder may still work; `true` when it cannot be told. */
  readonly mayBeAlive: (holder: string) => boolean;
  readonly onEvent: (event: HarvestEvent) => void;
}

/** One line of the log each; the progress bar reads them too. */
export type HarvestEvent = { readonly job: string } & (
  | { readonly event: 'run started'; readonly run: number; readonly kind: WindowKind }
  | { readonly event: 'window started'; readonly set?: string; readonly from?: string; readonly until?: string; readonly resumed: boolean }
  | { readonly event: 'page saved'; readonly set?: string; readonly page: number; readonly counts: RecordCounts; readonly total: number; readonly expected?: number }
  | { readonly event: 'window restarted'; readonly set?: string; readonly reason: string }
  | { readonly event: 'window finished'; readonly set?: string; readonly complete: boolean; readonly error?: string }
  | { readonly event: 'run finished'; readonly outcome: Outcome; readonly counts: RecordCounts; readonly errors: readonly string[] }
  | { readonly event: 'warning'; readonly message: string }
); // prettier-ignore
