/** A store with records to serve: deterministic, valid under the official schemas, through the real write path. */
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalRecordSchema } from '../../src/model/canonical.ts';
import { addSeconds } from '../../src/model/datestamp.ts';
import { ourIdentifier } from '../../src/model/identifier.ts';
import type { RecordOutcome } from '../../src/model/stored-record.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import type { Storage } from '../../src/storage/storage.ts';

export const REPOSITORY_IDENTIFIER = 'aggregator.example.org';

/** The formats of these tests: what ListMetadataFormats says of them. */
export const OAI_DC = {
  metadataPrefix: 'oai_dc',
  namespace: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
  schema: 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
} as const;
export const MODS = {
  metadataPrefix: 'mods',
  namespace: 'http://www.loc.gov/mods/v3',
  schema: 'http://www.loc.gov/standards/mods/v3/mods-3-8.xsd',
} as const;

/** One record to save: what a test says of it; the rest follows from its identifier. */
export interface Item {
  /** The origin's identifier. */
  readonly identifier: string;
  readonly title?: string;
  /** With all ancestors, as the mapping gives them. */
  readonly sets?: readonly string[];
  readonly deleted?: boolean;
  /** The formats it is rendered in; default: both. */
  readonly formats?: readonly string[];
}

/** Records that one `savePage` saves, in one second. */
export interface Saved {
  readonly second: string;
  readonly items: readonly Item[];
}

/**
 * A repository of `count` records, three a second from `first` on: a third of them in `demo:articles`, a third in
 * `demo:books`, a third in no set; every tenth lacks MODS; then every seventh is deleted, in seconds of its own.
 */
export function demoRepository(count: number, first: string): Saved[] {
  const items = Array.from({ length: count }, (_, index) => demoItem(index + 1));
  const saved = chunk(items, 3).map((group, index) => ({ second: addSeconds(first, index), items: group }));
  const deleted = items.filter((_, index) => index % 7 === 6).map((item) => ({ ...item, deleted: true }));
  const later = addSeconds(first, saved.length + 60);
  return [
    ...saved,
    ...chunk(deleted, 2).map((group, index) => ({ second: addSeconds(later, index), items: group })),
  ];
}

/** The record of a number in {@link demoRepository}. */
export function demoItem(number: number): Item {
  const sets = [['demo', 'demo:articles'], ['demo', 'demo:books'], []][number % 3] ?? [];
  const identifier = `oai:origin.example.org:item/${number}`;
  return {
    identifier,
    sets,
    title: `Запис ${number} & <others>`,
    formats: number % 10 === 0 ? ['oai_dc'] : ['oai_dc', 'mods'],
  };
}

/** What {@link checklistRepository} holds besides the demo records. */
export const SPECIAL = {
  job: 'demo',
  /** The first second of the repository. */
  first: '2026-01-01T00:00:00Z',
  /** Every reserved character, and some that must be escaped. */
  oddIdentifier: 'http://origin.example.org/a b?c=d&e=ü#f;g:h%20+i',
  formless: 'oai:origin.example.org:formless',
  /** Exactly two pages of ten. */
  exactSet: 'exact',
  emptySet: 'empty',
} as const;

/** Records for the whole checklist: the demo records, odd identifiers, neighbouring sets, the ends of days. */
export function checklistRepository(): Saved[] {
  const exact = Array.from({ length: 20 }, (_, index) => ({
    identifier: `oai:origin.example.org:exact/${index + 1}`,
    sets: [SPECIAL.exactSet],
  }));
  const odd = [
    { identifier: SPECIAL.oddIdentifier, sets: ['demographics'] },
    { identifier: SPECIAL.formless, formats: [] },
    { identifier: 'oai:origin.example.org:item/1-b', sets: ['demo', 'demo:articles', 'demo:articles:long'] },
  ];
  return [
    ...demoRepository(64, SPECIAL.first),
    { second: '2026-01-02T12:00:00Z', items: exact },
    { second: '2026-01-03T23:59:59Z', items: [{ identifier: 'oai:origin.example.org:last-second' }] },
    { second: '2026-01-04T00:00:00Z', items: [{ identifier: 'oai:origin.example.org:midnight' }] },
    { second: '2026-01-05T08:00:00Z', items: odd },
  ];
}

/** A record as it must be served after all groups were saved. */
export interface Expected {
  readonly identifier: string;
  readonly datestamp: string;
  readonly deleted: boolean;
  readonly sets: readonly string[];
  readonly formats: readonly string[];
}

/** What a store must hold after {@link saveItems}, in list order: the model that tests compare with. */
export function finalState(job: string, groups: readonly Saved[]): Expected[] {
  const state = new Map<string, Expected>();
  for (const { second, items } of groups) {
    for (const { identifier, deleted = false, sets = [], formats = ['oai_dc', 'mods'] } of items) {
      const ours = ourIdentifier(REPOSITORY_IDENTIFIER, { job, identifier });
      state.delete(ours);
      state.set(ours, { identifier: ours, datestamp: second, deleted, sets, formats });
    }
  }
  return [...state.values()];
}

