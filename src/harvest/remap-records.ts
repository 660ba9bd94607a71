/**
 * Maps stored records again from their raw form after a mapping has changed: no repository is asked. Only
 * records whose output changed get a new datestamp (D1, D6).
 */
import type { Coverage } from '../mapping/coverage.ts';
import type { InputMapping, MetadataFormat } from '../mapping/mapping.ts';
import { formatDatestamp } from '../model/datestamp.ts';
import type { Job } from '../model/job.ts';
import type { RecordDetail, RemappedRecord, Storage } from '../storage/storage.ts';
import { mappingHashOf, normaliseRecord, rawHashOf, type NormaliseContext } from './normalise-record.ts';
import { chooseMapping } from './repository-facts.ts';

export interface RemapDeps {
  readonly storage: Pick<Storage, 'listDetails' | 'listHeld' | 'findDetail' | 'saveRemapped'>;
  readonly mappings: ReadonlyMap<string, InputMapping>;
  readonly formats: readonly MetadataFormat[];
  readonly repositoryIdentifier: string;
  readonly now: () => Date;
}

export interface RemapOptions {
  /** Only counts what would change. */
  readonly dryRun: boolean;
  /** Stops after the running batch; what is done stays done. */
  readonly signal: AbortSignal;
  /** Told of the records done so far. */
  readonly onProgress: (done: number) => void;
  /** Collects what the mapping leaves unread; it must belong to the job's mapping. */
  readonly coverage?: Coverage;
}

export interface RemapSummary {
  readonly job: string;
  /** Records mapped again: those that were mapped by something else than today's mapping. */
  readonly mapped: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Held back now; a version that was served stays as it was. */
  readonly held: number;
}

const BATCH = 100;

/** Maps those records of a job again whose mapping or served formats have changed since. */
export async function remapRecords(job: Job, deps: RemapDeps, options: RemapOptions): Promise<RemapSummary> {
  const contexts = createContexts(job, deps, options);
  const sum = { mapped: 0, changed: 0, unchanged: 0, held: 0 };
  for await (const batch of storedRecords(job, deps, options)) {
    const records = batch.flatMap((detail) => remapOne(detail, contexts(detail), deps));
    const counts = options.dryRun ? compare(batch, records) : await deps.storage.saveRemapped(records);
    sum.mapped += records.length;
    sum.changed += counts.changed;
    sum.unchanged += counts.unchanged;
    sum.held += counts.held;
    options.onProgress(sum.mapped);
    if (options.signal.aborted) break;
  }
  return { job: job.name, ...sum };
}

/** The context of a record's format, made once: a job may have changed its format over the years. */
function createContexts(
  job: Job,
  deps: RemapDeps,
  options: RemapOptions,
): (detail: RecordDetail) => NormaliseContext {
  const contexts = new Map<string, NormaliseContext>();
  const runDate = formatDatestamp(deps.now());
  return (detail) => {
    const metadataPrefix = detail.canonical?.source.metadataPrefix ?? job.metadataPrefix[0]!;
    let context = contexts.get(metadataPrefix);
    if (context === undefined) {
      const mapping = chooseMapping(job, metadataPrefix, deps.mappings);
      context = {
        job: { name: job.name, title: job.title ?? job.name, baseUrl: job.baseUrl },
        metadataPrefix,
        mapping,
        formats: deps.formats,
        mappingHash: mappingHashOf(mapping, deps.formats),
        repositoryIdentifier: deps.repositoryIdentifier,
        runDate,
        ...(options.coverage === undefined ? {} : { coverage: options.coverage }),
      };
      contexts.set(metadataPrefix, context);
    }
    return context;
  };
}

/** Batches of served records in stamp order, then of held ones. A record that changes moves behind the walk. */
async function* storedRecords(
  job: Job,
  deps: RemapDeps,
  { dryRun }: RemapOptions,
): AsyncGenerator<RecordDetail[]> {
  // The canonical record tells the format it came in; what was rendered is only looked at to be compared.
  const parts = ['raw', 'canonical', ...(dryRun ? (['rendered'] as const) : [])] as const;
  const current = currentHashes(job, deps);
  for (let afterStamp = 0; ;) {
    const batch = await deps.storage.listDetails({
      job: job.name,
      afterStamp,
      limit: BATCH,
      mappingHashNot: current,
      parts,
    });
    if (batch.length === 0) break;
    afterStamp = batch.at(-1)!.stamp!;
    yield batch;
  }
  for (let after: { job: string; identifier: string } | undefined; ;) {
    const held = await deps.storage.listHeld({ job: job.name, limit: BATCH, ...(after && { after }) });
    if (held.length === 0) return;
    after = held.at(-1)!.key;
    const stale = held.filter((record) => !current.includes(record.mappingHash ?? ''));
    const details = await Promise.all(stale.map((record) => deps.storage.findDetail(record.key)));
    yield details.filter((detail) => detail !== undefined);
  }
}

/** The hashes that today's mappings give: a record that has its own among them needs nothing. */
function currentHashes(job: Job, deps: RemapDeps): string[] {
  const mappings =
    job.mapping === undefined ? [...deps.mappings.values()] : [chooseMapping(job, '', deps.mappings)];
  return mappings.map((mapping) => mappingHashOf(mapping, deps.formats));
}

function remapOne(detail: RecordDetail, context: NormaliseContext, deps: RemapDeps): RemappedRecord[] {
  const { raw, key } = detail;
  if (raw === undefined || detail.state === 'deleted') return [];
  const header = {
    identifier: key.identifier,
    datestamp: detail.originDatestamp,
    setSpecs: detail.originSets,
    deleted: false,
  };
  const rawHash = detail.rawHash ?? rawHashOf(raw);
  const outcome = normaliseRecord({ header, raw, rawHash, harvestedAt: detail.harvestedAt }, context);
  // A mapping that reads a record as deleted is believed when the repository sends it, not when we map again (D8).
  return outcome.kind === 'deleted' ? [] : [{ key, now: formatDatestamp(deps.now()), outcome }];
}

function compare(
  before: readonly RecordDetail[],
  after: readonly RemappedRecord[],
): { changed: number; unchanged: number; held: number } {
  const rendered = new Map(before.map((detail) => [detail.key.identifier, detail.rendered?.metadata]));
  const mapped = after.flatMap(({ key, outcome }) => (outcome.kind === 'mapped' ? [{ key, outcome }] : []));
  const unchanged = mapped.filter(({ key, outcome }) =>
    isSame(rendered.get(key.identifier), outcome.rendered.metadata),
  ).length;
  return { changed: mapped.length - unchanged, unchanged, held: after.length - mapped.length };
}

type Forms = Readonly<Record<string, string>>;

function isSame(before: Forms | undefined, after: Forms): boolean {
  const prefixes = Object.keys({ ...before, ...after });
  return before !== undefined && prefixes.every((prefix) => before[prefix] === after[prefix]);
}
