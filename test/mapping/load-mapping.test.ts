import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { loadMapping } from '../../src/mapping/load-mapping.ts';

const MAPPINGS = fileURLToPath(new URL('../../mappings/', import.meta.url));

it.each([
  ['oai_dc.yaml', { direction: 'in', id: 'oai_dc' }],
  ['out/mods.yaml', { direction: 'out', id: 'out/mods' }],
  ['oai_dc', { direction: 'in', id: 'oai_dc' }],
])('loads %s', async (file, mapping) => {
  expect(await loadMapping(`${MAPPINGS}${file}`)).toMatchObject(mapping);
});

it.each(['common.yaml', 'nothing.yaml'])('does not load %s, which cannot be used by itself', async (file) => {
  await expect(loadMapping(`${MAPPINGS}${file}`)).rejects.toThrow(/there is no mapping "(?:common|nothing)"/);
});
