/** The tools of whoever writes mappings, over files and over the store. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dc, startSmallRepository, type SmallRepository } from '../support/small-repository.ts';
import { copyMappings, openWorkshop, type Workshop } from './workshop.ts';

const PATIENCE = { timeout: 120_000 };

let workshop: Workshop;
let repository: SmallRepository;

const RECORD = dc(
  'Seobe : roman',
  '<dc:subject>A; B</dc:subject><dc:identifier>10.1234/abc</dc:identifier><dc:foo>zzz</dc:foo>',
);

beforeEach(async () => {
  workshop = openWorkshop();
  copyMappings(workshop, {});
  repository = await startSmallRepository(
    [RECORD, dc('Seobe', '<dc:foo>z2</dc:foo>'), dc('')].map((metadata, i) => ({
      identifier: `oai:small.example.org:r${i + 1}`,
      datestamp: `2024-01-0${i + 1}T00:00:00Z`,
      metadata,
    })),
  );
  workshop.job('small', repository.url);
});

afterEach(async () => {
  await workshop.close();
  await repository.close();
});

/** Changes the mapping in the workshop. */
const edit = (change: (text: string) => string): void =>
  workshop.write(
    'mappings/oai_dc.yaml',
    change(readFileSync(join(workshop.folder, 'mappings/oai_dc.yaml'), 'utf8')),
  );

/** Puts a rule before the rule for titles. */
const withRule = (rule: string) => (text: string) => text.replace(/^rules:\n/m, `rules:\n${rule}\n`);

interface Coverage {
  readonly mapping: string;
  readonly records: number;
  readonly notMapped: Readonly<Record<string, number>>;
  readonly values: { readonly occurrences: number; readonly unmapped: number };
  readonly unmapped: readonly object[];
  readonly rulesNeverFired: readonly string[];
  readonly routeCasesNeverFired: readonly string[];
  readonly branchesNeverTaken: readonly object[];
  readonly tables: readonly { readonly table: string; readonly neverUsed: readonly string[] }[];
  readonly misses: readonly object[];
}

describe('garner map coverage', PATIENCE, () => {
  it('counts over the store what is not read, what never fires, and what is held back', async () => {
    await workshop.run('harvest', 'small');
    const { code, value } = await workshop.json<Coverage[]>('map', 'coverage', 'oai_dc', '--job', 'small');
    expect(code).toBe(0);
    const [report] = value;
    expect(report).toMatchObject({
      mapping: 'oai_dc',
      records: 2,
      notMapped: { rejected: 1 },
      unmapped: [{ path: '/dc/foo', occurrences: 2, records: 2, recordShare: 100, samples: ['zzz', 'z2'] }],
    });
    expect(report!.rulesNeverFired).toContain('publisher');
    expect(report!.rulesNeverFired).not.toContain('title');
    expect(report!.routeCasesNeverFired).toContain('identifier/isbn');
    expect(report!.routeCasesNeverFired).not.toContain('identifier/doi');
    const { out } = await workshop.run('map', 'coverage');
    expect(out).toMatch(/^oai_dc: 2 records mapped; not mapped: 1 rejected\n {2}6 values: 66\.67 % mapped/);
    expect(out).toMatch(/^ {4}\/dc\/foo +2 +2 +100 +zzz \| z2$/m);
  });

  it('counts branches, entries and misses of tables over files and folders', async () => {
    workshop.write('records/a.xml', dc('A', '<dc:format>pdf</dc:format>'));
    workshop.write('records/deep/b.xml', dc('B', '<dc:format>pdg</dc:format>'));
    workshop.write('records/notes.md', 'no record');
    edit(
      (text) =>
      withRule(
        '  - { id: kinds, from: dc:format, use: { lookup: kinds }, to: toc }\n  - { id: which, case: [{ when: { exists: dc:format }, then: { const: x } }, { else: { const: y } }], to: audience }',
      )(text).replace(/^tables:\n/m, 'tables:\n  kinds: { inline: { pdf: book, doc: text }, onMiss: warn }\n'), // prettier-ignore
    );
    const { value } = await workshop.json<Coverage[]>('map', 'coverage', 'records', '--mapping', 'oai_dc');
    expect(value[0]).toMatchObject({ records: 2, notMapped: {} });
    expect(value[0]!.branchesNeverTaken).toContainEqual({
      at: expect.stringMatching(/^mappings\/oai_dc\.yaml:\d+:\d+$/) as string,
      when: 'else',
    });
    expect(value[0]!.tables.find(({ table }) => table === 'kinds')).toMatchObject({
      entries: 2,
      neverUsed: ['doc'],
    });
    expect(value[0]!.misses).toMatchObject([{ table: 'kinds', key: 'pdg', count: 1, identifier: 'b.xml', suggestion: { key: 'pdf', value: 'book' } }]); // prettier-ignore

    const csv = 'table,value,count,first record,nearest key,its value\r\nkinds,pdg,1,b.xml,pdf,book';
    const printed = await workshop.run('map', 'coverage', 'records', '--mapping', 'oai_dc', '--csv');
    expect(printed.out).toBe(`${csv}\n`);
    await workshop.run('map', 'coverage', 'records', '--mapping', 'oai_dc', '--misses', 'misses.csv');
    expect(readFileSync('misses.csv', 'utf8')).toBe(`${csv}\r\n`);
  });

  it('tells of files that cannot be read, and ends with exit code 4, or 1 when nothing could be', async () => {
    workshop.write('good.xml', RECORD);
    workshop.write('bad.xml', '<a></b>');
    const both = await workshop.run('map', 'coverage', 'good.xml', 'bad.xml', '--mapping', 'oai_dc');
    expect(both).toMatchObject({ code: 4, err: expect.stringMatching(/^bad\.xml: /) as string });
    expect((await workshop.run('map', 'coverage', 'bad.xml', '--mapping', 'oai_dc')).code).toBe(1);
    const gone = await workshop.run('map', 'coverage', 'gone.xml', '--mapping', 'oai_dc');
    expect(gone).toMatchObject({ code: 2, err: 'garner: gone.xml: there is no such file\n' });
  });
});

