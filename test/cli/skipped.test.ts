/** What a mapping leaves out on purpose, from the harvest to the lists: kept, counted apart, and no loss. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HarvestSummary } from '../../src/harvest/outcome.ts';
import type { RemapSummary } from '../../src/harvest/remap-records.ts';
import { dc, someRecords, startSmallRepository, type SmallRepository } from '../support/small-repository.ts';
import { copyMappings, openWorkshop, type Workshop } from './workshop.ts';

let workshop: Workshop;
let repository: SmallRepository;

const OURS = 'oai:garner.localhost.localdomain:small/oai:small.example.org:';
const GUARD =
  '  - { id: scope, when: { matches: [dc:subject, Chess] }, action: skip, code: subject.out-of-scope, message: it is about chess }\n';

const skipChess = (): void =>
  copyMappings(workshop, { 'oai_dc.yaml': (text) => text.replace(/^guards:\n/m, `guards:\n${GUARD}`) });
const skipNothing = (): void => copyMappings(workshop, {});

beforeEach(async () => {
  workshop = openWorkshop();
  const records = someRecords(12);
  for (const i of [1, 2])
    records[i] = { ...records[i]!, metadata: dc(`Title r${i + 1}`, '<dc:subject>Chess</dc:subject>') };
  repository = await startSmallRepository(records);
  workshop.job('small', repository.url);
});

afterEach(async () => {
  await repository.close();
  await workshop.close();
});

/** The identifiers of a list, without what all have. */
const list = async (...argv: string[]): Promise<string[]> => {
  const { value } = await workshop.json<{ identifier: string }[]>('records', 'list', ...argv);
  return value.map(({ identifier }) => identifier.replace(OURS, ''));
};

describe('records that a mapping skips', () => {
  beforeEach(skipChess);

  it('leave a harvest complete, which says how many they are and where', async () => {
    const { code, out } = await workshop.run('harvest', 'small');
    expect(out).toMatch(/^small: complete\. 12 records received: 10 new, 2 skipped \(/);
    expect(out).toContain(
      'Held back with their raw form: 2. To see why: garner records list --job small --status skipped\n',
    );
    expect(code).toBe(0);
  });

  it('are counted by each run that meets them, and by a dry run', async () => {
    const dry = await workshop.json<HarvestSummary[]>('harvest', 'small', '--dry-run');
    expect(dry).toMatchObject({ code: 0, value: [{ outcome: 'complete', received: 12, new: 10, skipped: 2 }] }); // prettier-ignore
    await workshop.run('harvest', 'small');
    const again = await workshop.json<HarvestSummary[]>('harvest', 'small', '--full');
    expect(again).toMatchObject({ code: 0, value: [{ outcome: 'complete', unchanged: 10, skipped: 2, rejected: 0 }] }); // prettier-ignore
  });

  it('are listed with the reason, and kept as they came', async () => {
    await workshop.run('harvest', 'small');
    const { out } = await workshop.run('records', 'list', '--status', 'skipped');
    expect(out).toMatch(new RegExp(`^${OURS}r2 +skipped +\\S+Z +subject\\.out-of-scope: it is about chess$`, 'm')); // prettier-ignore
    expect(await list('--status', 'held')).toEqual(['r2', 'r3']);
    expect(await list('--status', 'rejected')).toEqual([]);
    expect(await list()).toHaveLength(10);
    expect((await workshop.run('records', 'list')).err).toContain('Not listed here: 2 held back;');
    const raw = await workshop.run('records', 'show', `${OURS}r2`, '--as', 'raw');
    expect(raw.out).toContain('<dc:subject>Chess</dc:subject>');
  });

  it('are no loss when a file is mapped by hand either', async () => {
    workshop.write('chess.xml', dc('Openings', '<dc:subject>Chess</dc:subject>'));
    const { code, out, err } = await workshop.run('map', 'run', 'chess.xml', '--mapping', 'oai_dc');
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toContain('chess.xml: skipped: subject.out-of-scope: it is about chess');
  });

  it('do not hide what is lost beside them', async () => {
    repository.records[3] = { ...repository.records[3]!, metadata: dc('') };
    const { code, out } = await workshop.run('harvest', 'small');
    expect(code).toBe(4);
    expect(out).toMatch(
      /^small: complete-with-losses\. 12 records received: 9 new, 1 rejected, 2 skipped \(/,
    );
    expect(out).toMatch(/raw form: 3\. To see why: garner records list --job small --status held$/m);
    expect(await list('--status', 'held')).toEqual(['r2', 'r3', 'r4']);
    expect(await list('--status', 'rejected')).toEqual(['r4']);
    expect(await list('--status', 'skipped')).toEqual(['r2', 'r3']);
  });

  it('have a column of their own where jobs and runs tell what is held', async () => {
    repository.records[3] = { ...repository.records[3]!, metadata: dc('') };
    await workshop.run('harvest', 'small');
    const jobs = await workshop.run('jobs');
    expect(jobs.out).toMatch(/ DELETED +HELD +SKIPPED +NEXT RUN\n.* 9 +0 +3 +2 +-$/m);
    const runs = await workshop.run('runs');
    expect(runs.out).toMatch(/ DELETED +HELD +SKIPPED +REQUESTS +ERROR\n.* 12 +9 +0 +0 +3 +2 +\d+$/m);
    expect((await workshop.json('jobs')).value).toMatchObject([{ records: 9, rejected: 1, skipped: 2 }]);
    expect((await workshop.json('runs')).value).toMatchObject([{ counts: { rejected: 1, skipped: 2 } }]);
  });
});

describe('a mapping that begins to skip', () => {
  const served = async (id: string): Promise<string> =>
    (await workshop.run('records', 'show', `${OURS}${id}`, '--as', 'mods')).out;

  beforeEach(async () => {
    skipNothing();
    expect((await workshop.run('harvest', 'small')).code).toBe(0);
    skipChess();
  });

  it('leaves what is served as it was, whether the store is mapped again or the record comes again', async () => {
    const before = await served('r2');
    expect(before).toContain('Title r2');
    const { code, out } = await workshop.run('remap');
    expect(out).toBe('small: 12 records mapped again: 0 changed, 10 unchanged, 2 held back (2 of them skipped).\n'); // prettier-ignore
    expect(code).toBe(0);
    expect((await workshop.json<HarvestSummary[]>('harvest', 'small', '--full')).value).toMatchObject([{ outcome: 'complete', unchanged: 10, skipped: 2 }]); // prettier-ignore
    expect(await served('r2')).toBe(before);
    expect(await list('--status', 'active')).toHaveLength(12);
  });

  it('maps what it skipped again when it no longer does', async () => {
    await workshop.run('remap');
    skipNothing();
    const { code, value } = await workshop.json<RemapSummary[]>('remap');
    expect({ code, value }).toMatchObject({ code: 0, value: [{ held: 0, skipped: 0 }] });
    expect(await list('--status', 'held')).toEqual([]);
  });

  it('ends mapping again with losses only when something else is held', async () => {
    copyMappings(workshop, { 'oai_dc.yaml': (text) => text.replace(/^guards:\n/m, `guards:\n${GUARD.replace('skip,', 'reject,')}`) }); // prettier-ignore
    const { code, value } = await workshop.json<RemapSummary[]>('remap', '--dry-run');
    expect({ code, value }).toMatchObject({ code: 4, value: [{ held: 2, skipped: 0 }] });
  });
});
