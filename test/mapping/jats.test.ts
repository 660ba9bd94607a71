import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { loadMappings } from '../../src/mapping/load-mappings.ts';
import type { MappingSet } from '../../src/mapping/mapping.ts';
import { testMapping } from '../../src/mapping/test-mapping.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

let mappings: MappingSet;
beforeAll(async () => {
  mappings = await loadMappings(`${ROOT}mappings`);
});

test.each(['jats', 'jats-pmc', 'jats-pmc-1.3', 'jats-nlm-2.0'])(
  'every inline test of the mapping "%s" passes',
  (id) => {
    const results = testMapping(mappings.inputs.get(id)!);
    expect(results).not.toEqual([]);
    expect(results.filter(({ ok }) => !ok)).toEqual([]);
  },
);
