/** The mappings that come with the package: their own tests, and what selects them. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { loadMappings } from '../../src/mapping/load-mappings.ts';
import type { MappingSet } from '../../src/mapping/mapping.ts';
import { testMapping } from '../../src/mapping/test-mapping.ts';

const FOLDER = fileURLToPath(new URL('../../mappings', import.meta.url));
const SHARED = ['common', 'dc-terms'];
const IDS = [...readdirSync(FOLDER), ...readdirSync(`${FOLDER}/flavours`).map((name) => `flavours/${name}`)]
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.replace('.yaml', ''))
  .filter((id) => !SHARED.includes(id));

let mappings: MappingSet;
beforeAll(async () => {
  mappings = await loadMappings(FOLDER);
});

test.each(IDS)('the mapping "%s" carries tests, and passes them', (id) => {
  const results = testMapping(mappings.inputs.get(id)!);
  expect(results).not.toEqual([]);
  expect(results.filter(({ ok }) => !ok)).toEqual([]);
});

test('nothing is doubtful about any of them', () => {
  expect(mappings.warnings).toEqual([]);
});

test.each([
  ['oai_dc', 'oai_dc'],
  ['qdc', 'qdc'],
  ['oai_qdc', 'qdc-oclc'],
  ['oai_dcterms', 'oai_dcterms'],
  ['dcterms', 'dcterms'],
  ['qdc_finna', 'qdc-plain'],
  ['mods', 'mods'],
  ['marc21', 'marcxml'],
  ['marcxml', 'marcxml'],
  ['datacite', 'datacite'],
  ['oai_datacite', 'oai_datacite'],
  ['oai_datacite3', 'oai_datacite-3'],
  ['datacite3', 'datacite-3'],
  ['oai_openaire', 'oai_openaire'],
  ['edm', 'edm'],
  ['jats', 'jats'],
  ['lido', 'lido'],
  ['dim', 'dim'],
  ['xoai', 'xoai'],
  ['oai_etdms', 'etdms'],
  ['uketd_dc', 'uketd_dc'],
  ['arXiv', 'arXiv'],
  ['arXivRaw', 'arXivRaw'],
])('the metadataPrefix "%s" selects the mapping "%s"', (prefix, id) => {
  const chosen = [...mappings.inputs.values()].filter(({ prefixes }) => prefixes.includes(prefix));
  expect(chosen.map((mapping) => mapping.id)).toEqual([id]);
});

test('a flavour is chosen by name only, and reads what oai_dc reads', () => {
  const oaiDc = mappings.inputs.get('oai_dc')!;
  const flavours = [...mappings.inputs.values()].filter(({ id }) => id.startsWith('flavours/'));
  expect(flavours.map(({ id }) => id.replace('flavours/', '')).sort()).toEqual(['contentdm', 'dspace', 'eprints', 'ojs', 'opus']); // prettier-ignore
  for (const { prefixes, roots } of flavours)
    expect({ prefixes, roots }).toEqual({ prefixes: [], roots: oaiDc.roots });
});
