/** Values that come again in later records give the same, and say the same, as when they came first. */
import { describe, expect, test } from 'vitest';
import { createCoverage } from '../../src/mapping/coverage.ts';
import { loadMappings } from '../../src/mapping/load-mappings.ts';
import { mapRecord } from '../../src/mapping/map-record.ts';
import type { InputMapping, MapResult, SourceRecord } from '../../src/mapping/mapping.ts';
import type { Description } from '../../src/model/canonical.ts';
import { corpusRecords, mappingFor, sourceRecordOf } from '../support/corpus-formats.ts';
import { MAPPINGS } from '../support/format-measures.ts';
import { hasShared } from '../support/shared.ts';
import { dc, loadDc } from './mapping-folder.ts';

/** A value is kept when it comes the second time. */
const OFTEN = 4;

function map(mapping: InputMapping, inside: string, identifier = 'oai:example.org:1'): Description {
  const result = mapRecord(recordOf(inside, identifier), mapping);
  expect(result.kind).toBe('mapped');
  return (result as Extract<MapResult, { kind: 'mapped' }>).description;
}

function recordOf(inside: string, identifier = 'oai:example.org:1'): SourceRecord {
  const header = { identifier, datestamp: '2020-01-01', sets: [], metadataPrefix: 'oai_dc' };
  const source = { id: 'example', name: 'Example', url: 'https://example.org/oai' };
  return { root: dc(inside), header, source, runDate: '2026-01-01T00:00:00Z' };
}

function mapOften(mapping: InputMapping, inside: string): Description[] {
  return Array.from({ length: OFTEN }, () => map(mapping, inside));
}

