/** What every implementation of the storage port must do. Each runs it over stores of its own kind. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HELD_STATES } from '../../src/model/stored-record.ts';
import { LeaseLostError, type SortedRecord, type Storage } from '../../src/storage/storage.ts';
import { describeModel } from './support/model.ts';
import { deleted, held, mapped, second, startHarvest, unchanged, walk } from './support/outcomes.ts';

/** A kind of store: gives an empty one each time, and takes it away again. */
export interface StorageKind {
  open(): Promise<Storage>;
  remove(storage: Storage): Promise<void>;
}

export function describeStorage(name: string, kind: StorageKind): void {
  describe(name, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await kind.open();
    });
    afterEach(async () => {
      expect(await storage.check()).toEqual([]);
      await kind.remove(storage);
    });
    const current = () => storage;
    describe('saving a page', () => describeSaving(current));
    describe('listing', () => describeListing(current));
    describe('held versions', () => describeHeld(current));
    describe('mapping again', () => describeRemapping(current));
    describe('the ledger', () => describeLedger(current));
    describe('leases', () => describeLeases(current));
    describe('small things', () => describeSmallThings(current));
  });
  describeModel(name, kind);
}

function describeSaving(storage: () => Storage): void {
  it('counts each record once, and what it was', async () => {
    const harvest = await startHarvest(storage());
    const first = [mapped('a'), mapped('b'), deleted('c'), held('d'), held('e', 'bad', 'rejected'), held('f', 'bad', 'skipped')]; // prettier-ignore
    expect(await harvest.save(second(1), first)).toEqual({
      received: 6, new: 2, changed: 0, unchanged: 0, deleted: 1, quarantined: 1, rejected: 1, skipped: 1,
    }); // prettier-ignore
    const next = [mapped('a', 'second'), unchanged('b'), deleted('c'), mapped('d')];
    expect(await harvest.save(second(2), next)).toEqual({
      received: 4, new: 1, changed: 1, unchanged: 2, deleted: 0, quarantined: 0, rejected: 0, skipped: 0,
    }); // prettier-ignore
    expect(await storage().countByJob()).toEqual([
      { job: 'demo', active: 3, deleted: 1, quarantined: 0, rejected: 1, skipped: 1 },
    ]);
  });

  it('keeps a record exactly as it was given', async () => {
    const harvest = await startHarvest(storage());
    const record = mapped('a', 'Ослобођење 𝔘', {});
    await harvest.save(second(1), [record]);
    expect(await storage().findDetail({ job: 'demo', identifier: 'a' })).toEqual({
      key: { job: 'demo', identifier: 'a' },
      state: 'active',
      originDatestamp: record.datestamp,
      originSets: record.originSets,
      datestamp: second(1),
      stamp: 1,
      sets: record.sets,
      harvestedAt: second(1),
      rawHash: record.rawHash,
      mappingHash: record.mappingHash,
      raw: record.raw,
      canonical: record.canonical,
      rendered: record.rendered,
      issues: [],
    });
  });

  it('leaves stamp and datestamp alone when what is disseminated is equal, and keeps the newer raw form', async () => {
    const harvest = await startHarvest(storage());
    await harvest.save(second(1), [mapped('a')]);
    const newer = mapped('a', 'first', {
      rawHash: 'raw other',
      datestamp: '2025-01-01',
      raw: { about: [], repairs: [] },
    });
    expect(await harvest.save(second(2), [newer])).toMatchObject({ unchanged: 1, changed: 0 });
    expect(await storage().findDetail({ job: 'demo', identifier: 'a' })).toMatchObject({
      stamp: 1,
      datestamp: second(1),
      rawHash: 'raw other',
      raw: { about: [], repairs: [] },
      originDatestamp: '2025-01-01',
    });
  });

  it('refreshes the origin’s datestamp and sets of an unchanged record', async () => {
    const harvest = await startHarvest(storage());
    await harvest.save(second(1), [mapped('a')]);
    await harvest.save(second(2), [unchanged('a', '2026-01-01')]);
    expect(await storage().findDetail({ job: 'demo', identifier: 'a' })).toMatchObject({
      stamp: 1,
      originDatestamp: '2026-01-01',
      originSets: ['col_1', 'col_2'],
    });
  });

  it('refuses to call a record unchanged that it does not have, and saves nothing of that page', async () => {
    const harvest = await startHarvest(storage());
    await expect(harvest.save(second(1), [mapped('a'), unchanged('unknown')])).rejects.toThrow(/unknown/);
    expect(await walk(storage(), {})).toEqual([]);
    expect(await storage().listOpenWindows('demo')).toMatchObject([{ state: 'pending', pages: 0 }]);
    expect(await storage().countByJob()).toEqual([]);
    expect(await storage().findHorizon(second(9))).toBe(second(9));
  });

  it('keeps a tombstone with the record’s sets, and gives a record that comes back a new stamp', async () => {
    const harvest = await startHarvest(storage());
    await harvest.save(second(1), [mapped('a')]);
    await harvest.save(second(2), [deleted('a')]);
    const tombstone = { deleted: true, stamp: 2, datestamp: second(2), sets: ['demo', 'demo:articles'] };
    expect(await walk(storage(), { metadataPrefix: 'mods', set: 'demo:articles' })).toMatchObject([
      tombstone,
    ]);
    expect((await storage().findRecord({ job: 'demo', identifier: 'a' }, 'mods'))?.metadata).toBeUndefined();
    expect(await harvest.save(second(3), [mapped('a')])).toMatchObject({ new: 1 });
    expect(await walk(storage(), {})).toMatchObject([{ deleted: false, stamp: 3, datestamp: second(3) }]);
  });

  it('keeps the last version of an identifier that occurs twice in a page', async () => {
    const harvest = await startHarvest(storage());
    const page = [mapped('a'), mapped('a', 'second'), deleted('a'), unchanged('a')];
    expect(await harvest.save(second(1), page)).toMatchObject({
      received: 4,
      new: 2,
      changed: 1,
      deleted: 1,
    });
    const [only, ...others] = await walk(storage(), { metadataPrefix: 'mods' });
    expect(others).toEqual([]);
    expect(only?.metadata?.toString()).toBe('<mods>a second</mods>');
  });

  it('serves a record that was never more than deleted in the sets it came with', async () => {
    const harvest = await startHarvest(storage());
    await harvest.save(second(1), [deleted('a', ['demo:articles'])]);
    expect(await walk(storage(), { metadataPrefix: 'mods', set: 'demo' })).toMatchObject([
      { identifier: 'a', deleted: true, sets: ['demo:articles'] },
    ]);
    await harvest.save(second(2), [mapped('b')]);
    await harvest.save(second(3), [deleted('b', ['other'])]);
    expect(await walk(storage(), { set: 'other' })).toEqual([]);
  });

  it('gives rising datestamps when the clock goes back', async () => {
    const harvest = await startHarvest(storage());
    await harvest.save(second(10), [mapped('a')]);
    await harvest.save(second(5), [mapped('b')]);
    await harvest.save(second(11), [mapped('c')]);
    const list = await walk(storage(), {});
    expect(list.map(({ datestamp }) => datestamp)).toEqual([second(10), second(10), second(11)]);
  });

  it('never writes before a horizon it has given', async () => {
    const harvest = await startHarvest(storage());
    expect(await storage().findHorizon(second(20))).toBe(second(20));
    await harvest.save(second(15), [mapped('a')]);
    expect(await walk(storage(), { until: second(19) })).toEqual([]);
    expect(await walk(storage(), { from: second(20) })).toHaveLength(1);
  });

  it('serves the same bytes while records change and come back many times', async () => {
    const harvest = await startHarvest(storage());
    const names = Array.from({ length: 150 }, (_, index) => `r${index}`);
    for (let round = 1; round <= 6; round++) {
      const some = names.filter((_, index) => index % round === 0);
      await harvest.save(second(round), some.map((name) => mapped(name, `v${round}`))); // prettier-ignore
    }
    for (const [index, name] of names.entries()) {
      const round = [6, 5, 4, 3, 2, 1].find((number) => index % number === 0);
      const record = await storage().findRecord({ job: 'demo', identifier: name }, 'mods');
      expect(record?.metadata?.toString()).toBe(`<mods>${name} v${round}</mods>`);
    }
  });
}

