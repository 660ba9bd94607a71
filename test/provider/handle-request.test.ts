/** What only happens between two requests; single requests are in test/http by the numbers of the checklist. */
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addSeconds } from '../../src/model/datestamp.ts';
import { handleRequest } from '../../src/provider/handle-request.ts';
import type { ProviderDeps } from '../../src/provider/provider.ts';
import { loadTokenSecret } from '../../src/provider/token-secret.ts';
import {
  demoItem,
  MODS,
  OAI_DC,
  openTemporaryStore,
  REPOSITORY_IDENTIFIER,
  saveItems,
  type TemporaryStore,
} from '../support/stored-repository.ts';

const FIRST = '2026-01-01T00:00:00Z';
const LATER = addSeconds(FIRST, 3600);
const ITEMS = Array.from({ length: 5 }, (_, index) => demoItem(index + 1));

let store: TemporaryStore;
beforeEach(async () => {
  store = await openTemporaryStore();
  await saveItems(store.storage, 'demo', [{ second: FIRST, items: ITEMS }]);
});
afterEach(() => store.remove());

async function depsOf(changes: Partial<ProviderDeps> = {}): Promise<ProviderDeps> {
  return {
    storage: store.storage,
    repository: {
      baseUrl: 'https://aggregator.example.org/oai',
      repositoryName: 'Tests',
      repositoryIdentifier: REPOSITORY_IDENTIFIER,
      adminEmail: ['oai@example.org'],
    },
    formats: [OAI_DC, MODS],
    pageSize: 3,
    tokenLifetime: 3_600_000,
    tokenSecret: await loadTokenSecret(store.storage, randomBytes),
    now: () => new Date(LATER),
    ...changes,
  };
}

async function answer(
  query: string,
  deps: ProviderDeps,
): Promise<{ xml: string; errorCodes: readonly string[]; records: number }> {
  const { document, errorCodes, records } = await handleRequest(query, deps);
  return { xml: document.toString(), errorCodes, records };
}

async function firstToken(query: string, deps: ProviderDeps): Promise<string> {
  return /<resumptionToken[^>]*>([^<]+)</.exec((await answer(query, deps)).xml)?.[1] ?? 'none';
}

test('a token is good for another process on the same store', async () => {
  const token = await firstToken('verb=ListRecords&metadataPrefix=mods', await depsOf());
  const again = await answer(`verb=ListRecords&resumptionToken=${token}`, await depsOf());
  expect(again).toMatchObject({ errorCodes: [], records: 2 });
});

test('a token of another store is refused', async () => {
  const token = await firstToken(
    'verb=ListRecords&metadataPrefix=mods',
    await depsOf({ tokenSecret: 'another store' }),
  );
  const { errorCodes } = await answer(`verb=ListRecords&resumptionToken=${token}`, await depsOf());
  expect(errorCodes).toEqual(['badResumptionToken']);
});

test('a token whose format is served no more is refused', async () => {
  const token = await firstToken('verb=ListRecords&metadataPrefix=mods', await depsOf());
  const { errorCodes } = await answer(
    `verb=ListRecords&resumptionToken=${token}`,
    await depsOf({ formats: [OAI_DC] }),
  );
  expect(errorCodes).toEqual(['badResumptionToken']);
});

test('a list whose rest has changed meanwhile ends, and the changes come with the next harvest', async () => {
  const token = await firstToken('verb=ListRecords&metadataPrefix=oai_dc', await depsOf());
  const changed = ITEMS.slice(3).map((item) => ({ ...item, title: 'Changed' }));
  await saveItems(store.storage, 'demo', [{ second: LATER, items: changed }]);
  const { errorCodes } = await answer(`verb=ListRecords&resumptionToken=${token}`, await depsOf());
  expect(errorCodes).toEqual(['noRecordsMatch']);
  const deps = await depsOf({ now: () => new Date(addSeconds(LATER, 1)) });
  expect(await answer(`verb=ListRecords&metadataPrefix=oai_dc&from=${LATER}`, deps)).toMatchObject({
    records: 2,
  });
});

test('a record that is still in the present second is got, but not listed', async () => {
  await saveItems(store.storage, 'demo', [{ second: LATER, items: [demoItem(6)] }]);
  const identifier = `oai:${REPOSITORY_IDENTIFIER}:demo/${demoItem(6).identifier}`;
  const deps = await depsOf({ pageSize: 100 });
  expect(await answer(`verb=GetRecord&metadataPrefix=oai_dc&identifier=${identifier}`, deps)).toMatchObject({
    records: 1,
  });
  expect(await answer('verb=ListIdentifiers&metadataPrefix=oai_dc', deps)).toMatchObject({ records: 5 });
});
