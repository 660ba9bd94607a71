/** Declared sets on the command line: the file is checked with all others, remap sorts. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RemapSummary } from '../../src/harvest/remap-records.ts';
import { someRecords, startSmallRepository, type SmallRepository } from '../support/small-repository.ts';
import { openWorkshop, type Workshop } from './workshop.ts';

let workshop: Workshop;
let repository: SmallRepository;

const SETS = `sets:
  - { spec: ones, name: With a one, when: { matches: [titles.title, '1'] } }
  - { spec: all:small, name: All, when: { source: { id: [small] } } }
`;

beforeEach(async () => {
  workshop = openWorkshop();
  repository = await startSmallRepository(someRecords(12));
  workshop.job('small', repository.url);
  workshop.write('garner.yaml', 'log: { level: silent }\nprovider: { sets: sets.yaml }\n');
});

afterEach(async () => {
  await repository.close();
  await workshop.close();
});

const list = async (set: string): Promise<string[]> => {
  const { value } = await workshop.json<{ identifier: string }[]>('records', 'list', '--set', set);
  return value.map(({ identifier }) => identifier.split(':').at(-1)!);
};

describe('the set file', () => {
  it.each([[['jobs', 'check']], [['map', 'check']], [['harvest', 'small']], [['remap']]])(
    'is checked by %j with all other files',
    async (argv) => {
      workshop.write('sets.yaml', SETS.replace('titles.title', 'titles.titel'));
      workshop.job('small', repository.url, 'schedule: "61 * * * *"');
      const { code, out, err } = await workshop.run(...argv);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(/^jobs\/small\.yaml:2:11 error /m);
      expect(err).toMatch(/^sets\.yaml:2:55 error path\.unknown: .*\(did you mean "title"\?\)$/m);
      expect(workshop.has('data')).toBe(false);
    },
  );

  it('may not declare the set of a job, and need not declare what is above a set', async () => {
    workshop.write('sets.yaml', SETS);
    const { code, out, err } = await workshop.run('jobs', 'check');
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^In order: 1 jobs, \d+ mappings, 2 sets\.\n$/) as string }); // prettier-ignore
    expect(err).toMatch(/^sets\.yaml:3:13 warn set\.above: spec: "all", above it, is not declared/);
    workshop.write('sets.yaml', SETS.replace('ones', 'small'));
    expect((await workshop.run('jobs', 'check')).err).toMatch(/^sets\.yaml:2:13 error set\.job: /m);
  });

  it('that is not there is missed', async () => {
    const { code, err } = await workshop.run('jobs', 'check');
    expect(code).toBe(2);
    expect(err).toMatch(/^sets\.yaml:1:1 error sets\.unreadable: there is no such file; provider\.sets /m);
  });

  it('that comes with Garner is in order here, too', async () => {
    workshop.write('sets.yaml', readFileSync(fileURLToPath(new URL('../../sets.yaml', import.meta.url)), 'utf8')); // prettier-ignore
    expect(await workshop.run('jobs', 'check')).toMatchObject({ code: 0, err: '' });
  });
});

describe('garner remap', () => {
  it('counts what a changed set file would change, changes it, and then has nothing to do', async () => {
    workshop.write('sets.yaml', SETS);
    expect((await workshop.run('harvest', 'small')).code).toBe(0);
    expect(await list('ones')).toEqual(['r1', 'r10', 'r11', 'r12']);
    expect(await list('all')).toHaveLength(12);

    workshop.write('sets.yaml', SETS.replace("'1'", "'2'"));
    const dry = await workshop.run('remap', '--dry-run');
    expect(dry).toMatchObject({ code: 0, out: 'small: 12 records would be sorted into sets again: 4 would be changed (4 of them in other sets), 8 unchanged, 0 would be held back.\n' }); // prettier-ignore
    expect(await list('ones')).toHaveLength(4);

    const { code, value } = await workshop.json<RemapSummary[]>('remap');
    expect({ code, value }).toEqual({
      code: 0,
      value: [
        {
          job: 'small',
          mapped: 0,
          sorted: 12,
          changed: 4,
          inOtherSets: 4,
          unchanged: 8,
          held: 0,
          skipped: 0,
        },
      ],
    });
    // r12 stayed where it was; the others moved behind it.
    expect(await list('ones')).toEqual(['r12', 'r2']);
    expect((await workshop.run('remap')).out).toMatch(/^small: nothing to do/);
    expect((await workshop.run('db', 'check')).code).toBe(0);
  });

  it('counts sets among what a changed mapping changes', async () => {
    workshop.write('sets.yaml', SETS);
    await workshop.run('harvest', 'small');
    const { GARNER_MAPPINGS: folder = '' } = workshop.environment;
    for (const file of ['common.yaml', 'oai_dc.yaml', 'out/mods.yaml', 'out/oai_dc.yaml']) {
      workshop.write(`mappings/${file}`, readFileSync(`${folder}/${file}`, 'utf8').replace(/^rules:\n/m, "rules:\n  - { id: extra, const: 'yes', to: toc }\n")); // prettier-ignore
    }
    workshop.write('sets.yaml', SETS.replace("'1'", "'2'"));
    for (const argv of [['remap', '--dry-run'], ['remap']]) {
      const { value } = await workshop.json<RemapSummary[]>(...argv);
      expect(value).toMatchObject([{ mapped: 12, sorted: 0, changed: 12, inOtherSets: 4, held: 0 }]);
    }
    expect(await list('ones')).toEqual(['r2', 'r12']);
  });
});