function describeListing(storage: () => Storage): void {
  async function fill(): Promise<void> {
    const harvest = await startHarvest(storage());
    await harvest.save(second(1), [mapped('a'), mapped('b', 'first', { sets: ['demo:books:old'] })]);
    await harvest.save(second(1), [mapped('c', 'first', { sets: ['demox'] })]);
    await harvest.save(second(3), [mapped('d', 'first', { sets: [] }), deleted('e')]);
    const other = await startHarvest(storage(), 'other');
    await other.save(second(86_400), [
      mapped('a', 'first', { rendered: { metadata: { marc: '<m/>' }, about: ['<x/>', '<y/>'] } }),
    ]);
  }
  const names = async (query: Parameters<typeof walk>[1]) =>
    (await walk(storage(), query, 2)).map(({ job, identifier }) => `${job}/${identifier}`);

  it.each([
    ['everything', {}, ['demo/a', 'demo/b', 'demo/c', 'demo/d', 'demo/e', 'other/a']],
    ['from a second, included', { from: second(3) }, ['demo/d', 'demo/e', 'other/a']],
    ['from between two seconds', { from: second(2) }, ['demo/d', 'demo/e', 'other/a']],
    ['until a second, included', { until: second(1) }, ['demo/a', 'demo/b', 'demo/c']],
    ['until between two seconds', { until: second(2) }, ['demo/a', 'demo/b', 'demo/c']],
    ['one second', { from: second(3), until: second(3) }, ['demo/d', 'demo/e']],
    ['until a day, its last second included', { until: '2030-01-01' }, ['demo/a', 'demo/b', 'demo/c', 'demo/d', 'demo/e']], // prettier-ignore
    ['from a day', { from: '2030-01-02' }, ['other/a']],
    ['until before the first', { until: second(0) }, []],
    ['from after the last', { from: second(90_000) }, []],
    ['a set and the sets below it', { set: 'demo' }, ['demo/a', 'demo/b', 'other/a']],
    ['an implied set', { set: 'demo:books' }, ['demo/b']],
    ['a set with dates', { set: 'demo', from: second(2) }, ['other/a']],
    ['a set whose name begins like another', { set: 'demox' }, ['demo/c']],
    ['a set in another case', { set: 'Demo' }, []],
    ['a job', { job: 'other' }, ['other/a']],
    ['an unknown job', { job: 'nobody' }, []],
    ['a job and a set', { job: 'demo', set: 'demo' }, ['demo/a', 'demo/b']],
    ['a form, with all deleted records', { metadataPrefix: 'marc' }, ['demo/e', 'other/a']],
    ['a form and a job', { metadataPrefix: 'mods', job: 'demo' }, ['demo/a', 'demo/b', 'demo/c', 'demo/d', 'demo/e']], // prettier-ignore
    ['a form and a set', { metadataPrefix: 'mods', set: 'demo' }, ['demo/a', 'demo/b']],
  ])('lists and counts %s', async (_, query, expected) => {
    await fill();
    expect(await names(query)).toEqual(expected);
    expect(await storage().countRecords(query)).toBe(expected.length);
  });

  it('gives the form asked for and each about element, wrapped', async () => {
    await fill();
    const [record] = await storage().listRecords({ job: 'other', metadataPrefix: 'marc', limit: 1 });
    expect(record?.metadata?.toString()).toBe('<m/>');
    expect(record?.about?.toString()).toBe('<about><x/></about><about><y/></about>');
    const detail = await storage().findDetail({ job: 'other', identifier: 'a' });
    expect(detail?.rendered).toEqual({ metadata: { marc: '<m/>' }, about: ['<x/>', '<y/>'] });
  });

  it('names in a header only the sets that the record was put in', async () => {
    await fill();
    const [record] = await walk(storage(), { set: 'demo:books' });
    expect(record?.sets).toEqual(['demo:books:old']);
  });

  it('lists sets, implied and declared ones too, in order and in pages', async () => {
    await fill();
    await storage().declareSet({ setSpec: 'z:named', setName: 'Named' });
    await storage().declareSet({ setSpec: 'demo', setName: 'Demonstration' });
    expect(await storage().listSets({ limit: 2 })).toEqual([
      { setSpec: 'demo', setName: 'Demonstration' },
      { setSpec: 'demo:articles', setName: 'demo:articles' },
    ]);
    const rest = await storage().listSets({ after: 'demo:articles', limit: 10 });
    expect(rest.map(({ setSpec }) => setSpec)).toEqual([
      'demo:books',
      'demo:books:old',
      'demox',
      'z',
      'z:named',
    ]);
  });

  it('lists a set that nobody declared as long as a record is in it, be it deleted', async () => {
    const harvest = await startHarvest(storage());
    const specs = async () => (await storage().listSets({ limit: 10 })).map(({ setSpec }) => setSpec);
    const inSet = (set: string, content: string) => [mapped('a', content, { sets: [set] })];
    await harvest.save(second(1), inSet('old:part', 'first'));
    expect(await specs()).toEqual(['old', 'old:part']);
    await harvest.save(second(2), inSet('new', 'second'));
    expect(await specs()).toEqual(['new']);
    await harvest.save(second(3), inSet('old:part', 'third'));
    await harvest.save(second(4), [deleted('a')]);
    expect(await specs()).toEqual(['old', 'old:part']);
  });

  it('keeps the earliest datestamp even when its record has moved on', async () => {
    expect(await storage().findEarliestDatestamp()).toBeUndefined();
    const harvest = await startHarvest(storage());
    await harvest.save(second(4), [mapped('a')]);
    await harvest.save(second(8), [mapped('a', 'second')]);
    expect(await storage().findEarliestDatestamp()).toBe(second(4));
  });
}

