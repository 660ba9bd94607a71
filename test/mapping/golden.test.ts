/** `npx garner map test --update` writes anew what is expected of the golden records in `mappings/golden/`. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { testGolden } from '../../src/mapping/golden.ts';
import { loadMappings } from '../../src/mapping/load-mappings.ts';
import type { MappingSet } from '../../src/mapping/mapping.ts';

const FOLDER = fileURLToPath(new URL('../../mappings', import.meta.url));
const FILES = readdirSync(`${FOLDER}/golden`, { recursive: true, encoding: 'utf8' });

let mappings: MappingSet;
beforeAll(async () => {
  mappings = await loadMappings(FOLDER);
});

test('every golden record gives what is expected, to the last field', () => {
  const results = [...mappings.inputs.values()].flatMap((mapping) =>
    testGolden(mapping, { folder: FOLDER, update: false }),
  );
  expect(results.filter(({ ok }) => !ok)).toEqual([]);
  expect(results).toHaveLength(FILES.filter((name) => /\.(?:xml|txt)$/.test(name)).length);
});
