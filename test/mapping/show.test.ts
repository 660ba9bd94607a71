import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadMappings } from '../../src/mapping/load-mappings.ts';
import { readXml } from '../../src/xml/read-payload.ts';
import { dc } from '../support/small-repository.ts';
import { mapTree } from './mapping-folder.ts';
import { showResolved } from '../../src/mapping/show.ts';

const SOURCE = `mapping: sources/x
extends: oai_dc
vars: { dayFirst: true }
override:
  type:
    pre: [{ pipe: clean }, trim_brackets]
disable: [coverage]
before:
  publisher: [{ id: portal, const: A portal, to: recordInfo.contentSource }]
  type/coar:
    - { id: chapter, use: { extract: { re: '^Прилог$' } }, to: notes }
severity: { language.unknown: info }
`;

const MAPPINGS = fileURLToPath(new URL('../../mappings', import.meta.url));

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'garner-show-')), 'mappings');
  mkdirSync(join(folder, 'sources'), { recursive: true });
  for (const name of ['common.yaml', 'oai_dc.yaml']) copyFileSync(join(MAPPINGS, name), join(folder, name));
  writeFileSync(join(folder, 'sources/x.yaml'), SOURCE);
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

it('says of each part from which file and line it comes', async () => {
  const text = (await showResolved(folder, 'sources/x'))!;
  expect(text).toMatch(/# from mappings\/common\.yaml:\d+\n {2}clean:/);
  expect(text).toMatch(/# from mappings\/oai_dc\.yaml:\d+\n {2}- id: title\n/);
  expect(text).toMatch(/# from mappings\/sources\/x\.yaml:3\n {2}dayFirst: true\n/);
  expect(text).toMatch(/- id: type\n {4}each: dc:type\n {4}# from mappings\/sources\/x\.yaml:6\n {4}pre: /);
  expect(text).toMatch(/- id: portal\n[\s\S]*- id: publisher\n/);
  expect(text).not.toContain('id: coverage');
});

it('says of each case of a route from which file and line it comes', async () => {
  writeFileSync(
    join(folder, 'sources/x.yaml'),
    `${SOURCE.replace('type:\n', 'type/coar: { warn: type.coar }\n  type:\n')}`,
  );
  const text = (await showResolved(folder, 'sources/x'))!;
  const cases = /each: dc:type\n[\s\S]*?\n {2}(?=\S)/.exec(text)![0];
  expect(cases).toMatch(/ {6}# from mappings\/oai_dc\.yaml:\d+\n {6}- (?:id: version|\{ id: version)/);
  expect(cases).toMatch(/ {6}# from mappings\/sources\/x\.yaml:12\n {6}- (?:id: chapter|\{ id: chapter)/);
  expect(cases).toMatch(
    /# from mappings\/oai_dc\.yaml:\d+\n {6}- id: coar\n[^#]*# from mappings\/sources\/x\.yaml:5\n {8}warn: type\.coar/,
  );
});

it('says from where the severity of a code comes', async () => {
  expect(await showResolved(folder, 'sources/x')).toMatch(
    /\nseverity:\n {2}# from mappings\/sources\/x\.yaml:\d+\n {2}language\.unknown: info\n/,
  );
});

it('is a mapping of its own that does the same', async () => {
  const root = readXml(
    dc('Seobe : roman', '<dc:date>03/04/2010</dc:date><dc:type>[ARTICLE]</dc:type><dc:type>Прилог</dc:type>'),
  );
  const map = async () => mapTree(root, (await loadMappings(folder)).inputs.get('sources/x')!);
  const before = await map();
  writeFileSync(join(folder, 'sources/x.yaml'), (await showResolved(folder, 'sources/x'))!);
  expect(before.kind).toBe('mapped');
  expect(await map()).toEqual(before);
});

it('has how the fields of MARC are linked', async () => {
  for (const name of ['marcxml.yaml', 'marcxml-plain.yaml'])
    copyFileSync(join(MAPPINGS, name), join(folder, name));
  expect(await showResolved(folder, 'marcxml-plain')).toMatch(/^linked:\n {2}script: "880"\n {2}via: \$6\n/m);
});

it('knows only mappings that are there', async () => {
  expect(await showResolved(folder, 'sources/y')).toBeUndefined();
});