function describeHeld(storage: () => Storage): void {
  it.each(HELD_STATES)(
    'leaves the served version as it is, and tells the one %s for comparison',
    async (state) => {
      const harvest = await startHarvest(storage());
      await harvest.save(second(1), [mapped('a')]);
      await harvest.save(second(2), [held('a', 'bad', state)]);
      const [served] = await walk(storage(), { metadataPrefix: 'mods' });
      expect(served).toMatchObject({ stamp: 1, datestamp: second(1) });
      expect(served?.metadata?.toString()).toBe('<mods>a first</mods>');
      expect(await storage().findKnownVersions('demo', ['a', 'nobody'])).toEqual(
        new Map([['a', { rawHash: 'raw bad', mappingHash: 'mapping 1', deleted: false, held: true }]]),
      );
      expect(await storage().findDetail({ job: 'demo', identifier: 'a' })).toMatchObject({
        state,
        raw: held('a').raw,
        stamp: 1,
        rendered: mapped('a').rendered,
        issues: held('a').issues,
      });
    },
  );

  it('tells the sets of the origin when they are asked for, those of a held version too', async () => {
    const harvest = await startHarvest(storage());
    await harvest.save(second(1), [mapped('a'), mapped('b')]);
    await harvest.save(second(2), [held('b')]);
    await harvest.save(second(3), [unchanged('a')]);
    const known = await storage().findKnownVersions('demo', ['a', 'b'], { originSets: true });
    expect(known.get('a')?.originSets).toEqual(['col_1', 'col_2']);
    expect(known.get('b')?.originSets).toEqual([]);
    const unasked = await storage().findKnownVersions('demo', ['a']);
    expect(unasked.get('a')).not.toHaveProperty('originSets');
  });

  it('counts a held version that comes again as unchanged', async () => {
    const harvest = await startHarvest(storage());
    await harvest.save(second(1), [held('a')]);
    expect(await harvest.save(second(2), [unchanged('a')])).toMatchObject({ unchanged: 1 });
    expect(await storage().findDetail({ job: 'demo', identifier: 'a' })).toMatchObject({
      originDatestamp: '2024-05-02',
    });
  });

  it('lets a version pass from one state into another, and counts it in that', async () => {
    const harvest = await startHarvest(storage());
    for (const [at, state] of [...HELD_STATES, 'quarantined' as const].entries()) {
      expect(await harvest.save(second(at + 1), [held('a', 'bad', state)])).toMatchObject({ [state]: 1 });
      expect(await storage().listHeld({ limit: 9 })).toMatchObject([{ state }]);
      expect(await storage().listHeld({ limit: 9, state })).toHaveLength(1);
      const none = { active: 0, deleted: 0, quarantined: 0, rejected: 0, skipped: 0 };
      expect(await storage().countByJob()).toEqual([{ job: 'demo', ...none, [state]: 1 }]);
    }
  });

  it('forgets the held version when a good one or a deletion comes', async () => {
    const harvest = await startHarvest(storage());
    await harvest.save(second(1), [held('a'), held('b'), mapped('c')]);
    await harvest.save(second(2), [held('c')]);
    await harvest.save(second(3), [mapped('a'), deleted('b'), deleted('c')]);
    expect(await storage().listHeld({ limit: 10 })).toEqual([]);
    expect(await storage().countByJob()).toEqual([
      { job: 'demo', active: 1, deleted: 2, quarantined: 0, rejected: 0, skipped: 0 },
    ]);
    expect(await storage().findDetail({ job: 'demo', identifier: 'b' })).toMatchObject({
      state: 'deleted',
      raw: held('b').raw,
    });
  });

  it('lists held records by job and identifier, in pages', async () => {
    const other = await startHarvest(storage(), 'other');
    const demo = await startHarvest(storage());
    await other.save(second(1), [held('a')]);
    await demo.save(second(1), [held('c'), held('b', 'bad', 'rejected'), held('a')]);
    const first = await storage().listHeld({ limit: 2 });
    expect(first.map(({ key }) => `${key.job}/${key.identifier}`)).toEqual(['demo/a', 'demo/b']);
    const rest = await storage().listHeld({ limit: 9, after: { job: 'demo', identifier: 'b' } });
    expect(rest.map(({ key }) => `${key.job}/${key.identifier}`)).toEqual(['demo/c', 'other/a']);
    expect(await storage().listHeld({ limit: 9, job: 'demo', state: 'rejected' })).toMatchObject([
      {
        key: { job: 'demo', identifier: 'b' },
        state: 'rejected',
        heldAt: second(1),
        mappingHash: 'mapping 1',
      },
    ]);
  });
}

