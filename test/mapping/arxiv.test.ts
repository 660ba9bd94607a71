import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { loadMappings } from '../../src/mapping/load-mappings.ts';
import type { MappingSet } from '../../src/mapping/mapping.ts';
import { testMapping } from '../../src/mapping/test-mapping.ts';

let mappings: MappingSet;
beforeAll(async () => {
  mappings = await loadMappings(fileURLToPath(new URL('../../mappings', import.meta.url)));
});

test.each(['arXiv', 'arXivRaw', 'arXiv-plain'])('every inline test of the mapping "%s" passes', (id) => {
  const results = testMapping(mappings.inputs.get(id)!);
  expect(results).not.toEqual([]);
  expect(results.filter(({ ok }) => !ok)).toEqual([]);
});
