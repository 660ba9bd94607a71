import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dc, someRecords, startSmallRepository, type SmallRepository } from '../support/small-repository.ts';
import { copyMappings, openWorkshop, type Workshop } from './workshop.ts';

let workshop: Workshop;
let repository: SmallRepository;

const OURS = 'oai:garner.localhost.localdomain:small/oai:small.example.org:';

beforeEach(async () => {
  workshop = openWorkshop();
  const records = someRecords(12);
  records[1] = { ...records[1]!, metadata: dc('') };
  records[2] = { ...records[2]!, metadata: '<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"><a></b></oai_dc:dc>' }; // prettier-ignore
  const { identifier, datestamp } = records[3]!;
  records[3] = { identifier, datestamp };
  records[4] = { ...records[4]!, metadata: dc('An &lt;escape&gt; \u009b31m sequence\u2028and a title that goes on and on, longer than a table has room for') }; // prettier-ignore
  repository = await startSmallRepository(records);
  workshop.job('small', repository.url);
  expect((await workshop.run('harvest', 'small')).code).toBe(4);
});

afterEach(async () => {
  await repository.close();
  await workshop.close();
});

interface Row {
  readonly identifier: string;
  readonly status: string;
  readonly problem: string;
  readonly title: string;
}

const list = async (...argv: string[]): Promise<Row[]> =>
  (await workshop.json<Row[]>('records', 'list', ...argv)).value;

