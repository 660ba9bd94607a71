/** `npx garner map test --update` writes anew what is expected of the golden records in `mappings/golden/`. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

test.each([
  [
    'a line once more',
    (lines: readonly string[]) => [...lines.slice(0, 3), lines[2]!, ...lines.slice(3)],
    /^line 4: expected ".*", got nothing$/,
  ],
  [
    'a line less',
    (lines: readonly string[]) => lines.toSpliced(2, 1),
    /^line 3: expected nothing, got ".*"$/,
  ],
  [
    'another line',
    (lines: readonly string[]) => lines.with(2, '<other/>'),
    /^line 3: expected "<other\/>", got ".*"$/,
  ],
  [
    'another order',
    (lines: readonly string[]) => lines.with(1, lines[2]!).with(2, lines[1]!),
    /^the same lines, in another order$/,
  ],
])('a rendering of which %s was expected says so', (_, change, said) => {
  const folder = mkdtempSync(join(tmpdir(), 'garner-golden-'));
  try {
    const name = RENDERED.find((file) => file.startsWith(join('out', 'mods')))!;
    const record = join('golden', 'out', `${name.split(/[/\\]/).at(-1)!.replace('.xml', '')}.json`);
    mkdirSync(join(folder, 'golden', 'out', 'mods'), { recursive: true });
    cpSync(join(FOLDER, record), join(folder, record));
    const lines = readFileSync(join(FOLDER, 'golden', name), 'utf8').split('\n');
    writeFileSync(join(folder, 'golden', name), change(lines).join('\n'));
    const output = [...mappings.outputs.values()].find(({ id }) => id === 'out/mods')!;
    const [result] = testGoldenOutput(output, { folder, update: false });
    expect(result!.differences).toEqual([expect.stringMatching(said)]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.skipIf(!hasShared()).each(RENDERED)('the rendered golden record %s is valid', (name) => {
  expect(validateXml(readFileSync(`${FOLDER}/golden/${name}`, 'utf8'))).toEqual([]);
});
