import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadMappings } from '../../src/mapping/load-mappings.ts';
import type { MappingSet } from '../../src/mapping/mapping.ts';
import { testMapping } from '../../src/mapping/test-mapping.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

let mappings: MappingSet;
beforeAll(async () => {
  mappings = await loadMappings(`${ROOT}mappings`);
});

test.each([
  'datacite',
  'datacite-3',
  'datacite-2.2',
  'datacite-2.1',
  'datacite-2.0',
  'oai_datacite',
  'oai_datacite-3',
])('every inline test of the mapping "%s" passes', (id) => {
  const results = testMapping(mappings.inputs.get(id)!);
  expect(results).not.toEqual([]);
  expect(results.filter(({ ok }) => !ok)).toEqual([]);
});

describe('a metadataPrefix selects', () => {
  test.each([
    ['datacite', 'datacite'],
    ['oai_datacite', 'oai_datacite'],
    ['oai_datacite3', 'oai_datacite-3'],
    ['datacite3', 'datacite-3'],
  ])('for "%s" the mapping "%s"', (prefix, id) => {
    const chosen = [...mappings.inputs.values()].filter(({ prefixes }) => prefixes.includes(prefix));
    expect(chosen.map((mapping) => mapping.id)).toEqual([id]);
  });
});