describe('garner records list', () => {
  it('lists what is served, and says how many records are held back', async () => {
    const { out, err } = await workshop.run('records', 'list');
    const lines = out.trimEnd().split('\n');
    expect(lines).toHaveLength(1 + 10);
    expect(lines[0]).toMatch(/^IDENTIFIER +STATUS +CHANGED +TITLE +DOUBTS$/);
    expect(lines[1]).toMatch(new RegExp(`^${OURS}r1 +active +\\S+Z +Title r1$`));
    expect(err).toMatch(/Not listed here: 2 held back; --status held shows them with the reasons\./);
  });

  it('lists records held back with the reasons', async () => {
    const { out } = await workshop.run('records', 'list', '--status', 'held');
    expect(out).toMatch(/^IDENTIFIER +STATUS +HELD SINCE +REASON\n/);
    expect(out).toMatch(
      new RegExp(`^${OURS}r2 +rejected +\\S+Z +title\\.missing: the record has no dc:title$`, 'm'),
    );
    expect(out).toMatch(new RegExp(`^${OURS}r3 +quarantined +\\S+Z +metadata\\.malformed: .+$`, 'm'));
    expect((await list('--status', 'rejected')).map(({ identifier }) => identifier)).toEqual([`${OURS}r2`]);
    expect((await list('--status', 'quarantined')).map(({ identifier }) => identifier)).toEqual([
      `${OURS}r3`,
    ]);
  });

  it('selects by state, job, set and date', async () => {
    expect(await list('--status', 'deleted')).toMatchObject([{ identifier: `${OURS}r4`, status: 'deleted' }]);
    expect(await list('--status', 'active')).toHaveLength(9);
    expect(await list('--job', 'small')).toHaveLength(10);
    expect(await list('--set', 'small')).toContainEqual(expect.objectContaining({ identifier: `${OURS}r1` }));
    expect(await list('--set', 'other')).toEqual([]);
    expect(await list('--until', '2020-01-01')).toEqual([]);
    expect(await list('--from', '2020-01-01')).toHaveLength(10);
  });

  it('says when there are more than were asked for', async () => {
    const { err } = await workshop.run('records', 'list', '--limit', '3');
    expect(err).toMatch(/These are the first 3; --limit shows more\./);
    expect(await list('--limit', '3')).toHaveLength(3);
  });

  it('lets no record speak to the terminal', async () => {
    const { out } = await workshop.run('records', 'list');
    expect(out).toMatch(/An <escape> 31m sequence and a title that goes on and on, lo?n?.*…/);
    expect(out).not.toMatch(/[\u0080-\u009f\u2028]/);
  });

  it.each([
    [['--job', 'smal'], /there is no job "smal" \(did you mean "small"\?\)/],
    [['--from', 'May'], /"May" is not a date/],
    [['--status', 'held', '--set', 'x'], /records held back have no set and no datestamp of ours/],
  ])('%j is refused with exit code 2', async (argv, message) => {
    const { code, out, err } = await workshop.run('records', 'list', ...argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
  });
});

describe('garner records show', () => {
  it.each([`${OURS}r1`, 'small/oai:small.example.org:r1', 'oai:small.example.org:r1'])(
    'finds a record by %s',
    async (identifier) => {
      const { code, out } = await workshop.run('records', 'show', identifier);
      expect(code).toBe(0);
      expect(JSON.parse(out)).toMatchObject({ titles: [{ title: 'Title r1' }] });
    },
  );

  it.each([
    ['raw', /^<oai_dc:dc [^>]*><dc:title>Title r1<\/dc:title><\/oai_dc:dc>$/m],
    ['oai_dc', /<dc:title[^>]*>Title r1<\/dc:title>/],
    ['mods', /<mods:title>Title r1<\/mods:title>/],
    [
      'explain',
      /^titles\[0\]\.title: "Title r1"\n {2}from \/dc\/title\[1\] by rule ".+" \(.*oai_dc\.yaml:\d+:\d+\), certain$/m,
    ],
  ])('shows it as %s', async (form, text) => {
    const { code, out } = await workshop.run('records', 'show', `${OURS}r1`, '--as', form);
    expect(code).toBe(0);
    expect(out).toMatch(text);
  });

  it('gives XML in a JSON object with --json', async () => {
    const { value } = await workshop.json('records', 'show', `${OURS}r1`, '--as', 'mods');
    expect(value).toEqual({ identifier: `${OURS}r1`, as: 'mods', xml: expect.stringContaining('<mods:title>Title r1</mods:title>') as string }); // prettier-ignore
  });

  it('shows what was received of a record held back, and says why it has nothing else', async () => {
    const raw = await workshop.run('records', 'show', `${OURS}r3`, '--as', 'raw');
    expect(raw.out).toContain('<a></b>');
    const { code, out, err } = await workshop.run('records', 'show', `${OURS}r3`, '--as', 'mods');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(
      /this record is quarantined and has no mods form \(metadata\.malformed: .*\); --as raw shows what was received/,
    );
  });

  it('explains why a record was rejected', async () => {
    const { code, out } = await workshop.run('records', 'show', `${OURS}r2`, '--as', 'explain');
    expect(code).toBe(0);
    expect(out).toMatch(/^rejected: title\.missing: the record has no dc:title$/m);
  });

  it('says where to look when there is no such record', async () => {
    const { code, err } = await workshop.run('records', 'show', 'small/nothing');
    expect(code).toBe(2);
    expect(err).toMatch(/there is no record "small\/nothing"; garner records list/);
  });
});

describe('garner remap', () => {
  it('has nothing to do while mappings are as they were', async () => {
    const { code, out } = await workshop.run('remap');
    expect(code).toBe(0);
    expect(out).toBe('small: nothing to do; every record is as today’s mapping makes it.\n');
  });

  it('maps records again whose mapping has changed, without asking the repository', async () => {
    const before = await list();
    const requests = repository.requests.length;
    // Titles lose their script.
    copyMappings(workshop, {
      'oai_dc.yaml': (text) => text.replace(/^ +script: \{ from: \., use: detect_script \}\n/m, ''),
    });
    const dry = await workshop.run('remap', '--dry-run');
    expect(dry.out).toMatch(/^small: \d+ records would be mapped again: 9 would be changed, /);
    expect(await list()).toEqual(before);

    const { out } = await workshop.run('remap');
    expect(out).toMatch(/^small: \d+ records mapped again: 9 changed, /);
    const mods = await workshop.run('records', 'show', `${OURS}r1`, '--as', 'mods');
    expect(mods.out).toMatch(/<mods:titleInfo><mods:title>Title r1/);
    expect((await workshop.run('remap')).out).toMatch(/^small: nothing to do/);
    expect(repository.requests).toHaveLength(requests);
  });

  it('leaves records alone whose output stays the same, as the dry run says', async () => {
    const before = await list();
    copyMappings(workshop, {
      'oai_dc.yaml': (text) => text.replace('{ else: alternative }', '{ else: other }'),
    });
    const dry = await workshop.run('remap', '--dry-run');
    expect(dry.out).toMatch(/ 0 would be changed, 9 unchanged, /);
    expect((await workshop.run('remap')).out).toMatch(/ 0 changed, 9 unchanged, /);
    expect(await list()).toEqual(before);
  });

  const job = (more: string): void =>
    workshop.job('small', repository.url, `politeness: { retries: 0 }\n${more}`);
  const stamps = async (): Promise<string[]> =>
    workshop.withStore(async (storage) => {
      const details = await storage.listDetails({ limit: 99 });
      return details.map(({ key, stamp }) => `${key.job}/${key.identifier} ${stamp}`);
    });

  it('maps the records of a job again that got another title, and no others', async () => {
    workshop.job('other', repository.url);
    await workshop.run('harvest', 'other');
    job('title: The Small Repository');
    const dry = await workshop.run('remap', '--dry-run');
    const other = 'other: nothing to do; every record is as today’s mapping makes it.\n';
    expect(dry.out).toBe(`${other}small: 11 records would be mapped again: 9 would be changed, 0 unchanged, 2 would be held back.\n`); // prettier-ignore
    const before = await stamps();
    const requests = repository.requests.length;

    const { out } = await workshop.run('remap');
    expect(out).toBe(`${other}small: 11 records mapped again: 9 changed, 0 unchanged, 2 held back.\n`);
    const mods = await workshop.run('records', 'show', `${OURS}r1`, '--as', 'mods');
    expect(mods.out).toContain('<mods:recordContentSource>The Small Repository</mods:recordContentSource>');
    const kept = await stamps();
    expect(before.filter((line) => !kept.includes(line)).every((line) => line.startsWith('small/'))).toBe(true); // prettier-ignore
    expect(before.filter((line) => !kept.includes(line))).toHaveLength(9);
    expect((await workshop.run('remap')).out).toMatch(/^small: nothing to do/m);
    expect(repository.requests).toHaveLength(requests);
  });

  it('takes no title for another one: its name is what a job without any is called', async () => {
    job('title: small');
    expect((await workshop.run('remap')).out).toMatch(/^small: nothing to do/);
    job('title: small\nschedule: "@daily"\nenabled: false');
    expect((await workshop.run('remap')).out).toMatch(/^small: nothing to do/);
  });

  it('maps records again whose job runs other software, and moves none whose output stays the same', async () => {
    const before = await stamps();
    job('software: dspace');
    expect((await workshop.run('remap', '--dry-run')).out).toMatch(/ 0 would be changed, 9 unchanged, /);
    expect((await workshop.run('remap')).out).toMatch(/^small: 11 records mapped again: 0 changed, 9 unchanged, 2 held/); // prettier-ignore
    expect(await stamps()).toEqual(before);
    expect((await workshop.run('remap')).out).toMatch(/^small: nothing to do/);
  });

  it('is not needed for records that a harvest meets: they are mapped again there', async () => {
    const summaryOf = async () => (await workshop.run('harvest', 'small', '--full')).out;
    job('software: dspace');
    const before = await stamps();
    expect(await summaryOf()).toMatch(/12 records received: 10 unchanged, 1 quarantined, 1 rejected /);
    expect(await stamps()).toEqual(before);
    job('title: The Small Repository');
    expect(await summaryOf()).toMatch(
      /12 records received: 9 changed, 1 unchanged, 1 quarantined, 1 rejected /,
    );
    expect(await summaryOf()).toMatch(/12 records received: 10 unchanged, 1 quarantined, 1 rejected /);
    expect((await workshop.run('remap')).out).toMatch(/^small: nothing to do/);
  });

  it('refuses a job that is not there', async () => {
    const { code, err } = await workshop.run('remap', '--job', 'smal');
    expect(code).toBe(2);
    expect(err).toMatch(/there is no job "smal" \(did you mean "small"\?\)/);
  });
});