function describeRemapping(storage: () => Storage): void {
  const key = (identifier: string) => ({ job: 'demo', identifier });
  const again = (identifier: string, outcome: ReturnType<typeof mapped> | ReturnType<typeof held>) =>
    storage().saveRemapped([{ key: key(identifier), now: second(50), outcome }]);

  it('selects the records of other mappings, in pages', async () => {
    const harvest = await startHarvest(storage());
    await harvest.save(second(1), [
      mapped('a'),
      mapped('b', 'first', { mappingHash: 'mapping 2' }),
      mapped('c'),
      deleted('d'),
    ]);
    const first = await storage().listDetails({ mappingHashNot: ['mapping 2', 'unknown'], limit: 1 });
    expect(first.map((detail) => detail.key.identifier)).toEqual(['a']);
    const rest = await storage().listDetails({
      mappingHashNot: ['mapping 2'],
      limit: 9,
      afterStamp: first[0]?.stamp ?? 0,
    });
    expect(rest.map((detail) => detail.key.identifier)).toEqual(['c']);
  });

  it('gives a new stamp only to records whose dissemination changed', async () => {
    const harvest = await startHarvest(storage());
    await harvest.save(second(1), [mapped('a'), mapped('b')]);
    const same = mapped('a', 'first', { mappingHash: 'mapping 2' });
    const other = mapped('b', 'second', { mappingHash: 'mapping 2', rawHash: 'raw first' });
    expect(await again('a', same)).toEqual({ changed: 0, unchanged: 1, held: 0 });
    expect(await again('b', other)).toEqual({ changed: 1, unchanged: 0, held: 0 });
    const list = await walk(storage(), {});
    expect(list).toMatchObject([{ identifier: 'a', stamp: 1 }, { identifier: 'b', stamp: 3, datestamp: second(50) }]); // prettier-ignore
    expect(await storage().listDetails({ mappingHashNot: ['mapping 2'], limit: 9 })).toEqual([]);
  });

  it('serves a held version that a better mapping could read', async () => {
    const harvest = await startHarvest(storage());
    await harvest.save(second(1), [held('a')]);
    expect(await again('a', mapped('a', 'good', { rawHash: 'raw bad' }))).toMatchObject({ changed: 1 });
    expect(await storage().listHeld({ limit: 9 })).toEqual([]);
    expect(await walk(storage(), {})).toHaveLength(1);
  });

  it('holds a version that a changed mapping skips, and serves it again when that is taken back', async () => {
    const harvest = await startHarvest(storage());
    await harvest.save(second(1), [held('a', 'bad', 'rejected')]);
    expect(await again('a', held('a', 'bad', 'skipped'))).toEqual({ changed: 0, unchanged: 0, held: 1 });
    expect(await storage().listHeld({ limit: 9 })).toMatchObject([{ state: 'skipped' }]);
    expect(await again('a', mapped('a', 'good', { rawHash: 'raw bad' }))).toMatchObject({ changed: 1 });
    expect(await storage().countByJob()).toMatchObject([{ active: 1, rejected: 0, skipped: 0 }]);
  });

  it('keeps a held version that arrived after the one that was mapped again', async () => {
    const harvest = await startHarvest(storage());
    await harvest.save(second(1), [mapped('a')]);
    await harvest.save(second(2), [held('a', 'newer')]);
    await again('a', mapped('a', 'first', { mappingHash: 'mapping 2' }));
    await again('a', held('a', 'older'));
    expect(await storage().findDetail(key('a'))).toMatchObject({
      rawHash: 'raw newer',
      state: 'quarantined',
    });
  });

  const sort = (identifier: string, changes: Partial<SortedRecord> = {}) => {
    const before = { rawHash: 'raw first', mappingHash: 'mapping 1' };
    const outcome = { kind: 'sorted', before, mappingHash: 'mapping 1+sets', ...changes } as const;
    return storage().saveRemapped([{ key: key(identifier), now: second(50), outcome }]);
  };
  const moved = { sets: ['demo', 'books'], disseminationHash: 'out in books' };

  it('sorts a record into sets again with all that is kept of it, and stamps it anew only in other sets', async () => {
    const harvest = await startHarvest(storage());
    await harvest.save(second(1), [mapped('a'), mapped('b')]);
    const { sets: _, stamp: __, datestamp: ___, mappingHash: ____, ...kept } = (await storage().findDetail(key('b')))!; // prettier-ignore
    expect(await sort('a')).toEqual({ changed: 0, unchanged: 1, held: 0 });
    expect(await sort('b', { moved })).toEqual({ changed: 1, unchanged: 0, held: 0 });
    expect(await storage().findDetail(key('a'))).toMatchObject({ stamp: 1, datestamp: second(1), mappingHash: 'mapping 1+sets' }); // prettier-ignore
    expect(await storage().findDetail(key('b'))).toEqual({ ...kept, sets: ['demo', 'books'], stamp: 3, datestamp: second(50), mappingHash: 'mapping 1+sets' }); // prettier-ignore
    expect(await walk(storage(), { set: 'books' })).toMatchObject([{ identifier: 'b' }]);
    expect(await walk(storage(), { set: 'demo:articles' })).toMatchObject([{ identifier: 'a' }]);
    const again = mapped('b', 'first', { disseminationHash: 'out in books', mappingHash: 'mapping 2' });
    expect(await harvest.save(second(60), [again])).toMatchObject({ unchanged: 1 });
  });

  it.each([
    ['received', () => mapped('a', 'second')],
    ['mapped by another mapping', () => mapped('a', 'first', { mappingHash: 'mapping 3' })],
    ['deleted', () => deleted('a')],
  ])('leaves a record alone that was %s after it was sorted', async (_, next) => {
    const harvest = await startHarvest(storage());
    await harvest.save(second(1), [mapped('a')]);
    await harvest.save(second(2), [next()]);
    const before = await storage().findDetail(key('a'));
    expect(await sort('a', { moved })).toEqual({ changed: 0, unchanged: 1, held: 0 });
    expect(await storage().findDetail(key('a'))).toEqual(before);
    expect(await sort('nobody', { moved })).toEqual({ changed: 0, unchanged: 1, held: 0 });
  });

  it('sorts the served version while a newer one is held', async () => {
    const harvest = await startHarvest(storage());
    await harvest.save(second(1), [mapped('a')]);
    await harvest.save(second(2), [held('a')]);
    expect(await sort('a', { moved })).toMatchObject({ changed: 1 });
    expect(await storage().findDetail(key('a'))).toMatchObject({ state: 'quarantined', sets: moved.sets });
  });

  it('leaves a record deleted that was deleted meanwhile', async () => {
    const harvest = await startHarvest(storage());
    await harvest.save(second(1), [mapped('a')]);
    await harvest.save(second(2), [deleted('a')]);
    expect(await again('a', mapped('a', 'second'))).toEqual({ changed: 0, unchanged: 1, held: 0 });
    expect(await walk(storage(), {})).toMatchObject([{ deleted: true, stamp: 2 }]);
  });
}

