import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { renderRecord } from '../../../src/mapping/emit/render.ts';
import { loadMappings } from '../../../src/mapping/load-mappings.ts';
import { mapRecord } from '../../../src/mapping/map-record.ts';
import type { MappingSet } from '../../../src/mapping/mapping.ts';
import { testRecord } from '../../../src/mapping/test-mapping.ts';
import type { CanonicalRecord, Description } from '../../../src/model/canonical.ts';
import { soundRecord } from '../../support/sound-record.ts';
import { keptByOaiDc } from './oai-dc-kept.ts';

let mappings: MappingSet;
beforeAll(async () => {
  mappings = await loadMappings(fileURLToPath(new URL('../../../mappings', import.meta.url)));
});

test('what Dublin Core keeps of a record comes back from it', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(soundRecord(), (record) => {
      expect(keptByOaiDc(throughOaiDc(record))).toEqual(keptByOaiDc(record));
    }),
    { numRuns: 200 },
  );
});

function throughOaiDc(record: CanonicalRecord): Description {
  const rendered = renderRecord(mappings.outputs.get('out/oai_dc')!, record);
  if (!rendered.ok) throw new Error(JSON.stringify(rendered.issues));
  const mapping = mappings.inputs.get('oai_dc')!;
  const result = mapRecord(testRecord(rendered.xml, mapping), mapping, {});
  if (result.kind !== 'mapped') throw new Error(`${result.kind}: ${result.message}`);
  return result.description;
}
