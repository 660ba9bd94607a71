/** The stored records of a job as they are mapped again: batch by batch, each with what its mapping is told around it. */
import type { InputMapping } from '../mapping/mapping.ts';
import { formatDatestamp } from '../model/datestamp.ts';
import type { Job } from '../model/job.ts';
import type { DetailQuery, RecordDetail, Storage } from '../storage/storage.ts';
import {
  jobFacts,
  normaliseContext,
  rawHashOf,
  type NormaliseContext,
  type NormaliseDeps,
  type ReceivedRecord,
} from './normalise-record.ts';
import { chooseMapping } from './repository-facts.ts';
import { mappingPartOf } from './stored-version.ts';

export type StoredRecordsStorage = Pick<Storage, 'listDetails' | 'listHeld' | 'findDetail'>;

export interface ContextDeps extends NormaliseDeps {
  readonly mappings: ReadonlyMap<string, InputMapping>;
  readonly now: () => Date;
}

const BATCH = 100;

/**
 * Batches of served records in stamp order, then of held ones; with `mappingHashNot` only those that something else
 * mapped. A record that changes meanwhile moves behind the walk.
 */
export async function* storedRecords(
  job: string,
  storage: StoredRecordsStorage,
  query: Pick<DetailQuery, 'mappingHashNot' | 'parts'> = {},
): AsyncGenerator<RecordDetail[]> {
  for (let afterStamp = 0; ;) {
    const batch = await storage.listDetails({ ...query, job, afterStamp, limit: BATCH });
    if (batch.length === 0) break;
    afterStamp = batch.at(-1)!.stamp!;
    yield batch;
  }
  // Held records are in no declared sets: only a mapping can do anything for them.
  const current = query.mappingHashNot?.map(mappingPartOf);
  for (let after: RecordDetail['key'] | undefined; ;) {
    const held = await storage.listHeld({ job, limit: BATCH, ...(after && { after }) });
    if (held.length === 0) return;
    after = held.at(-1)!.key;
    const wanted = held.filter(({ mappingHash = '' }) => current?.includes(mappingHash) !== true);
    const details = await Promise.all(wanted.map((record) => storage.findDetail(record.key)));
    yield details.filter((detail) => detail !== undefined);
  }
}

/** The context of a record's format, made once: a job may have changed its format over the years. */
export function createContexts(job: Job, deps: ContextDeps): (detail: RecordDetail) => NormaliseContext {
  const contexts = new Map<string, NormaliseContext>();
  const runDate = formatDatestamp(deps.now());
  return (detail) => {
    const metadataPrefix = detail.canonical?.source.metadataPrefix ?? job.metadataPrefix[0]!;
    let context = contexts.get(metadataPrefix);
    if (context === undefined) {
      const mapping = chooseMapping(job, metadataPrefix, deps.mappings);
      context = normaliseContext({ job: jobFacts(job), metadataPrefix, mapping, runDate }, deps);
      contexts.set(metadataPrefix, context);
    }
    return context;
  };
}

/** A stored record as it was received; `undefined` when there is nothing of it to map. */
export function receivedOf(detail: RecordDetail): ReceivedRecord | undefined {
  const { raw, key } = detail;
  if (raw === undefined || detail.state === 'deleted') return undefined;
  const header = {
    identifier: key.identifier,
    datestamp: detail.originDatestamp,
    setSpecs: detail.originSets,
    deleted: false,
  };
  return { header, raw, rawHash: detail.rawHash ?? rawHashOf(raw), harvestedAt: detail.harvestedAt };
}
