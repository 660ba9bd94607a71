import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { renderRecord } from '../../../src/mapping/emit/render.ts';
import { loadMappings } from '../../../src/mapping/load-mappings.ts';
import { mapRecord } from '../../../src/mapping/map-record.ts';
import type { MappingSet } from '../../../src/mapping/mapping.ts';
import { testRecord } from '../../../src/mapping/test-mapping.ts';
import type { CanonicalRecord } from '../../../src/model/canonical.ts';
import { soundRecord } from '../../support/sound-record.ts';
import { afterMods, pruned } from './mods-losses.ts';

let mappings: MappingSet;
beforeAll(async () => {
  mappings = await loadMappings(fileURLToPath(new URL('../../../mappings', import.meta.url)));
});

test('a record comes back from MODS as it was, minus the declared losses', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(soundRecord(), (record) => {
      expect(throughMods(record)).toEqual(afterMods(record));
    }),
    { numRuns: 200 },
  );
});

function throughMods(record: CanonicalRecord): unknown {
  const rendered = renderRecord(mappings.outputs.get('out/mods')!, record);
  if (!rendered.ok) throw new Error(JSON.stringify(rendered.issues));
  const mapping = mappings.inputs.get('mods')!;
  const result = mapRecord(testRecord(rendered.xml, mapping), mapping, {});
  if (result.kind !== 'mapped') throw new Error(`${result.kind}: ${result.message}`);
  return pruned(result.description);
}
