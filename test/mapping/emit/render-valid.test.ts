import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderRecord } from '../../../src/mapping/emit/render.ts';
import { canonicalRecord } from '../../support/canonical-arbitrary.ts';
import { outputMapping } from '../../support/output-mappings.ts';
import { hasShared } from '../../support/shared.ts';
import { validateMods, validateOaiDc } from '../../support/xsd.ts';

const FORMATS = [
  { prefix: 'mods', validate: validateMods },
  { prefix: 'oai_dc', validate: validateOaiDc },
] as const;

describe.skipIf(!hasShared()).each(FORMATS)('$prefix', ({ prefix, validate }) => {
  const output = outputMapping(prefix);

  test(
    'whatever the canonical schema allows renders to valid XML, or is refused as empty',
    { timeout: 120_000 },
    () => {
      fc.assert(
        fc.property(canonicalRecord(), (record) => {
          const result = renderRecord(output, record);
          if (!result.ok) {
            expect(result.issues.map((issue) => issue.code)).toContain('output.empty');
            return;
          }
          expect(result.xml.isWellFormed()).toBe(true);
          expect(validate(result.xml)).toEqual([]);
          expect(result.xml).not.toMatch(/<([\w:]+)(?: [^<>]*)?(?:\/>|><\/\1>)/); // no empty elements
          expect(result.xml).not.toContain('&amp;amp;amp;');
        }),
        { numRuns: 120 },
      );
    },
  );
});
