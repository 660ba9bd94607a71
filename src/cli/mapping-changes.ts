/** What a changed mapping changes of stored records, grouped by kind of change. */
import type { App } from '../app.ts';
import { normaliseRecord } from '../harvest/normalise-record.ts';
import { createContexts, receivedOf, storedRecords } from '../harvest/stored-records.ts';
import { differencesBetween, type Difference } from '../mapping/differences.ts';
import type { InputMapping } from '../mapping/mapping.ts';
import type { CanonicalRecord } from '../model/canonical.ts';
import type { Job } from '../model/job.ts';
import type { RecordDetail } from '../storage/storage.ts';
import { contextDeps } from './survey.ts';

export interface ChangesQuery {
  readonly jobs: readonly Job[];
  /** Today's mapping: only records that it maps are looked at. */
  readonly mapping: InputMapping;
  /** What made the other side; absent: what the store holds. */
  readonly older: InputMapping | undefined;
  /** At most so many records. */
  readonly limit: number | undefined;
  readonly onProgress: (job: string, done: number) => void;
}

export interface MappingChanges {
  readonly records: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly newlyRejected: number;
  readonly newlyAccepted: number;
  /** Held back before and after. */
  readonly stillRejected: number;
  /** Most frequent first. */
  readonly changes: readonly ChangeKind[];
}

export interface ChangeKind {
  /** A canonical path without places: `titles[].subtitle`; or `newly rejected`, `newly accepted` with the code. */
  readonly path: string;
  readonly kind: Difference['kind'] | 'newly rejected' | 'newly accepted';
  readonly count: number;
  readonly records: number;
  /** The first few. */
  readonly examples: readonly ChangeExample[];
}

export interface ChangeExample {
  readonly identifier: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Compares record by record; nothing is saved, and one batch is in memory at a time. */
export async function findChanges(app: App, query: ChangesQuery): Promise<MappingChanges> {
  const tally = createTally();
  let left = query.limit ?? Infinity;
  for (const job of query.jobs) {
    const contexts = createContexts(job, contextDeps(app));
    let done = 0;
    for await (const batch of storedRecords(job.name, app.storage, { parts: ['raw', 'canonical'] })) {
      for (const detail of batch) {
        const context = contexts(detail);
        const received = receivedOf(detail);
        if (context.mapping.id !== query.mapping.id || received === undefined || left <= 0) continue;
        left -= 1;
        const before = query.older === undefined ? storedSide(detail) : sideOf(normaliseRecord(received, { ...context, mapping: query.older })); // prettier-ignore
        tally.add(detail.key.identifier, before, sideOf(normaliseRecord(received, context)));
      }
      done += batch.length;
      query.onProgress(job.name, done);
      if (left <= 0) break;
    }
  }
  return tally.result();
}

/** One side of a comparison: what is said of the record, or why nothing is. */
type Side = { readonly said: object } | { readonly held: string };

function storedSide({ state, canonical, issues }: RecordDetail): Side {
  if (state === 'active' && canonical !== undefined) return { said: comparable(canonical) };
  return { held: issues[0]?.code ?? state };
}

function sideOf(outcome: ReturnType<typeof normaliseRecord>): Side {
  if (outcome.kind === 'mapped') return { said: comparable(outcome.canonical) };
  return { held: outcome.kind === 'deleted' ? 'deleted' : (outcome.issues[0]?.code ?? outcome.kind) };
}

/** What a mapping says of a record: where in which file it says so is no part of it. */
function comparable(canonical: CanonicalRecord): object {
  const { schema: _schema, id: _id, source: _source, status: _status, provenance: _, issues, ...description } = canonical; // prettier-ignore
  return { ...description, issues: issues.map(({ code, value }) => (value === undefined ? code : `${code}: ${value}`)) }; // prettier-ignore
}

const MAX_EXAMPLES = 3;
const MAX_KINDS = 1000;

type Counted = Omit<ChangeKind, 'count' | 'records' | 'examples'> & {
  count: number;
  records: number;
  readonly examples: ChangeExample[];
  last: string;
};

function createTally() {
  const sums = { records: 0, changed: 0, unchanged: 0, newlyRejected: 0, newlyAccepted: 0, stillRejected: 0 };
  const kinds = new Map<string, Counted>();
  const count = (
    identifier: string,
    { path, kind, before, after }: Omit<Difference, 'kind'> & Pick<ChangeKind, 'kind'>,
  ) => {
    // prettier-ignore
    const pattern = path.replace(/\[\d+\]/g, '[]');
    const key = `${kind}\n${pattern}`;
    let counted = kinds.get(key);
    if (counted === undefined) {
      if (kinds.size >= MAX_KINDS) return;
      kinds.set(key, (counted = { path: pattern, kind, count: 0, records: 0, examples: [], last: '' }));
    }
    counted.count += 1;
    if (counted.last !== identifier) counted.records += 1;
    counted.last = identifier;
    if (counted.examples.length < MAX_EXAMPLES) counted.examples.push({ identifier, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }); // prettier-ignore
  };
  return {
    add(identifier: string, before: Side, after: Side): void {
      sums.records += 1;
      if ('held' in before && 'held' in after) sums.stillRejected += 1;
      else if ('held' in after) {
        sums.newlyRejected += 1;
        count(identifier, { path: after.held, kind: 'newly rejected' });
      } else if ('held' in before) {
        sums.newlyAccepted += 1;
        count(identifier, { path: before.held, kind: 'newly accepted' });
      } else {
        const differences = differencesBetween(before.said, after.said);
        sums[differences.length === 0 ? 'unchanged' : 'changed'] += 1;
        for (const difference of differences) count(identifier, difference);
      }
    },
    result: (): MappingChanges => ({
      ...sums,
      changes: [...kinds.values()]
        .map(({ path, kind, count: times, records, examples }) => ({
          path,
          kind,
          count: times,
          records,
          examples,
        })) // prettier-ignore
        .sort((left, right) => right.records - left.records || right.count - left.count),
    }),
  };
}
