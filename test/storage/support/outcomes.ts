/** Records as a harvest hands them to the store, and the frame of a page. */
import { canonicalRecordSchema } from '../../../src/model/canonical.ts';
import type { HeldOutcome, HeldState, RecordOutcome } from '../../../src/model/stored-record.ts';
import type { HarvestedPage, Storage } from '../../../src/storage/storage.ts';

export type Mapped = Extract<RecordOutcome, { kind: 'mapped' }>;

/** Seconds after a fixed instant, as a datestamp. */
export function second(offset: number): string {
  return `${new Date(Date.UTC(2030, 0, 1) + offset * 1000).toISOString().slice(0, 19)}Z`;
}

/** A record that was mapped; `content` decides its hashes. */
export function mapped(identifier: string, content = 'first', changes: Partial<Mapped> = {}): Mapped {
  return {
    kind: 'mapped',
    identifier,
    datestamp: '2024-05-01',
    originSets: ['col_1'],
    raw: {
      metadata: {
        xml: `<dc:title>${content}</dc:title>`,
        namespaces: { dc: 'http://purl.org/dc/elements/1.1/' },
      },
      about: [{ xml: '<p/>', namespaces: {} }],
      repairs: ['control-character'],
    },
    rawHash: `raw ${content}`,
    mappingHash: 'mapping 1',
    disseminationHash: `out ${content}`,
    canonical: canonicalRecordSchema.parse({
      schema: 'canonical/1',
      id: `oai:test:demo/${identifier}`,
      source: {
        id: 'demo', name: 'demo', oaiIdentifier: identifier, datestamp: '2024-05-01', sets: ['col_1'],
        metadataPrefix: 'oai_dc', harvestedAt: second(0), rawHash: `raw ${content}`, mappingId: 'm', mappingHash: 'mapping 1',
      },
      status: 'active',
      titles: [{ title: content, kind: 'main' }],
    }), // prettier-ignore
    rendered: {
      metadata: {
        oai_dc: `<oai_dc>${identifier} ${content} čž</oai_dc>`,
        mods: `<mods>${identifier} ${content}</mods>`,
      },
      about: [`<provenance>${identifier}</provenance>`],
    },
    sets: ['demo', 'demo:articles'],
    ...changes,
  };
}

export function deleted(identifier: string, sets: readonly string[] = []): RecordOutcome {
  return { kind: 'deleted', identifier, datestamp: '2024-06-01', originSets: ['col_1'], sets };
}

export function unchanged(identifier: string, datestamp = '2024-05-02'): RecordOutcome {
  return { kind: 'unchanged', identifier, datestamp, originSets: ['col_1', 'col_2'] };
}

export function held(identifier: string, content = 'bad', kind: HeldState = 'quarantined'): HeldOutcome {
  return {
    kind,
    identifier,
    datestamp: '2024-05-03',
    originSets: [],
    raw: { metadata: { xml: `<broken>${content}`, namespaces: {} }, about: [], repairs: [] },
    rawHash: `raw ${content}`,
    mappingHash: 'mapping 1',
    issues: [{ code: 'guard', severity: 'error', rule: 'title', at: 'm.yaml:1:1' }],
  };
}

/** Something that saves pages of one job, one window after the other. */
export interface Harvest {
  readonly save: (
    now: string,
    records: readonly RecordOutcome[],
    changes?: Partial<HarvestedPage>,
  ) => ReturnType<Storage['savePage']>;
  readonly windowId: number;
  readonly runId: number;
}

export async function startHarvest(storage: Storage, job = 'demo'): Promise<Harvest> {
  const run = await storage.startRun({ job, kind: 'incremental', startedAt: second(0) });
  const window = await storage.addWindow({
    job,
    runId: run.id,
    kind: 'incremental',
    metadataPrefix: 'oai_dc',
  });
  return {
    runId: run.id,
    windowId: window.id,
    save: (now, records, changes) =>
      storage.savePage({
        job,
        holder: 'host:1:a',
        leaseExpiresAt: second(1_000_000),
        now,
        windowId: window.id,
        progress: { resumptionToken: 'next' },
        records,
        ...changes,
      }),
  };
}

/** All records of a list, walked in pages, as harvesters walk it. */
export async function walk(
  storage: Storage,
  query: Omit<Parameters<Storage['listRecords']>[0], 'limit'>,
  limit = 3,
): Promise<Awaited<ReturnType<Storage['listRecords']>>> {
  const all = [];
  for (let afterStamp = 0; ;) {
    const page = await storage.listRecords({ ...query, afterStamp, limit });
    all.push(...page);
    const last = page.at(-1);
    if (page.length < limit || !last) return all;
    afterStamp = last.stamp;
  }
}
