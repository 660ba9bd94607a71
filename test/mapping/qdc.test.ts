import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { loadMappings } from '../../src/mapping/load-mappings.ts';
import type { MappingSet } from '../../src/mapping/mapping.ts';
import { testMapping } from '../../src/mapping/test-mapping.ts';

let mappings: MappingSet;
beforeAll(async () => {
  mappings = await loadMappings(fileURLToPath(new URL('../../mappings', import.meta.url)));
});

test.each(['qdc', 'qdc-oclc', 'qdc-epubs', 'qdc-openedition', 'qdc-plain', 'oai_dcterms', 'dcterms'])(
  'every inline test of the mapping "%s" passes',
  (id) => {
    const results = testMapping(mappings.inputs.get(id)!);
    expect(results).not.toEqual([]);
    expect(results.filter(({ ok }) => !ok)).toEqual([]);
  },
);

test.each([
  ['qdc', 'qdc'],
  ['oai_qdc', 'qdc-oclc'],
  ['oai_dcterms', 'oai_dcterms'],
  ['dcterms', 'dcterms'],
  ['qdc_finna', 'qdc-plain'],
])('the metadataPrefix "%s" selects the mapping "%s"', (prefix, id) => {
  const chosen = [...mappings.inputs.values()].filter(({ prefixes }) => prefixes.includes(prefix));
  expect(chosen.map((mapping) => mapping.id)).toEqual([id]);
});
