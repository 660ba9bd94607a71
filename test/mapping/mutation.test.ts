/** The mutation check of mappings: what no test would miss is named with its place. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { mutate, readFolder } from '../mutation/survivors.ts';
import { HEAD } from './mapping-folder.ts';

let parent: string | undefined;
afterEach(async () => {
  if (parent !== undefined) await rm(parent, { recursive: true });
  parent = undefined;
});

async function folderOf(files: Readonly<Record<string, string>>): ReturnType<typeof readFolder> {
  parent = await mkdtemp(join(tmpdir(), 'garner-mutation-'));
  const folder = join(parent, 'mappings');
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return readFolder(folder);
}

const RULES = `
tables:
  words: { inline: { open: Open access, closed: Closed access }, onMiss: drop }
rules:
  - { id: title, from: dc:title, to: titles }
  - { id: note, from: dc:description, to: notes }
  - id: type
    each: dc:type
    route:
      - { id: coar, use: coar_type, to: type.coar }
      - { id: genre, else: true, to: type.genres }
  - { id: rights, from: dc:rights, use: { lookup: words }, to: toc }
`;

const TESTS = `
tests:
  - name: a title, a type, and a word of the table
    given: |
      <oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <dc:title>Title</dc:title><dc:type>journal article</dc:type><dc:rights>open</dc:rights>
      </oai_dc:dc>
    expect:
      titles: [{ title: Title }]
      type: { coar: http://purl.org/coar/resource_type/c_6501 }
      toc: [Open access]
`;

test('names the rules, route cases and table entries that no inline test would miss', async () => {
  const folder = await folderOf({ 'dc.yaml': HEAD + RULES + TESTS });

  const { tried, survivors } = mutate('dc', folder);

  expect(tried).toBe(8);
  expect(survivors).toEqual([
    { mapping: 'dc', kind: 'table entry', name: 'words: closed', at: 'mappings/dc.yaml:7:41' },
    { mapping: 'dc', kind: 'rule', name: 'note', at: 'mappings/dc.yaml:10:5' },
    { mapping: 'dc', kind: 'route case', name: 'type/genre', at: 'mappings/dc.yaml:15:9' },
  ]);
});

test('counts the tests of a mapping that extends a shared part for that part', async () => {
  const base = `mapping: base/dc\nabstract: true\n${HEAD.replace(/^mapping.*\n/, '')}${RULES}`;
  const heir = `mapping: dc\nextends: base/dc\n${TESTS}`;
  const folder = await folderOf({ 'base.yaml': base, 'dc.yaml': heir });

  const { survivors } = mutate('base/dc', folder);

  expect(survivors.map(({ name }) => name)).toEqual(['words: closed', 'note', 'type/genre']);
});

test('names the cases that a mapping puts into a route or changes there', async () => {
  const heir = `mapping: heir
extends: dc
override: { type/coar: { warn: type.known } }
before: { type/genre: [{ id: lists, use: { lookup: words }, to: toc }] }
`;
  const folder = await folderOf({ 'dc.yaml': HEAD + RULES + TESTS, 'heir.yaml': heir });

  expect(mutate('heir', folder).survivors).toEqual([
    { mapping: 'heir', kind: 'route case', name: 'type/lists', at: 'mappings/heir.yaml:4:24' },
    { mapping: 'heir', kind: 'route case', name: 'type/coar', at: 'mappings/heir.yaml:3:13' },
  ]);
});