export interface TemporaryStore {
  readonly storage: Storage;
  readonly remove: () => Promise<void>;
}

/** An empty SQLite store in a folder of its own; `remove` closes it and takes the folder away. */
export async function openTemporaryStore(): Promise<TemporaryStore> {
  const folder = await mkdtemp(join(tmpdir(), 'garner-store-'));
  const storage = await openStorage(`sqlite:${join(folder, 'store.db')}`);
  const remove = async (): Promise<void> => {
    await storage.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { storage, remove };
}

/** Writes items into a store, each group in its second, as one job's harvest. */
export async function saveItems(storage: Storage, job: string, groups: readonly Saved[]): Promise<void> {
  const startedAt = groups[0]?.second ?? '2026-01-01T00:00:00Z';
  const run = await storage.startRun({ job, kind: 'full', startedAt });
  const window = await storage.addWindow({ job, runId: run.id, kind: 'full', metadataPrefix: 'oai_dc' });
  for (const { second, items } of groups) {
    const lease = { holder: 'test', leaseExpiresAt: addSeconds(second, 3600) };
    await storage.takeLease({ job, holder: lease.holder, now: second, expiresAt: lease.leaseExpiresAt });
    const records = items.map((item) => outcomeOf(job, item));
    await storage.savePage({ job, ...lease, now: second, windowId: window.id, progress: {}, records });
  }
  await storage.releaseLease(job, 'test');
}

/** A record as a harvest hands it to the store. */
function outcomeOf(job: string, item: Item): RecordOutcome {
  const { identifier, sets = [], deleted = false } = item;
  const origin = { identifier, datestamp: '2019-05-01', originSets: sets };
  if (deleted) return { ...origin, kind: 'deleted', sets };
  const rendered = { metadata: renderItem(item), about: [provenanceXml(identifier)] };
  const hash = createHash('sha256')
    .update(JSON.stringify([rendered, sets]))
    .digest('hex');
  const raw = { metadata: { xml: oaiDcXml([titleOf(item)]), namespaces: {} }, about: [], repairs: [] };
  return {
    ...origin,
    kind: 'mapped',
    raw,
    rawHash: hash,
    mappingHash: 'mapping-1',
    disseminationHash: hash,
    canonical: canonicalOf(job, item),
    rendered,
    sets,
  };
}

function canonicalOf(job: string, item: Item) {
  return canonicalRecordSchema.parse({
    schema: 'canonical/1',
    id: ourIdentifier(REPOSITORY_IDENTIFIER, { job, identifier: item.identifier }),
    source: {
      id: job,
      name: job,
      oaiIdentifier: item.identifier,
      datestamp: '2019-05-01',
      sets: [],
      metadataPrefix: 'oai_dc',
      harvestedAt: '2026-01-01T00:00:00Z',
      rawHash: 'raw',
      mappingId: 'oai_dc',
      mappingHash: 'mapping-1',
    },
    status: 'active',
    titles: [{ title: titleOf(item), kind: 'main' }],
  });
}

function titleOf({ title, identifier }: Item): string {
  return title ?? `Title of ${identifier}`;
}

function renderItem(item: Item): Record<string, string> {
  const forms: Record<string, string> = {
    oai_dc: oaiDcXml([titleOf(item)]),
    mods: modsXml(titleOf(item)),
  };
  const formats = item.formats ?? ['oai_dc', 'mods'];
  return Object.fromEntries(Object.entries(forms).filter(([prefix]) => formats.includes(prefix)));
}

function oaiDcXml(titles: readonly string[]): string {
  const elements = titles.map((title) => `<dc:title>${escape(title)}</dc:title>`).join('');
  return `<oai_dc:dc xmlns:oai_dc="${OAI_DC.namespace}" xmlns:dc="http://purl.org/dc/elements/1.1/" ${schemaLocation(OAI_DC)}>${elements}</oai_dc:dc>`;
}

function modsXml(title: string): string {
  return `<mods xmlns="${MODS.namespace}" version="3.8" ${schemaLocation(MODS)}><titleInfo><title>${escape(title)}</title></titleInfo></mods>`;
}

function provenanceXml(identifier: string): string {
  const namespace = 'http://www.openarchives.org/OAI/2.0/provenance';
  const location = schemaLocation({ namespace, schema: `${namespace}.xsd` });
  return (
    `<provenance xmlns="${namespace}" ${location}>` +
    '<originDescription harvestDate="2026-01-01T00:00:00Z" altered="true"><baseURL>https://origin.example.org/oai</baseURL>' +
    `<identifier>${escape(identifier)}</identifier><datestamp>2019-05-01</datestamp>` +
    `<metadataNamespace>${OAI_DC.namespace}</metadataNamespace></originDescription></provenance>`
  );
}

function schemaLocation({ namespace, schema }: { namespace: string; schema: string }): string {
  return `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${namespace} ${schema}"`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function chunk<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
