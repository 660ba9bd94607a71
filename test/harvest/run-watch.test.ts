import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { harvestRepository } from '../../src/harvest/harvest-repository.ts';
import type { HarvestSummary } from '../../src/harvest/outcome.ts';
import type { MappingSet } from '../../src/mapping/mapping.ts';
import { HEAD, loadFiles } from '../mapping/mapping-folder.ts';
import { openHarvestWorld, type HarvestWorld } from '../support/harvest-world.ts';
import {
  dc,
  someRecords,
  startSmallRepository,
  type SmallRecord,
  type SmallRepository,
} from '../support/small-repository.ts';

let world: HarvestWorld;
let repository: SmallRepository;

// The first world reads all mappings of the package, which takes a while on a busy machine.
beforeAll(async () => {
  await (await openHarvestWorld()).close();
}, 120_000);

beforeEach(async () => {
  world = await openHarvestWorld();
  repository = await startSmallRepository([]);
});

afterEach(async () => {
  await repository.close();
  await world.close();
});

/** Records with one more element each: `<dc:creator>Ana 1</dc:creator>`, or one that was renamed. */
function records(count: number, element: string, prefix = 'r'): SmallRecord[] {
  return someRecords(count, prefix).map((record, i) => ({
    ...record,
    metadata: dc(`Title ${i}`, `<dc:${element}>Ana ${i}</dc:${element}>`),
  }));
}

/** The next run, a day later, with other records in the repository. */
function nextDay(next: readonly SmallRecord[]): void {
  repository.records.splice(0, Infinity, ...next.map((record) => ({ ...record, datestamp: '2024-06-02T00:00:00Z' }))); // prettier-ignore
  repository.clock = '2024-06-02T12:00:00Z';
  world.now = new Date('2024-06-02T12:00:00Z');
}

async function namesInStore(): Promise<(string | undefined)[]> {
  const details = await world.storage.listDetails({ limit: 1000 });
  return details.map(({ canonical }) => canonical?.agents[0]?.displayForm ?? canonical?.agents[0]?.name);
}

const CREATOR = { abort: { min: 10, emptyRuleDrop: 'creator' } };

describe('a rule that falls silent', () => {
  it('stops the run before it overwrites what is stored', async () => {
    const job = world.job(repository.url, CREATOR);
    repository.records.push(...records(30, 'creator'));
    expect(await world.harvest(job)).toMatchObject({ outcome: 'complete', new: 30 });
    const before = await namesInStore();

    nextDay(records(30, 'author'));
    const summary = await world.harvest(job);
    expect(summary).toMatchObject({ outcome: 'failed', received: 0, changed: 0 });
    expect(summary.errors).toEqual([
      'stopped: the rule "creator" makes nothing of any of 10 records, though it does of 100% of those stored before (emptyRuleDrop in "abort" of the job small); the repository may have changed its format: compare a record of it with "garner records show ID --as raw"',
    ]);
    expect(await namesInStore()).toEqual(before);
    expect(before).toHaveLength(30);
  });

  it('lets the next run go on from the same page when it speaks again', async () => {
    const job = world.job(repository.url, CREATOR);
    repository.records.push(...records(30, 'creator'));
    await world.harvest(job);
    nextDay(records(30, 'author'));
    await world.harvest(job);
    nextDay(records(30, 'creator', 'n'));
    expect(await world.harvest(job)).toMatchObject({ outcome: 'complete', new: 30 });
  });

  it('is no reason while fewer records have come than are judged', async () => {
    const job = world.job(repository.url, CREATOR);
    repository.records.push(...records(30, 'creator'));
    await world.harvest(job);
    nextDay(records(9, 'author'));
    expect(await world.harvest(job)).toMatchObject({ outcome: 'complete', changed: 9 });
  });

  it('is no reason when one record in the run still has it', async () => {
    const job = world.job(repository.url, CREATOR);
    repository.records.push(...records(30, 'creator'));
    await world.harvest(job);
    nextDay([...records(1, 'creator', 'n'), ...records(29, 'author')]);
    expect(await world.harvest(job)).toMatchObject({ outcome: 'complete', changed: 29, new: 1 });
  });

  it('is no reason where it never said much', async () => {
    const job = world.job(repository.url, CREATOR);
    repository.records.push(...records(10, 'creator'), ...records(30, 'author', 'w'));
    await world.harvest(job);
    nextDay(records(20, 'author', 'x'));
    expect(await world.harvest(job)).toMatchObject({ outcome: 'complete', new: 20 });
  });

  it('is no reason in the first harvest', async () => {
    repository.records.push(...records(30, 'author'));
    expect(await world.harvest(world.job(repository.url, CREATOR))).toMatchObject({
      outcome: 'complete',
      new: 30,
    });
  });

  it('stops a dry run, too', async () => {
    const job = world.job(repository.url, CREATOR);
    repository.records.push(...records(30, 'creator'));
    await world.harvest(job);
    nextDay(records(30, 'author'));
    const { dryRunStorage } = await import('../../src/harvest/dry-run.ts');
    const deps = { ...world.deps, storage: dryRunStorage(world.storage) };
    const summary = await harvestRepository(job, deps, { signal: new AbortController().signal });
    expect(summary.errors[0]).toMatch(/^stopped: the rule "creator"/);
  });

  it('has to be a rule of the mapping', async () => {
    const job = world.job(repository.url, { abort: { emptyRuleDrop: ['creater'] } });
    const summary = await world.harvest(job);
    expect(summary).toMatchObject({ outcome: 'failed', received: 0 });
    expect(summary.errors).toEqual([
      'small: abort.emptyRuleDrop: the mapping "oai_dc" has no rule "creater" (did you mean "creator"?)',
    ]);
  });
});

