/** What only a real process shows of mapping again: sudden death in the midst. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RemapSummary } from '../../src/harvest/remap-records.ts';
import type { RecordDetail, Storage } from '../../src/storage/storage.ts';
import { dc, startSmallRepository, type SmallRepository } from '../support/small-repository.ts';
import { copyMappings, openWorkshop, type Workshop } from './workshop.ts';

const COUNT = 1000;

let workshop: Workshop;
let repository: SmallRepository;

beforeEach(async () => {
  workshop = openWorkshop();
  copyMappings(workshop, {});
  // Every second record has what the changed mapping reads.
  const records = Array.from({ length: COUNT }, (_, i) => ({
    identifier: `oai:small.example.org:r${i + 1}`,
    datestamp: new Date(Date.UTC(2024, 0, 1) + i * 60_000).toISOString().replace('.000Z', 'Z'),
    metadata: dc(`Title ${i + 1}`, i % 2 === 0 ? '<dc:foo>contents</dc:foo>' : ''),
  }));
  repository = await startSmallRepository(records);
  repository.pageSize = 250;
  workshop.job('small', repository.url);
});

afterEach(async () => {
  await workshop.close();
  await repository.close();
});

async function allDetails(storage: Storage): Promise<RecordDetail[]> {
  const details: RecordDetail[] = [];
  for (let afterStamp = 0; ;) {
    const batch = await storage.listDetails({ job: 'small', afterStamp, limit: 500, parts: [] });
    if (batch.length === 0) return details;
    details.push(...batch);
    afterStamp = batch.at(-1)!.stamp!;
  }
}

describe('garner remap, killed in the midst', { timeout: 180_000 }, () => {
  it('goes on where it stopped, and moves the datestamp only of records whose output changed, once', async () => {
    await workshop.run('harvest', 'small');
    const before = await workshop.withStore(allDetails);
    expect(before).toHaveLength(COUNT);
    const old = before[0]!.mappingHash!;
    const file = join(workshop.folder, 'mappings/oai_dc.yaml');
    workshop.write('mappings/oai_dc.yaml', readFileSync(file, 'utf8').replace(/^rules:\n/m, 'rules:\n  - { id: extra, from: dc:foo, to: toc }\n')); // prettier-ignore

    const running = workshop.start('remap');
    const done = await workshop.withStore(async (storage) => {
      for (;;) {
        const some = await storage.listDetails({ job: 'small', afterStamp: 0, limit: 1, mappingHashNot: [old], parts: [] }); // prettier-ignore
        if (some.length > 0 || running.process.exitCode !== null) break;
        await pause(2);
      }
      await running.end('SIGKILL');
      return (await allDetails(storage)).filter(({ mappingHash }) => mappingHash !== old);
    });
    expect(done.length).toBeGreaterThan(0);
    expect(done.length).toBeLessThan(COUNT);

    const { code, value } = await workshop.json<RemapSummary[]>('remap');
    expect(code).toBe(0);
    expect(value).toMatchObject([{ job: 'small', mapped: COUNT - done.length, held: 0 }]);
    const after = await workshop.withStore(allDetails);
    const stamps = new Map(before.map(({ key, stamp }) => [key.identifier, stamp]));
    const moved = after.filter(({ key, stamp }) => stamps.get(key.identifier) !== stamp);
    expect(moved).toHaveLength(COUNT / 2);
    const isOdd = ({ key }: RecordDetail): boolean => Number(/\d+$/.exec(key.identifier)![0]) % 2 === 1;
    expect(moved.every(isOdd)).toBe(true);
    // What was moved before the kill was not moved again.
    const nowBy = new Map(after.map(({ key, stamp }) => [key.identifier, stamp]));
    for (const { key, stamp } of done) expect(nowBy.get(key.identifier)).toBe(stamp);
    expect(await workshop.withStore((storage) => storage.check())).toEqual([]);
    expect((await workshop.run('remap')).out).toMatch(/^small: nothing to do/);
  });
});
