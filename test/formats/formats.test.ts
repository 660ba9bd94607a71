import { describe, expect, test } from 'vitest';
import { createFormats } from '../../src/formats/formats.ts';
import type { MappingSet } from '../../src/mapping/mapping.ts';
import { outputMapping } from '../support/output-mappings.ts';
import { SEED } from '../support/seed-record.ts';

describe('the formats we serve', () => {
  const formats = createFormats(setOf('mods', 'oai_dc'));

  test('have the official namespaces and schemas, oai_dc first', () => {
    expect(
      formats.map(({ metadataPrefix, namespace, schema }) => [metadataPrefix, namespace, schema]),
    ).toEqual([
      [
        'oai_dc',
        'http://www.openarchives.org/OAI/2.0/oai_dc/',
        'http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
      ],
      ['mods', 'http://www.loc.gov/mods/v3', 'http://www.loc.gov/standards/mods/v3/mods-3-8.xsd'],
    ]);
  });

  test.each(formats)(
    '$metadataPrefix: the root names its namespace and schema, without a declaration',
    (format) => {
      const result = format.render(SEED);
      expect(result.ok && result.xml).toContain(`xsi:schemaLocation="${format.namespace} ${format.schema}"`);
      expect(result.ok && result.xml).toMatch(/^<(?:oai_dc:dc|mods:mods) /);
      expect(format.hash).toBe(outputMapping(format.metadataPrefix as 'mods').hash);
    },
  );

  test('without oai_dc there is no repository', () => {
    expect(() => createFormats(setOf('mods'))).toThrow(/mappings\/out\/oai_dc.yaml is missing/);
  });
});

function setOf(...names: readonly ('mods' | 'oai_dc')[]): MappingSet {
  const outputs = new Map(names.map((name) => [`out/${name}`, outputMapping(name)]));
  return { inputs: new Map(), outputs, warnings: [] };
}