/** A mapping of its own that stops runs, and skips what has no creator and rejects what has no title. */
async function ownMapping(abort: string): Promise<MappingSet> {
  const rules = `abort: ${abort}
guards:
  - { id: scope, when: { missing: dc:creator }, action: skip, code: out-of-scope }
  - { id: no-title, when: { missing: dc:title }, action: reject, code: title.missing }
rules:
  - { id: title, each: dc:title, to: titles, set: { title: { from: . } } }
  - { id: type, from: dc:type, to: toc }
`;
  return loadFiles({ 'dc.yaml': HEAD + rules });
}

async function harvestWith(abort: string, more: object = {}): Promise<HarvestSummary> {
  const { inputs } = await ownMapping(abort);
  const deps = { ...world.deps, mappings: inputs };
  return harvestRepository(world.job(repository.url, more), deps, { signal: new AbortController().signal });
}

const untitled = (count: number, prefix: string): SmallRecord[] =>
  records(count, 'creator', prefix).map((record) => ({
    ...record,
    metadata: record.metadata!.replace(/<dc:title>.*<\/dc:title>/, ''),
  }));

describe('a mapping that says when a run stops', () => {
  it('stops it before the job would', async () => {
    repository.records.push(...untitled(5, 'bad'), ...records(30, 'creator'));
    const summary = await harvestWith('{ rejectedShare: 0.1, min: 10 }');
    expect(summary.errors).toEqual([
      'stopped: 5 of 10 records were rejected or quarantined, more than "abort" of the mapping dc allows; see "garner records list --job small --status held"',
    ]);
    expect(summary).toMatchObject({ outcome: 'incomplete', received: 10 });
  });

  it('may say the share as a ratio', async () => {
    repository.records.push(...untitled(5, 'bad'), ...records(30, 'creator'));
    expect((await harvestWith('{ rejectedRatio: 0.1, min: 10 }')).errors).toHaveLength(1);
  });

  it('does not count what its guards skip', async () => {
    repository.records.push(...records(40, 'author'));
    expect(await harvestWith('{ rejectedShare: 1%, min: 10 }')).toMatchObject({
      outcome: 'complete',
      received: 40,
      rejected: 0,
      skipped: 40,
      errors: [],
    });
  });

  it('watches its own rules', async () => {
    const typed = (prefix: string): SmallRecord[] =>
      records(20, 'creator', prefix).map((record) => ({
        ...record,
        metadata: record.metadata!.replace('</oai_dc:dc>', '<dc:type>book</dc:type></oai_dc:dc>'),
      }));
    repository.records.push(...typed('r'));
    await harvestWith('{ emptyRuleDrop: [title, type], min: 10 }');
    nextDay(records(20, 'creator', 'n'));
    const { errors } = await harvestWith('{ emptyRuleDrop: [title, type], min: 10 }');
    expect(errors[0]).toMatch(/^stopped: the rule "type" makes nothing .* in "abort" of the mapping dc\)/);
  });

  it('stops the run over all its sets', async () => {
    const inSet = (set: string): SmallRecord[] => untitled(6, set).map((record) => ({ ...record, set }));
    repository.records.push(...inSet('a'), ...inSet('b'), ...inSet('c'));
    const job = { sets: { include: ['a', 'b', 'c'] }, abort: { min: 10 } };
    expect(await harvestWith('{ min: 1000 }', job)).toMatchObject({ windows: 2, received: 12, rejected: 12 });
    expect(repository.lists()).toEqual(['|a|', '|b|']);
  });
});
