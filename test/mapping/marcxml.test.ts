import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { createCoverage } from '../../src/mapping/coverage.ts';
import { testGolden } from '../../src/mapping/golden.ts';
import { loadMappings } from '../../src/mapping/load-mappings.ts';
import type { InputMapping, MappingSet } from '../../src/mapping/mapping.ts';
import { testMapping } from '../../src/mapping/test-mapping.ts';
import { readXml } from '../../src/xml/read-payload.ts';
import { loadFiles, mapTree, problemsOf } from './mapping-folder.ts';

const FOLDER = fileURLToPath(new URL('../../mappings', import.meta.url));
const HEAD = `mapping: marc
from: { format: marcxml, root: 'marc:record' }
to: canonical/1
ns: { marc: 'http://www.loc.gov/MARC21/slim' }
`;

let mappings: MappingSet;
beforeAll(async () => {
  mappings = await loadMappings(FOLDER);
});

describe.each(['marcxml', 'marcxml-plain', 'marcxml-collection', 'marcxchange'])('the mapping "%s"', (id) => {
  test('passes every inline test', () => {
    expect(testMapping(mappings.inputs.get(id)!).filter(({ ok }) => !ok)).toEqual([]);
  });
});

test('every golden MARC record becomes what was expected of it', () => {
  const results = testGolden(mappings.inputs.get('marcxml')!, { folder: FOLDER, update: false });
  expect(results.length).toBeGreaterThan(8);
  expect(results.filter(({ ok }) => !ok)).toEqual([]);
});

describe('a mapping of MARC', () => {
  test('has to quote its tags', async () => {
    const [problem] = await problemsOf({
      'marc.yaml': `${HEAD}rules: [{ id: isbn, each: 020, to: notes }]\n`,
    });
    expect(problem).toContain('quote MARC tags');
  });

  test('is told where a path is wrong', async () => {
    const [problem] = await problemsOf({
      'marc.yaml': `${HEAD}rules: [{ id: title, from: 245$, to: edition }]\n`,
    });
    expect(problem).toContain('the path "245$" is wrong at its end: a subfield code is expected');
  });

  test('still knows variables, which begin like subfields', async () => {
    const mapping = await marc(
      `rules: [{ id: a, from: $header.identifier, to: edition }, { id: b, from: $a, to: frequency }]`,
    );
    expect(mapTree(record(''), mapping)).toMatchObject({
      description: { edition: 'oai:example.org:1' },
    });
  });

  test('sees fields in another script as their own only where it declares the links', async () => {
    const twin = record(
      '<datafield tag="880"><subfield code="6">250-00</subfield><subfield code="a">x</subfield></datafield>',
    );
    const rule = `rules: [{ id: a, from: '250$a', to: edition }]`;
    const linked = await marc(`linked: { script: '880', via: $6 }\n${rule}`);
    const plain = await marc(rule);
    expect(mapTree(twin, linked)).toMatchObject({ description: { edition: 'x' } });
    expect(mapTree(twin, plain)).not.toHaveProperty('description.edition');
  });

  test('asks for the tag of a field by the field that it stands for', async () => {
    const mapping = await marc(
      `linked: { script: '880', via: $6 }\nrules: [{ id: a, each: '250', when: { tag: '250' }, use: trim, to: edition }]`,
    );
    const twin = record('<datafield tag="880"><subfield code="6">250-00</subfield></datafield>');
    expect(mapTree(twin, mapping)).toMatchObject({ description: { edition: '250-00' } });
  });

  test('is told of unmapped fields by tag and code', async () => {
    const mapping = await marc(`rules: [{ id: a, from: '245$a', to: edition }]`);
    const coverage = createCoverage(mapping);
    const root = record(
      '<controlfield tag="001">1</controlfield><datafield tag="245" ind1="1"><subfield code="a">x</subfield><subfield code="b">y</subfield></datafield>',
    );
    mapTree(root, mapping, { coverage });
    expect(coverage.report().unmapped.map(({ path }) => path)).toEqual(['001', '245$b', '245@ind1']);
  });

  test('keeps what waits for a list step in an object that nothing else made', async () => {
    const mapping = await marc(
      `rules: [{ id: a, each: '655$a', to: type.genres, set: { label: { from: . } }, after: [dedupe] }]`,
    );
    const genre = '<datafield tag="655"><subfield code="a">Maps</subfield></datafield>';
    expect(mapTree(record(genre + genre), mapping)).toMatchObject({
      description: { type: { genres: [{ label: 'Maps' }] } },
    });
  });
});

async function marc(rest: string): Promise<InputMapping> {
  const { inputs } = await loadFiles({ 'marc.yaml': `${HEAD}${rest}\n` });
  return inputs.get('marc')!;
}

function record(inside: string): ReturnType<typeof readXml> {
  return readXml(`<record xmlns="http://www.loc.gov/MARC21/slim">${inside}</record>`);
}