function describeLedger(storage: () => Storage): void {
  it('moves a window on with each page, and its run’s counts too', async () => {
    const harvest = await startHarvest(storage());
    const progress = { resumptionToken: 't2', repositoryTime: '2030-01-01T00:00:00Z', expected: 3 };
    await harvest.save(second(1), [mapped('a'), mapped('b')], { progress });
    await harvest.save(second(2), [deleted('c')], { progress: {} });
    const window = await storage().finishWindow(harvest.windowId, { state: 'complete' });
    expect(window).toMatchObject({ state: 'complete', attempts: 1, pages: 2, expected: 3, repositoryTime: '2030-01-01T00:00:00Z', counts: { received: 3, new: 2, deleted: 1 } }); // prettier-ignore
    expect(window.resumptionToken).toBeUndefined();
    const end = { finishedAt: second(9), outcome: 'complete', requests: 2, bytes: 10, retries: 1, errors: ['x'] } as const; // prettier-ignore
    const run = await storage().finishRun(harvest.runId, end);
    expect(run).toMatchObject({ ...end, counts: { received: 3, new: 2, deleted: 1 } });
    expect(await storage().listRuns({ job: 'demo', limit: 5 })).toEqual([run]);
    expect(await storage().findLastComplete('demo', undefined)).toEqual(window);
    expect(await storage().findLastComplete('demo', 'a')).toBeUndefined();
  });

  it('lists failed windows first, and takes one over from its checkpoint or from its beginning', async () => {
    const harvest = await startHarvest(storage());
    const later = await storage().addWindow({ job: 'demo', runId: harvest.runId, kind: 'full', metadataPrefix: 'mods', set: 's', from: '2024-01-01' }); // prettier-ignore
    await harvest.save(second(1), [mapped('a')]);
    await storage().finishWindow(later.id, { state: 'failed', error: 'gone' });
    expect(await storage().listOpenWindows()).toMatchObject([
      { id: later.id, state: 'failed', lastError: 'gone', set: 's', from: '2024-01-01', attempts: 1 },
      { id: harvest.windowId, state: 'running' },
    ]);
    const run = await storage().startRun({ job: 'demo', kind: 'incremental', startedAt: second(2) });
    const resumed = await storage().reopenWindow(harvest.windowId, run.id, { restart: false });
    expect(resumed).toMatchObject({ runId: run.id, resumptionToken: 'next', pages: 1, attempts: 2 });
    const restarted = await storage().reopenWindow(harvest.windowId, run.id, { restart: true });
    expect(restarted).toMatchObject({ pages: 0, counts: { received: 0 }, attempts: 3 });
    expect(restarted.resumptionToken).toBeUndefined();
  });

  it('goes back to the checkpoint before a page that was saved in part, and counts its records once', async () => {
    const harvest = await startHarvest(storage());
    await harvest.save(second(1), [mapped('a')]);
    const slice = { records: [mapped('b'), deleted('c')], now: second(2), windowId: harvest.windowId };
    await storage().savePage({ job: 'demo', holder: 'host:1:a', leaseExpiresAt: second(9), ...slice });
    expect(await storage().listOpenWindows()).toMatchObject([
      { pages: 1, resumptionToken: 'next', counts: { received: 3, new: 2, deleted: 1 } },
    ]);
    const run = await storage().startRun({ job: 'demo', kind: 'incremental', startedAt: second(3) });
    const resumed = await storage().reopenWindow(harvest.windowId, run.id, { restart: false });
    expect(resumed).toMatchObject({ pages: 1, counts: { received: 1, new: 1, deleted: 0 } });
    const again = [unchanged('b'), deleted('c'), mapped('d')];
    const counts = { received: 3, new: 2, deleted: 1, unchanged: 0 };
    expect(await harvest.save(second(4), again, { progress: {} })).toMatchObject(counts);
    const window = await storage().finishWindow(harvest.windowId, { state: 'complete' });
    expect(window).toMatchObject({ pages: 2, counts: { received: 4, new: 3, deleted: 1, unchanged: 0 } });
  });

  it('keeps what a walk has stored when the window begins again, and takes it back from its run', async () => {
    const harvest = await startHarvest(storage());
    await harvest.save(second(1), [mapped('a'), mapped('b')]);
    await storage().reopenWindow(harvest.windowId, harvest.runId, { restart: true });
    const counts = { received: 2, new: 1, changed: 1, unchanged: 0 };
    expect(await harvest.save(second(2), [unchanged('a'), mapped('b', 'second')])).toMatchObject(counts);
    expect(await storage().listRuns({ job: 'demo', limit: 1 })).toMatchObject([{ counts }]);
  });

  it('does not take a selective window for the cursor', async () => {
    const run = await storage().startRun({ job: 'demo', kind: 'selective', startedAt: second(0) });
    const window = await storage().addWindow({
      job: 'demo',
      runId: run.id,
      kind: 'selective',
      metadataPrefix: 'mods',
    });
    await storage().finishWindow(window.id, { state: 'complete' });
    expect(await storage().findLastComplete('demo', undefined)).toBeUndefined();
  });
}

