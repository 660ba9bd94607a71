/** Our own endpoint over a store that was filled by harvesting, over real HTTP. */
import { randomBytes } from 'node:crypto';
import { createServer } from '../../src/http/server.ts';
import { servedSets } from '../../src/provider/served-sets.ts';
import { loadTokenSecret } from '../../src/provider/token-secret.ts';
import type { HarvestWorld } from './harvest-world.ts';

export interface Endpoint {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a world's store by the world's clock: what was stored is listed once that clock has moved on. */
export async function serveWorld({ storage, deps }: HarvestWorld, pageSize: number): Promise<Endpoint> {
  const server = createServer({
    host: '127.0.0.1',
    port: 0,
    path: '/oai',
    storage,
    provider: {
      storage,
      repository: {
        repositoryName: 'An aggregator',
        repositoryIdentifier: deps.repositoryIdentifier,
        adminEmail: ['oai@example.org'],
      },
      formats: deps.formats,
      ...(deps.sets && { sets: servedSets(deps.sets.declared) }),
      pageSize,
      tokenLifetime: 3_600_000,
      tokenSecret: await loadTokenSecret(storage, randomBytes),
      now: deps.now,
    },
  });
  const { url } = await server.start();
  return { url, close: () => server.stop() };
}
