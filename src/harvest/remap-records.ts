/**
 * Brings stored records up to date after a mapping, an output, the set file or what a job says of its repository has
 * changed: no repository is asked. They are mapped again from their raw form, or, where only the set file has changed,
 * sorted into the declared sets again.
 * Only records whose output or sets changed get a new datestamp (D1, D6).
 */
import type { Coverage } from '../mapping/coverage.ts';
import { formatDatestamp } from '../model/datestamp.ts';
import type { Job } from '../model/job.ts';
import { isSameSets } from '../model/set-spec.ts';
import type { RecordDetail, RemappedRecord, Storage } from '../storage/storage.ts';
import { jobFacts, mappingHashOf, normaliseRecord, type NormaliseContext } from './normalise-record.ts';
import { chooseMapping } from './repository-facts.ts';
import { needsOnlySorting, sortRecord } from './sort-record.ts';
import { versionHashOf } from './stored-version.ts';
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
  /** Records mapped again: those that something else than today's mapping and job made. */
  readonly mapped: number;
  /** Records only sorted into the declared sets again: nothing but the set file has changed for them. */
  readonly sorted: number;
  readonly changed: number;
  /** Of those changed: in other sets than before. */
  readonly inOtherSets: number;
  readonly unchanged: number;
  /** Held back now; a version that was served stays as it was. */
  readonly held: number;
  /** Of those held: left out on purpose, by a guard that skips. */
  readonly skipped: number;
}

/** Renews those records of a job whose mapping, job, served formats or declared sets have changed since. */
export async function remapRecords(job: Job, deps: RemapDeps, options: RemapOptions): Promise<RemapSummary> {
  const contexts = createContexts(job, deps);
  const sum = { mapped: 0, sorted: 0, changed: 0, inOtherSets: 0, unchanged: 0, held: 0, skipped: 0 };
  // The canonical record tells the format it came in; what was rendered is only looked at to be compared.
  const parts = ['raw', 'canonical', ...(options.dryRun ? (['rendered'] as const) : [])] as const;
  const stale = { mappingHashNot: currentHashes(job, deps), parts };
  for await (const batch of storedRecords(job.name, deps.storage, stale)) {
    const renewals: Renewal[] = [];
    for (const before of batch) {
      const outcome = await renew(before, withCoverage(contexts(before), options), deps.storage);
      if (outcome !== undefined) renewals.push({ before, outcome });
    }
    const counts = options.dryRun ? compare(renewals) : await save(renewals, deps);
    const sorted = renewals.filter(({ outcome }) => outcome.kind === 'sorted').length;
    sum.mapped += renewals.length - sorted;
    sum.sorted += sorted;
    sum.changed += counts.changed;
    sum.inOtherSets += renewals.filter(isInOtherSets).length;
    sum.unchanged += counts.unchanged;
    sum.held += counts.held;
    sum.skipped += renewals.filter(({ outcome }) => outcome.kind === 'skipped').length;
    options.onProgress(sum.mapped + sum.sorted);
    if (options.signal.aborted) break;
  }
  return { job: job.name, ...sum };
}

/** A record as it was, and what becomes of it. */
interface Renewal {
  readonly before: RecordDetail;
  readonly outcome: RemappedRecord['outcome'];
}

interface Counts {
  readonly changed: number;
  readonly unchanged: number;
  readonly held: number;
}

function withCoverage(context: NormaliseContext, { coverage }: RemapOptions): NormaliseContext {
  return coverage === undefined ? context : { ...context, coverage };
}

/** The hashes that today's mappings give: a record that has its own among them needs nothing. */
function currentHashes(job: Job, deps: RemapDeps): string[] {
  const mappings =
    job.mapping === undefined ? [...deps.mappings.values()] : [chooseMapping(job, '', deps.mappings)];
  return mappings.map((mapping) =>
    versionHashOf({
      mappingHash: mappingHashOf({ mapping, job: jobFacts(job) }, deps.formats),
      sets: deps.sets,
    }),
  );
}

/** `undefined` when there is nothing to be done, or nothing that it could be done from. */
async function renew(
  detail: RecordDetail,
  context: NormaliseContext,
  storage: RemapDeps['storage'],
): Promise<Renewal['outcome'] | undefined> {
  if (needsOnlySorting(detail, context)) return sortRecord(detail, context, storage);
  const received = receivedOf(detail);
  if (received === undefined) return undefined;
  const outcome = normaliseRecord(received, context);
  // A mapping that reads a record as deleted is believed when the repository sends it, not when we map again (D8).
  return outcome.kind === 'deleted' ? undefined : outcome;
}

function save(renewals: readonly Renewal[], { storage, now }: RemapDeps): Promise<Counts> {
  return storage.saveRemapped(
    renewals.map(({ before, outcome }) => ({ key: before.key, now: formatDatestamp(now()), outcome })),
  );
}

function compare(renewals: readonly Renewal[]): Counts {
  const served = renewals.filter(({ outcome }) => outcome.kind === 'mapped' || outcome.kind === 'sorted');
  const changed = served.filter((renewal) => isInOtherSets(renewal) || !isRenderedAlike(renewal)).length;
  return { changed, unchanged: served.length - changed, held: renewals.length - served.length };
}

function isInOtherSets({ before, outcome }: Renewal): boolean {
  if (outcome.kind === 'sorted') return outcome.moved !== undefined;
  return outcome.kind === 'mapped' && before.state === 'active' && !isSameSets(before.sets, outcome.sets);
}

/** What was only sorted stays as it was rendered. */
function isRenderedAlike({ before, outcome }: Renewal): boolean {
  if (outcome.kind !== 'mapped') return true;
  const [forms, today] = [before.rendered?.metadata, outcome.rendered.metadata];
  const prefixes = Object.keys({ ...forms, ...today });
  return forms !== undefined && prefixes.every((prefix) => forms[prefix] === today[prefix]);
}
