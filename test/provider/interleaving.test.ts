/**
 * D4 in motion: a writer keeps changing records while a harvester walks the lists and comes back with the
 * responseDate of its last harvest. However the two interleave, the harvester ends with what the store holds.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDatestamp } from '../../src/model/datestamp.ts';
import { ourIdentifier } from '../../src/model/identifier.ts';
import { handleRequest } from '../../src/provider/handle-request.ts';
import type { ProviderDeps } from '../../src/provider/provider.ts';
import {
  MODS,
  OAI_DC,
  openTemporaryStore,
  REPOSITORY_IDENTIFIER,
  saveItems,
} from '../support/stored-repository.ts';

/** One thing that happens; milliseconds pass before it. */
type Step = { readonly wait: number } & (
  | { readonly kind: 'ask' }
  | {
      readonly kind: 'write';
      readonly changes: readonly { readonly number: number; readonly deleted: boolean }[];
    }
);

const change = fc.record({ number: fc.integer({ min: 1, max: 12 }), deleted: fc.boolean() });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ wait: fc.integer({ min: 0, max: 1500 }), kind: fc.constant('ask' as const) }),
  fc.record({
    wait: fc.integer({ min: 0, max: 700 }),
    kind: fc.constant('write' as const),
    changes: fc.array(change, { minLength: 1, maxLength: 4 }),
  }),
);

test('a harvester that comes back with the last responseDate misses nothing, however a writer interleaves', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async (steps) => {
      const { storage, remove } = await openTemporaryStore();
      try {
        let now = Date.parse('2026-01-01T00:00:00Z');
        const deps = depsOf(storage, () => new Date(now));
        const harvester = new Harvester();
        const truth = new Map<string, string>();
        for (const [version, { wait, ...happens }] of steps.entries()) {
          now += wait;
          if (happens.kind === 'ask') await harvester.ask(deps);
          else await write(happens.changes, { version, truth, deps });
        }
        now += 2000;
        await harvester.finishList(deps);
        await harvester.ask(deps);
        await harvester.finishList(deps);
        expect(Object.fromEntries(harvester.mirror)).toEqual(Object.fromEntries(truth));
      } finally {
        await remove();
      }
    }),
    { numRuns: 20 },
  );
});

interface Writing {
  readonly version: number;
  readonly truth: Map<string, string>;
  readonly deps: ReturnType<typeof depsOf>;
}

/** Saves changes at the clock's second, and notes what the store must hold after them. */
async function write(
  changes: Extract<Step, { kind: 'write' }>['changes'],
  { version, truth, deps }: Writing,
): Promise<void> {
  const items = [...new Map(changes.map((item) => [item.number, item])).values()]
    .map(({ number, deleted }) => ({
      identifier: `oai:o.example.org:${number}`,
      title: `version ${version}`,
      deleted,
    }))
    .filter(({ identifier, deleted }) => !deleted || truth.has(ours(identifier)));
  await saveItems(deps.storage, 'job', [{ second: formatDatestamp(deps.now()), items }]);
  for (const { identifier, title, deleted } of items)
    truth.set(ours(identifier), deleted ? 'deleted' : title);
}

function ours(identifier: string): string {
  return ourIdentifier(REPOSITORY_IDENTIFIER, { job: 'job', identifier });
}

/** Keeps a copy as harvesters do: page by page, then again from the responseDate of the last complete list. */
class Harvester {
  readonly mirror = new Map<string, string>();
  readonly #delivered = new Set<string>();
  #from: string | undefined;
  #startedAt: string | undefined;
  #token: string | undefined;

  async ask(deps: ProviderDeps): Promise<void> {
    const selection = `metadataPrefix=oai_dc${this.#from === undefined ? '' : `&from=${this.#from}`}`;
    const query = this.#token === undefined ? selection : `resumptionToken=${this.#token}`;
    const { document, errorCodes } = await handleRequest(`verb=ListRecords&${query}`, deps);
    const xml = document.toString();
    expect(errorCodes.filter((code) => code !== 'noRecordsMatch')).toEqual([]);
    const responseDate = /<responseDate>([^<]*)</.exec(xml)?.[1] ?? '';
    this.#startedAt ??= responseDate;
    for (const [record] of xml.matchAll(/<record>.*?<\/record>/gs)) this.#keep(record, responseDate);
    this.#token = /<resumptionToken[^>]*>([^<]+)</.exec(xml)?.[1];
    if (this.#token !== undefined) return;
    this.#from = this.#startedAt;
    this.#startedAt = undefined;
  }

  async finishList(deps: ProviderDeps): Promise<void> {
    while (this.#token !== undefined) await this.ask(deps);
  }

  /** No second that is shown can still change, so nothing is delivered twice either. */
  #keep(record: string, responseDate: string): void {
    const identifier = /<identifier>([^<]*)</.exec(record)?.[1] ?? '';
    const datestamp = /<datestamp>([^<]*)</.exec(record)?.[1] ?? '';
    expect(datestamp < responseDate, `${datestamp} in a response of ${responseDate}`).toBe(true);
    expect(this.#delivered, 'delivered twice').not.toContain(`${identifier} ${datestamp}`);
    this.#delivered.add(`${identifier} ${datestamp}`);
    const title = /<dc:title>([^<]*)</.exec(record)?.[1];
    this.mirror.set(identifier, title ?? 'deleted');
  }
}

function depsOf(storage: Awaited<ReturnType<typeof openTemporaryStore>>['storage'], now: () => Date) {
  return {
    storage,
    repository: {
      baseUrl: 'http://127.0.0.1/oai',
      repositoryName: 'Interleaving',
      repositoryIdentifier: REPOSITORY_IDENTIFIER,
      adminEmail: ['oai@example.org'],
    },
    formats: [OAI_DC, MODS],
    pageSize: 3,
    tokenLifetime: 3_600_000,
    tokenSecret: 'secret',
    now,
  };
}