function describeLeases(storage: () => Storage): void {
  const lease = (holder: string, now: number) => ({
    job: 'demo',
    holder,
    now: second(now),
    expiresAt: second(now + 10),
  });

  it('gives a job to one holder at a time, until it is released or expires', async () => {
    expect(await storage().takeLease(lease('h:1:a', 0))).toEqual({ taken: true });
    expect(await storage().takeLease(lease('h:1:a', 1))).toEqual({ taken: true });
    expect(await storage().takeLease(lease('h:2:b', 5))).toEqual({ taken: false, by: lease('h:1:a', 1) });
    expect(await storage().takeLease(lease('h:2:b', 11))).toEqual({ taken: true });
    await storage().releaseLease('demo', 'h:1:a');
    expect(await storage().takeLease(lease('h:1:a', 12))).toMatchObject({ taken: false });
    await storage().releaseLease('demo', 'h:2:b');
    expect(await storage().takeLease(lease('h:1:a', 13))).toEqual({ taken: true });
  });

  it('saves nothing for a holder that lost the job, and prolongs the lease of one that has it', async () => {
    const harvest = await startHarvest(storage());
    await storage().takeLease(lease('host:1:a', 0));
    await harvest.save(second(5), [mapped('a')], { leaseExpiresAt: second(20) });
    expect(await storage().takeLease(lease('other:1:b', 15))).toMatchObject({ taken: false });
    await storage().takeLease(lease('other:1:b', 30));
    await expect(harvest.save(second(31), [mapped('b')])).rejects.toThrow(LeaseLostError);
    expect(await walk(storage(), {})).toHaveLength(1);
  });
}

function describeSmallThings(storage: () => Storage): void {
  it('keeps the first value of a setting', async () => {
    expect(await storage().findSetting('secret')).toBeUndefined();
    expect(await storage().saveSettingOnce('secret', 'one')).toBe('one');
    expect(await storage().saveSettingOnce('secret', 'two')).toBe('one');
    expect(await storage().findSetting('secret')).toBe('one');
  });

  it('keeps one due time for each job', async () => {
    await storage().saveDueTime({ job: 'b', schedule: '0 2 * * *', dueAt: second(1) });
    await storage().saveDueTime({ job: 'a', schedule: '0 3 * * *', dueAt: second(2) });
    await storage().saveDueTime({ job: 'b', schedule: '0 4 * * *', dueAt: second(3) });
    expect(await storage().listDueTimes()).toEqual([
      { job: 'a', schedule: '0 3 * * *', dueAt: second(2) },
      { job: 'b', schedule: '0 4 * * *', dueAt: second(3) },
    ]);
  });

  it('answers that its schema is current', async () => {
    expect(await storage().ping()).toMatchObject({ current: true });
  });
}