describe('a value that comes again', () => {
  test('gives an item of its own in each record', async () => {
    const mapping = await loadDc(
      `rules: [{ id: a, each: dc:creator, to: agents, merge: [{ from: ., use: name }], set: { roles: { const: cre } } }]`,
    );
    const [first, ...others] = mapOften(mapping, '<dc:creator>Petrović, Ana</dc:creator>');
    expect(first!.agents).toMatchObject([{ family: 'Petrović', given: 'Ana', roles: ['cre'] }]);
    for (const other of others) expect(other).toEqual(first);
    others[0]!.agents[0]!.roles.push('edt');
    expect(map(mapping, '<dc:creator>Petrović, Ana</dc:creator>')).toEqual(first);
  });

  test('is another value with another attribute, or in another language around it', async () => {
    const mapping = await loadDc(
      `rules: [{ id: a, each: dc:date, to: dates, use: date_edtf }, { id: b, each: dc:subject, to: subjects, set: { label: { from: . }, lang: { from: '@xml:lang' } } }]`,
    );
    const subject = (lang: string): string => `<dc:subject xml:lang="${lang}">Salt</dc:subject>`;
    mapOften(mapping, subject('en'));
    expect(map(mapping, subject('fr')).subjects).toMatchObject([{ label: 'Salt', lang: 'fr' }]);
    expect(map(mapping, '<dc:subject>Salt</dc:subject>').subjects[0]).not.toHaveProperty('lang');
    // `listopad` is October in Croatian, and November in Czech.
    const date = (lang: string): SourceRecord => {
      const record = recordOf('<dc:date>listopad 2010</dc:date>');
      const attribute = {
        name: 'lang',
        namespace: 'http://www.w3.org/XML/1998/namespace',
        value: lang,
        index: 900,
      };
      (record.root as { attributes: readonly object[] }).attributes = [attribute];
      return record;
    };
    const months = ['hr', 'hr', 'hr', 'cs', 'cs', 'cs', 'hr'].map((lang) => {
      const result = mapRecord(date(lang), mapping);
      return result.kind === 'mapped' ? result.description.dates[0]?.edtf : result.code;
    });
    expect(months).toEqual(['2010-10', '2010-10', '2010-10', '2010-11', '2010-11', '2010-11', '2010-10']);
  });

  test('is asked anew where its place in the record decides', async () => {
    const mapping = await loadDc(
      `rules: [{ id: a, each: dc:title, to: titles, set: { title: { from: . }, kind: { case: [{ when: { index: 0 }, then: main }, { else: alternative }] } } }]`,
    );
    mapOften(mapping, '<dc:title>Salt</dc:title>');
    const { titles } = map(mapping, '<dc:title>Other</dc:title><dc:title>Salt</dc:title>');
    expect(titles).toMatchObject([
      { title: 'Other', kind: 'main' },
      { title: 'Salt', kind: 'alternative' },
    ]);
  });

  test('is asked anew where another part of the record decides', async () => {
    const mapping = await loadDc(
      `rules: [{ id: a, each: dc:subject, to: subjects, set: { label: { from: . }, lang: { from: /dc:language } } }]`,
    );
    mapOften(mapping, '<dc:subject>Salt</dc:subject><dc:language>en</dc:language>');
    const { subjects } = map(mapping, '<dc:subject>Salt</dc:subject><dc:language>fr</dc:language>');
    expect(subjects).toMatchObject([{ label: 'Salt', lang: 'fr' }]);
  });

  test('is reported each time', async () => {
    const mapping = await loadDc(
      `rules: [{ id: a, each: dc:date, to: dates, use: date_edtf, onBad: keep_raw }]`,
    );
    for (let i = 0; i < OFTEN; i += 1) {
      const result = mapRecord(recordOf('<dc:date>some day</dc:date>'), mapping);
      expect(result.issues.map(({ code, value }) => [code, value])).toEqual([
        ['date.unparseable', 'some day'],
      ]);
    }
  });

  test('is counted each time, with the names that tables do not know', async () => {
    const mapping = await loadDc(
      `tables: { kinds: { inline: { article: text }, onMiss: drop } }
rules: [{ id: a, each: dc:type, route: [{ id: known, use: { lookup: kinds }, to: type.genres }, { id: other, else: true, to: notes, set: { type: { const: general }, value: { from: . }, lang: { from: '@xml:lang' } } }], to: notes }]`.replace(
        ', to: notes }]',
        ' }]',
      ),
    );
    const coverage = createCoverage(mapping);
    for (let i = 0; i < OFTEN; i += 1) {
      mapRecord(recordOf('<dc:type xml:lang="en">saltarium</dc:type>', `oai:example.org:${i}`), mapping, {
        coverage,
      });
    }
    const { unmapped, neverFired, misses } = coverage.report();
    expect(unmapped).toEqual([]);
    expect(neverFired).toEqual(['a/known']);
    expect(misses).toEqual([
      { table: 'kinds', key: 'saltarium', count: OFTEN, identifier: 'oai:example.org:0' },
    ]);
    const later = createCoverage(mapping);
    mapRecord(recordOf('<dc:type xml:lang="en">saltarium</dc:type>', 'oai:example.org:9'), mapping, {
      coverage: later,
    });
    expect(later.report()).toMatchObject({
      unmapped: [],
      neverFired: ['a/known'],
      misses: [{ identifier: 'oai:example.org:9' }],
    });
  });
});

/** Of each file: enough for values to come again. */
const MOST = 12;

describe.runIf(hasShared())('recorded records', () => {
  test('become the same whether their values came before or not', async () => {
    const { inputs } = await loadMappings(MAPPINGS);
    const different: string[] = [];
    for (const recorded of corpusRecords()) {
      if (Number(recorded.name.split('#')[1] ?? 0) > MOST) continue;
      const record = readable(() => sourceRecordOf(recorded));
      const mapping = record && mappingFor(record, inputs);
      if (record === undefined || mapping === undefined) continue;
      // What is explained is always made anew.
      const anew = { ...mapRecord(record, mapping, { explain: true }), provenance: undefined };
      if (JSON.stringify(mapRecord(record, mapping)) !== JSON.stringify(anew)) different.push(recorded.name);
    }
    expect(different).toEqual([]);
  }, 120_000);
});

function readable<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