describe('garner map explain', PATIENCE, () => {
  const explain = (...more: string[]) =>
    workshop.run('map', 'explain', 'one.xml', '--mapping', 'oai_dc', ...more);

  it('shows a value step by step, with what each step gave', async () => {
    workshop.write('one.xml', RECORD);
    const { code, out } = await explain('--path', 'titles[0].subtitle');
    expect(code).toBe(0);
    expect(out).toMatch(
      /^titles\[0\]\.subtitle: "roman"\n {2}from \/dc\/title\[1\] by rule "title" \(mappings\/oai_dc\.yaml:\d+:\d+\), certain\n {4}"Seobe : roman"\n {4}→ .*trim: unchanged\n {4}→ split_title: \{"title":"Seobe","subtitle":"roman"\}\n$/,
    );
  });

  it('shows where each element went, or that no rule reads it', async () => {
    workshop.write('one.xml', RECORD);
    const subject = await explain('--input', 'dc:subject[1]');
    expect(subject.out).toMatch(/^\/dc\/subject\[1\]: "A; B"\n {2}→ subjects\[0\]\.label: "A" by rule "subject\/keyword" \(.*\), certain\n {2}→ subjects\[1\]\.label: "B"/); // prettier-ignore
    expect((await explain('--input', 'dc:foo')).out).toBe('/dc/foo[1]: "zzz"\n  no rule reads it\n');
  });

  it('names the line that ignores an element, the step that drops it, and the issue it gave rise to', async () => {
    edit((text) =>
      withRule(
        '  - { id: gone, from: dc:format, use: placeholder, to: toc }\n  - { id: bad, from: dc:rights, use: { lookup: kinds }, to: toc }',
      )(text)
        .replace(/^tables:\n/m, 'tables:\n  kinds: { inline: { x: y }, onMiss: warn }\n')
        .replace(/^ignore:\n/m, 'ignore:\n  - dc:foo\n'),
    );
    workshop.write(
      'one.xml',
      dc('A', '<dc:foo>z</dc:foo><dc:format>none</dc:format><dc:rights>q</dc:rights>'),
    );
    expect((await explain('--input', 'dc:foo')).out).toMatch(/^ {2}ignored on purpose: "ignore" names it at mappings\/oai_dc\.yaml:\d+:\d+$/m); // prettier-ignore
    expect((await explain('--input', 'dc:format')).out).toMatch(/^ {2}dropped by step "placeholder" of rule "gone" \(.*\): "none"$/m); // prettier-ignore
    expect((await explain('--input', 'dc:rights')).out).toMatch(/^ {2}warn table\.miss: .*"q" \(\/dc\/rights\[1\], rule "bad" /m); // prettier-ignore
  });

  it('names the guard that decided about a record of the store', async () => {
    await workshop.run('harvest', 'small');
    const { code, out } = await workshop.run('map', 'explain', '--record', 'small/oai:small.example.org:r3', '--input', 'dc:title'); // prettier-ignore
    expect(code).toBe(0);
    expect(out).toMatch(/^ {2}rejected: title\.missing: .* \(guard ".+" \(mappings\/oai_dc\.yaml:\d+:\d+\)\)$/m); // prettier-ignore
    const { value } = await workshop.json<{ values: object[] }>('map', 'explain', '--record', 'small/oai:small.example.org:r1', '--path', 'titles'); // prettier-ignore
    expect(value.values).toContainEqual(
      expect.objectContaining({ path: 'titles[0].title', value: 'Seobe', in: ['/dc/title[1]'], raw: 'Seobe : roman' }), // prettier-ignore
    );
  });

  it('suggests the value or the element that was meant', async () => {
    workshop.write('one.xml', RECORD);
    const path = await explain('--path', 'titles[0].subtitel');
    expect(path).toMatchObject({ code: 2, err: expect.stringMatching(/no value at "titles\[0\]\.subtitel" \(did you mean "titles\[0\]\.subtitle"\?\)/) as string }); // prettier-ignore
    const input = await explain('--input', 'dc:subjcet');
    expect(input).toMatchObject({ code: 2, err: expect.stringMatching(/nothing in this record is at "dc:subjcet" \(did you mean "subject"\?\)/) as string }); // prettier-ignore
  });
});

describe('garner map diff', PATIENCE, () => {
  interface Diff {
    readonly records: number;
    readonly changes: readonly { path: string; kind: string; count: number; examples: object[] }[];
  }
  const older = (text: string): string => withRule('  - { id: extra, from: dc:foo, to: toc }')(text);

  it('says what today’s mapping changes of what the store holds, by kind, with examples', async () => {
    await workshop.run('harvest', 'small');
    expect((await workshop.run('map', 'diff', 'oai_dc')).out).toMatch(/^oai_dc against what the store holds: 3 records: 0 changed, 2 unchanged, 1 rejected as before$/m); // prettier-ignore
    edit(older);
    const { code, out } = await workshop.run('map', 'diff', 'oai_dc');
    expect(code).toBe(0);
    expect(out).toMatch(/: 3 records: 2 changed, 0 unchanged, 1 rejected as before\n {2}added: toc\[\] \(in 2 records\)\n {4}oai:small\.example\.org:r1\n {6}\+ "zzz"\n/); // prettier-ignore
    expect((await workshop.run('remap', '--dry-run')).out).toContain('2 would be changed');
  });

  it('compares with a revision of git, and with a file, whose tables may be in YAML', async () => {
    workshop.write('mappings/tables/words.yaml', 'zzz: sleep\n');
    edit((text) => withRule('  - { id: word, from: dc:title, use: { lookup: words }, to: audience }')(text).replace('\ntables:\n', '\ntables:\n  words: { file: tables/words.yaml, onMiss: drop }\n')); // prettier-ignore
    await workshop.run('harvest', 'small');
    const git = (...args: string[]) => execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args], { cwd: workshop.folder }); // prettier-ignore
    git('init', '-q');
    git('add', 'mappings');
    git('commit', '-q', '-m', 'mappings');
    workshop.write('old/oai_dc.yaml', readFileSync('mappings/oai_dc.yaml', 'utf8'));
    edit((text) => older(text).replace('- { id: extra', '- { id: other').replace('from: dc:foo, to: toc', 'from: dc:title, to: toc')); // prettier-ignore
    for (const against of ['HEAD', 'old/oai_dc.yaml']) {
      const { value } = await workshop.json<Diff>(
        'map',
        'diff',
        'oai_dc',
        '--against',
        against,
        '--limit',
        '1',
      );
      expect(value).toMatchObject({
        records: 1,
        changes: [{ path: 'toc[]', kind: 'added', count: 1, examples: [{ identifier: 'oai:small.example.org:r1', after: 'Seobe : roman' }] }], // prettier-ignore
      });
    }
    const unknown = await workshop.run('map', 'diff', 'oai_dc', '--against', 'no-such-branch');
    expect(unknown).toMatchObject({ code: 2, err: 'garner: --against "no-such-branch": there is neither such a file nor such a revision\n' }); // prettier-ignore
  });

  it('says that a folder is no git checkout', async () => {
    const { code, err } = await workshop.run('map', 'diff', 'oai_dc', '--against', 'HEAD');
    expect(code).toBe(2);
    expect(err).toMatch(/--against "HEAD": there is no such file, and .*mappings is not in a git checkout/);
  });

  it('counts records that today’s mapping rejects, or accepts again', async () => {
    await workshop.run('harvest', 'small');
    edit((text) => text.replace(/^guards:\n/m, "guards:\n  - { id: no-foo, when: { exists: dc:foo }, action: reject }\n")); // prettier-ignore
    const { out } = await workshop.run('map', 'diff', 'oai_dc');
    expect(out).toMatch(
      /2 newly rejected, 1 rejected as before\n {2}newly rejected: no-foo \(in 2 records\)/,
    );
  });
});
