/** Random histories, compared with a store that is nothing but a list. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Storage } from '../../../src/storage/storage.ts';
import type { StorageKind } from '../contract.ts';
import { deleted, held, mapped, second, startHarvest, unchanged, walk, type Harvest } from './outcomes.ts';

type Act = 'save' | 'delete' | 'hold' | 'unchanged' | 'remap';

interface Step {
  readonly act: Act;
  readonly identifier: string;
  readonly content: string;
  readonly sets: readonly string[];
  readonly seconds: number;
}

interface ModelRecord {
  readonly identifier: string;
  readonly content: string;
  readonly sets: readonly string[];
  readonly deleted: boolean;
  readonly stamp: number;
  readonly datestamp: string;
}

const step: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom<Act>('save', 'save', 'save', 'delete', 'hold', 'unchanged', 'remap'),
  identifier: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
  content: fc.constantFrom('one', 'two', 'three'),
  sets: fc.constantFrom([], ['x'], ['x:y'], ['x:y', 'z'], ['x', 'x:y:w']),
  seconds: fc.constantFrom(-1, 0, 0, 1, 2),
});

/** Lists equal those of the model after any history, whatever the dates, the set and the page size. */
export function describeModel(name: string, kind: StorageKind): void {
  describe(`${name}, random histories`, () => {
    it('lists what a simple list of records would', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.array(step, { maxLength: 6 }), { maxLength: 12 }), async (pages) => {
          const storage = await kind.open();
          try {
            const model = await replay(storage, pages);
            await compare(storage, [...model.values()]);
            expect(await storage.check()).toEqual([]);
          } finally {
            await kind.remove(storage);
          }
        }),
        { numRuns: 40 },
      );
    });
  });
}

async function replay(storage: Storage, pages: readonly Step[][]): Promise<Map<string, ModelRecord>> {
  const harvest = await startHarvest(storage);
  const model = new Map<string, ModelRecord>();
  const known = new Set<string>();
  let clock = 100;
  let last = 0;
  let stamp = 0;
  for (const page of pages) {
    for (const current of page) {
      clock += current.seconds;
      const datestamp = Math.max(last, clock);
      if (!(await act(storage, harvest, { step: current, now: second(clock), known }))) continue;
      const next = applyStep(model.get(current.identifier), current);
      if (!next) continue;
      last = datestamp;
      model.set(current.identifier, { ...next, stamp: ++stamp, datestamp: second(datestamp) });
    }
  }
  return model;
}

/** Does a step to the store; false for a step that makes no sense there. */
async function act(
  storage: Storage,
  harvest: Harvest,
  {
    step: { act: what, identifier, content, sets },
    now,
    known,
  }: { step: Step; now: string; known: Set<string> },
): Promise<boolean> {
  const version = mapped(identifier, content, { sets, disseminationHash: JSON.stringify([content, sets]) });
  if (what === 'unchanged' && !known.has(identifier)) return false;
  if (what === 'remap' && !known.has(identifier)) return false;
  if (what === 'unchanged') {
    const [before] = (await storage.findKnownVersions('demo', [identifier])).values();
    if (!before || before.deleted) return false;
  }
  if (what === 'remap')
    await storage.saveRemapped([{ key: { job: 'demo', identifier }, now, outcome: version }]);
  else if (what === 'save') await harvest.save(now, [version]);
  else if (what === 'delete') await harvest.save(now, [deleted(identifier)]);
  else if (what === 'hold') await harvest.save(now, [held(identifier)]);
  else await harvest.save(now, [unchanged(identifier)]);
  if (what === 'save') known.add(identifier);
  return true;
}

/** What a step makes of a record; `undefined` when nothing that is disseminated changes. */
function applyStep(
  before: ModelRecord | undefined,
  { act: what, identifier, content, sets }: Step,
): Omit<ModelRecord, 'stamp' | 'datestamp'> | undefined {
  if (what === 'hold' || what === 'unchanged') return undefined;
  if (what === 'delete')
    return before?.deleted ? undefined : { identifier, content: '', sets: before?.sets ?? [], deleted: true };
  if (what === 'remap' && before?.deleted) return undefined;
  const same = before && !before.deleted && before.content === content && before.sets.join() === sets.join();
  return same ? undefined : { identifier, content, sets, deleted: false };
}

async function compare(storage: Storage, model: readonly ModelRecord[]): Promise<void> {
  const sorted = model.toSorted((left, right) => left.stamp - right.stamp);
  const dates = [undefined, second(99), second(101), second(104), second(110)];
  for (const set of [undefined, 'x', 'x:y', 'z', 'x:y:w'])
    for (const from of dates)
      for (const until of dates) {
        const query = {
          metadataPrefix: 'mods',
          ...(set && { set }),
          ...(from && { from }),
          ...(until && { until }),
        };
        const expected = sorted.filter((record) => isSelected(record, { set, from, until }));
        const list = await walk(storage, query, 1 + (expected.length % 4));
        expect(list.map(summary)).toEqual(expected.map(modelSummary));
        expect(await storage.countRecords(query)).toBe(expected.length);
        expect(new Set(list.map(({ identifier }) => identifier)).size).toBe(list.length);
      }
}

function isSelected(
  record: ModelRecord,
  { set, from, until }: { set: string | undefined; from: string | undefined; until: string | undefined },
): boolean {
  const inSet = set === undefined || record.sets.some((spec) => spec === set || spec.startsWith(`${set}:`));
  return inSet && record.datestamp >= (from ?? '') && record.datestamp <= (until ?? '9');
}

function summary(record: Awaited<ReturnType<Storage['listRecords']>>[number]): unknown {
  const { identifier, stamp, datestamp, sets, metadata } = record;
  return [identifier, stamp, datestamp, sets, record.deleted, metadata?.toString()];
}

function modelSummary({ identifier, content, stamp, datestamp, sets, deleted: gone }: ModelRecord): unknown {
  return [
    identifier,
    stamp,
    datestamp,
    sets,
    gone,
    gone ? undefined : `<mods>${identifier} ${content}</mods>`,
  ];
}
