/**
 * Maps stored records again from their raw form after a mapping has changed: no repository is asked. Only
 * records whose output changed get a new datestamp (D1, D6).
 */
import type { Coverage } from '../mapping/coverage.ts';
import { formatDatestamp } from '../model/datestamp.ts';
import type { Job } from '../model/job.ts';
import type { RecordDetail, RemappedRecord, Storage } from '../storage/storage.ts';
import { mappingHashOf, normaliseRecord, type NormaliseContext } from './normalise-record.ts';
import { chooseMapping } from './repository-facts.ts';
import { createContexts, receivedOf, storedRecords, type ContextDeps } from './stored-records.ts';

export interface RemapDeps extends ContextDeps {
  readonly storage: Pick<Storage, 'listDetails' | 'listHeld' | 'findDetail' | 'saveRemapped'>;
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

/** Maps those records of a job again whose mapping or served formats have changed since. */
export async function remapRecords(job: Job, deps: RemapDeps, options: RemapOptions): Promise<RemapSummary> {
  const contexts = createContexts(job, deps);
  const sum = { mapped: 0, changed: 0, unchanged: 0, held: 0 };
  // The canonical record tells the format it came in; what was rendered is only looked at to be compared.
  const parts = ['raw', 'canonical', ...(options.dryRun ? (['rendered'] as const) : [])] as const;
  const stale = { mappingHashNot: currentHashes(job, deps), parts };
  for await (const batch of storedRecords(job.name, deps.storage, stale)) {
    const records = batch.flatMap((detail) =>
      remapOne(detail, withCoverage(contexts(detail), options), deps),
    );
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

function withCoverage(context: NormaliseContext, { coverage }: RemapOptions): NormaliseContext {
  return coverage === undefined ? context : { ...context, coverage };
}

/** The hashes that today's mappings give: a record that has its own among them needs nothing. */
function currentHashes(job: Job, deps: RemapDeps): string[] {
  const mappings =
    job.mapping === undefined ? [...deps.mappings.values()] : [chooseMapping(job, '', deps.mappings)];
  return mappings.map((mapping) => mappingHashOf(mapping, deps.formats));
}

function remapOne(detail: RecordDetail, context: NormaliseContext, deps: RemapDeps): RemappedRecord[] {
  const received = receivedOf(detail);
  if (received === undefined) return [];
  const outcome = normaliseRecord(received, context);
  // A mapping that reads a record as deleted is believed when the repository sends it, not when we map again (D8).
  return outcome.kind === 'deleted' ? [] : [{ key: detail.key, now: formatDatestamp(deps.now()), outcome }];
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
