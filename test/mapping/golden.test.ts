/** `npx garner map test --update` writes anew what is expected of the golden records in `mappings/golden/`. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { testGoldenOutput } from '../../src/mapping/golden-output.ts';
import { testGolden } from '../../src/mapping/golden.ts';
import { loadMappings } from '../../src/mapping/load-mappings.ts';
import type { MappingSet } from '../../src/mapping/mapping.ts';
import { hasShared } from '../support/shared.ts';
import { validateXml } from '../support/xsd.ts';

const FOLDER = fileURLToPath(new URL('../../mappings', import.meta.url));
const FILES = readdirSync(`${FOLDER}/golden`, { recursive: true, encoding: 'utf8' });
const IS_OUTPUT = /^out[/\\]/;
const RENDERED = FILES.filter((name) => IS_OUTPUT.test(name) && name.endsWith('.xml'));

let mappings: MappingSet;
beforeAll(async () => {
  mappings = await loadMappings(FOLDER);
});

test('every golden record gives what is expected, to the last field', () => {
  const results = [...mappings.inputs.values()].flatMap((mapping) =>
    testGolden(mapping, { folder: FOLDER, update: false }),
  );
  expect(results.filter(({ ok }) => !ok)).toEqual([]);
  expect(results).toHaveLength(
    FILES.filter((name) => /\.(?:xml|txt)$/.test(name) && !IS_OUTPUT.test(name)).length,
  );
});

test('every golden canonical record is rendered as expected, to the last attribute', () => {
  const results = [...mappings.outputs.values()].flatMap((output) =>
    testGoldenOutput(output, { folder: FOLDER, update: false }),
  );
  expect(results.filter(({ ok }) => !ok)).toEqual([]);
  expect(results).toHaveLength(RENDERED.length);
});

test.skipIf(!hasShared()).each(RENDERED)('the rendered golden record %s is valid', (name) => {
  expect(validateXml(readFileSync(`${FOLDER}/golden/${name}`, 'utf8'))).toEqual([]);
});
