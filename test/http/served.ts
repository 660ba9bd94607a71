/** A repository that is really served: a store with records, the provider and the HTTP server. */
import { randomBytes } from 'node:crypto';
import { createServer, type HttpDeps } from '../../src/http/server.ts';
import type { ProviderStorage } from '../../src/provider/provider.ts';
import { loadTokenSecret } from '../../src/provider/token-secret.ts';
import type { Storage } from '../../src/storage/storage.ts';
import {
  MODS,
  OAI_DC,
  openTemporaryStore,
  REPOSITORY_IDENTIFIER,
  saveItems,
  type Saved,
} from '../support/stored-repository.ts';

export interface Served {
  readonly url: string;
  readonly storage: Storage;
  /** The clock of the provider, which tests may move. */
  readonly clock: { now: Date };
  stop(): Promise<void>;
}

export interface ServedOptions {
  readonly groups?: readonly Saved[];
  readonly pageSize?: number;
  readonly http?: Partial<HttpDeps>;
  /** Methods of the store that the provider meets instead of the real ones: how a store that fails looks. */
  readonly storage?: Partial<ProviderStorage>;
}

/** Long after everything that the tests save. */
export const NOW = new Date('2026-02-01T12:00:00.250Z');

/** Serves groups of records of the job `demo`, on a free port of 127.0.0.1. */
export async function serve({
  groups = [],
  pageSize = 10,
  http = {},
  storage: replaced = {},
}: ServedOptions = {}): Promise<Served> {
  const { storage, remove } = await openTemporaryStore();
  await saveItems(storage, 'demo', groups);
  const clock = { now: NOW };
  const server = createServer({
    host: '127.0.0.1',
    port: 0,
    path: '/oai',
    storage,
    provider: {
      storage: { ...storage, ...replaced },
      repository: {
        repositoryName: 'Aggregator <of> & tests',
        repositoryIdentifier: REPOSITORY_IDENTIFIER,
        adminEmail: ['oai@example.org', 'second@example.org'],
        friends: ['https://origin.example.org/oai?a=1&b=2'],
      },
      formats: [OAI_DC, MODS],
      pageSize,
      tokenLifetime: 3_600_000,
      tokenSecret: await loadTokenSecret(storage, randomBytes),
      now: () => clock.now,
    },
    ...http,
  });
  const { url } = await server.start();
  const stop = async (): Promise<void> => {
    await server.stop();
    await remove();
  };
  return { url, storage, clock, stop };
}
