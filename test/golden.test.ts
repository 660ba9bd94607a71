/**
 * The record the project began with, in all that is made of it, from both its forms. The files in
 * `fixtures/ceeol/golden/` are what is expected; `npx vitest run test/golden.test.ts -u` writes them anew.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { mapFileRecord, readFileRecords } from '../src/cli/map-file.ts';
import { createFormats } from '../src/formats/formats.ts';
import { loadMappings } from '../src/mapping/load-mappings.ts';
import type { MappingSet, MetadataFormat } from '../src/mapping/mapping.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

let mappings: MappingSet;
let formats: readonly MetadataFormat[];
beforeAll(async () => {
  mappings = await loadMappings(`${ROOT}mappings`);
  formats = createFormats(mappings);
});

describe.each([
  { form: 'labelled', file: 'record.txt', mapping: 'ceeol' },
  { form: 'oai_dc', file: 'oai_dc.xml', mapping: 'oai_dc' },
])('the CEEOL record in its form "$form"', ({ form, file, mapping }) => {
  const golden = (name: string): string => `${ROOT}fixtures/ceeol/golden/${form}.${name}`;

  it('has the canonical record that is expected', async () => {
    const canonical = `${JSON.stringify(canonicalOf(file, mapping), null, 2)}\n`;
    await expect(canonical).toMatchFileSnapshot(golden('canonical.json'));
  });

  it.each(['mods', 'oai_dc'])('is served as the %s that is expected', async (prefix) => {
    const format = formats.find(({ metadataPrefix }) => metadataPrefix === prefix)!;
    const rendered = format.render(canonicalOf(file, mapping));
    if (!rendered.ok) throw new Error(JSON.stringify(rendered.issues));
    await expect(`${rendered.xml.replaceAll('><', '>\n<')}\n`).toMatchFileSnapshot(golden(`${prefix}.xml`));
  });
});

function canonicalOf(file: string, id: string) {
  const path = `${ROOT}fixtures/ceeol/${file}`;
  const mapping = mappings.inputs.get(id)!;
  const [record] = readFileRecords(readFileSync(path), path, mapping);
  const mapped = mapFileRecord(record!, {
    job: { name: 'ceeol', title: 'CEEOL', baseUrl: '' },
    metadataPrefix: mapping.prefixes[0] ?? id,
    mapping,
    formats,
    mappingHash: 'golden', // the real one changes with every word of a mapping
    repositoryIdentifier: 'aggregator.example.org',
    runDate: '2026-01-01T00:00:00Z',
  });
  if ('problem' in mapped) throw new Error(mapped.problem);
  return mapped.canonical;
}
