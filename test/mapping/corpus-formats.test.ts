/** Every recorded record of every format goes through its mapping and both outputs. Nothing is lost unseen. */
import { beforeAll, describe, expect, it } from 'vitest';
import { loadMappings } from '../../src/mapping/load-mappings.ts';
import type { MappingSet } from '../../src/mapping/mapping.ts';
import { MAPPINGS, measureFormats, neverFired, type FormatMeasures } from '../support/format-measures.ts';
import { hasShared } from '../support/shared.ts';
import { validateMods, validateOaiDc } from '../support/xsd.ts';

/** Records that are not mapped, and why that is right. */
const DECISIONS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  datacite: { 'rejected: title.missing': 3 },
  edm: { 'rejected: title.missing': 4 },
  lido: { 'quarantined: lido.several-records': 1 },
  marcxml: {
    'deleted: record.deleted': 1,
    'quarantined: marc.several-records': 19,
    'rejected: title.missing': 7,
    'skipped: marc.not-bibliographic': 7,
  },
  // Pages and volumes of digitized periodicals have none, and fragments in test files.
  mods: { 'quarantined: mods.several-records': 3, 'rejected: title.missing': 42 },
  oai_dc: { 'rejected: title.missing': 5 },
};

/** Records of formats that nobody maps. */
const WITHOUT_MAPPING: Readonly<Record<string, number>> = {
  cerif: 77, cmdi: 30, ddi: 9, didl: 4, dif: 1, ead: 26, experiment: 1, iso19139: 4, jpcoar: 20, rioxx: 2,
  marcxml: 2, // tests of a stylesheet
  mets: 8, // with descriptions in other formats than MODS
  oai_dc: 10, // a dc element of no namespace
  oai_record: 18,
  record: 1,
  'static-repository': 1,
}; // prettier-ignore

/** Metadata that are not one XML element. */
const UNREADABLE = ['records/oai_record/md-ingestion-point_a937f99e-da2a-5c39-ac8d-37e3b0c7e6bd.xml#1'];

/** Of each part that says something, so much is mapped or ignored on purpose. */
const LEAST_COVERED = 0.99;

describe.runIf(hasShared())('recorded records of all formats', () => {
  let mappings: MappingSet;
  let measures: FormatMeasures;
  const invalid: string[] = [];
  beforeAll(async () => {
    mappings = await loadMappings(MAPPINGS);
    measures = measureFormats(mappings, ({ name, mapping, metadataPrefix, xml }) => {
      if (mapping === 'oai_dc') return; // validated as it is served, in test/corpus.test.ts
      const wrong = metadataPrefix === 'mods' ? validateMods(xml) : validateOaiDc(xml);
      invalid.push(...wrong.map((line) => `${name} as ${metadataPrefix}: ${line}`));
    });
  }, 300_000);

  it('are valid MODS and Dublin Core when they are served', () => {
    expect(invalid).toEqual([]);
  });

  it('are mapped, or held back for a reason that is known', () => {
    const decisions = [...measures.formats].map(([id, { outcomes }]) => {
      const { mapped: _, ...others } = outcomes;
      return [id, others] as const;
    });
    expect(Object.fromEntries(decisions.filter(([, others]) => Object.keys(others).length > 0))).toEqual(
      DECISIONS,
    );
    expect(measures.unmapped).toEqual(WITHOUT_MAPPING);
    expect(measures.unreadable).toEqual(UNREADABLE);
  });

  it('have hardly an element that no rule reads and no mapping knowingly ignores', () => {
    const uncovered = [...measures.formats.values()].flatMap(({ mapping, coverage }) => {
      const { details, unmapped } = coverage.report();
      const { total } = details!;
      const all = total.mapped + total.ignored + total.unmapped;
      const share = all === 0 ? 1 : 1 - total.unmapped / all;
      return share >= LEAST_COVERED ? [] : [`${mapping.id}: ${share}, ${unmapped[0]?.path}`];
    });
    expect(uncovered).toEqual([]);
  });

  it('make every rule and route case fire somewhere, with the golden records and the inline tests', () => {
    expect(neverFired(mappings, measures)).toEqual([]);
  });
});
