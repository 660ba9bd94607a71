import { describe, expect, test } from 'vitest';
import type { TransformContext } from '../../../../src/mapping/transform.ts';
import { OUTPUT } from '../../../../src/mapping/transforms/output/index.ts';

const CONTEXT: TransformContext = { lang: undefined, report: () => undefined, confidence: () => undefined };

/** What comes of one value; lists of values for the transforms on lists. */
function run(name: string, value: unknown): unknown {
  const transform = OUTPUT.find((one) => one.name === name)!;
  const bound = transform.bind(transform.arguments.parse(undefined));
  return transform.kind === 'list'
    ? (bound as (values: unknown, context: TransformContext) => unknown)(value, CONTEXT)
    : (bound as (value: unknown, context: TransformContext) => unknown)(value, CONTEXT);
}

const DATE = { type: 'issued', qualifiers: [] };
const AGENT = { kind: 'person', roles: [], roleText: [], identifiers: [], affiliations: [], variants: [] };
const RELATION = { type: 'References', identifiers: [] };
const doi = { scheme: 'doi', value: '10.1234/abc' };

const TABLES: Readonly<Record<string, readonly (readonly [unknown, unknown])[]>> = {
  iso639_2b: [
    ['sr', 'srp'],
    ['sr-Latn-RS', 'srp'],
    ['deu', 'ger'],
    ['de', 'ger'],
    ['EN', 'eng'],
    ['mul', 'mul'],
    ['xyzzy', undefined],
    ['cnr-Latn', 'cnr'],
    ['aae', undefined],
    ['', undefined],
  ],
  edtf_to_w3cdtf: [
    [{ ...DATE, edtf: '2010', raw: '2010' }, '2010'],
    [{ ...DATE, edtf: '2010-05', raw: 'May 2010' }, '2010-05'],
    [{ ...DATE, edtf: '2010-05-31', raw: '31.5.2010' }, '2010-05-31'],
    [{ ...DATE, edtf: '19XX', raw: '20th century' }, '20th century'],
    [{ ...DATE, edtf: '2010~', raw: 'ca. 2010' }, 'ca. 2010'],
    [{ ...DATE, edtf: '2010/2012', raw: '2010-2012' }, '2010-2012'],
    [{ ...DATE, edtf: '2010-21', raw: 'Spring 2010' }, 'Spring 2010'],
    [{ ...DATE, raw: 'long ago' }, 'long ago'],
    [{ ...DATE, raw: '[s.a.]', undated: true }, undefined],
  ],
  isbd_title: [
    [{ title: 'Title' }, 'Title'],
    [{ nonSort: 'The ', title: 'title', subtitle: 'a subtitle' }, 'The title : a subtitle'],
    [{ nonSort: 'L’', title: 'homme' }, 'L’homme'],
    [{ title: 'Title', partNumber: '2', partName: 'The part' }, 'Title. 2, The part'],
    [{ title: 'Ослобођење Београда 1944.', partName: 'Део' }, 'Ослобођење Београда 1944. Део'],
  ],
  name_inverted: [
    [{ ...AGENT, family: 'Popović', given: 'Nikola B.' }, 'Popović, Nikola B.'],
    [{ ...AGENT, family: 'Beethoven', given: 'Ludwig', particle: 'van' }, 'Beethoven, Ludwig van'],
    [{ ...AGENT, family: 'King', given: 'Martin Luther', suffix: 'Jr.' }, 'King, Martin Luther, Jr.'],
    [{ ...AGENT, name: 'Institut' }, 'Institut'],
    [{ ...AGENT, given: 'John Paul', number: 'II', titles: 'Pope' }, 'John Paul II, Pope'],
    [{ ...AGENT, displayForm: 'N. N.' }, 'N. N.'],
    [{ ...AGENT }, undefined],
  ],
  citation_line: [
    [{ title: 'Book', part: { pages: { start: '147', end: '158', total: 12 } } }, 'Book; 147-158'],
    [
      { title: 'Journal', part: { volume: '18', issue: '2', year: '2010', partTitle: 'Special', pages: { start: '1', end: '2' } } },
      'Journal; Vol. 18 No. 2 (2010): Special; 1-2',
    ],
    [{ title: 'Journal', part: { date: '2010-05', articleNumber: 'e12' } }, 'Journal; (2010); e12'],
    [{ title: 'Journal', part: { text: 'god. 5' } }, 'Journal; god. 5'],
    [{ titles: [{ nonSort: 'The ', title: 'journal' }], number: '7' }, 'The journal; 7'],
    [{ part: { pages: { list: '1, 3-5' } } }, '1, 3-5'],
    [{ part: { pages: { start: '7', end: '7' } } }, '7'],
    [{ identifiers: [] }, undefined],
  ],
  id_as_uri: [
    [doi, 'https://doi.org/10.1234/abc'],
    [{ scheme: 'doi', value: '10.1234/a b?c#d' }, 'https://doi.org/10.1234/a%20b%3Fc%23d'],
    [{ scheme: 'hdl', value: '20.500.1/1' }, 'https://hdl.handle.net/20.500.1/1'],
    [{ scheme: 'isbn', value: '9788674031234' }, 'urn:isbn:9788674031234'],
    [{ scheme: 'issn', value: '0350-1234' }, 'urn:issn:0350-1234'],
    [{ scheme: 'arxiv', value: '2101.00001' }, 'https://arxiv.org/abs/2101.00001'],
    [{ scheme: 'pmid', value: '123' }, 'https://pubmed.ncbi.nlm.nih.gov/123'],
    [{ scheme: 'urn', value: 'urn:nbn:de:1' }, 'urn:nbn:de:1'],
    [{ scheme: 'local', value: 'A 12', uri: 'https://example.org/A12' }, 'https://example.org/A12'],
    [{ scheme: 'other', value: 'A 12' }, 'A 12'],
    [{ scheme: 'isbn', value: '1', invalid: true }, undefined],
  ],
  grant_uri: [
    [{ funder: 'EC', programme: 'FP7', award: '283595' }, 'info:eu-repo/grantAgreement/EC/FP7/283595'],
    [
      { funder: 'EC', programme: 'FP7', award: '1', jurisdiction: 'EU', title: 'Open / Access', acronym: 'OA' },
      'info:eu-repo/grantAgreement/EC/FP7/1/EU/Open%20%2F%20Access/OA',
    ],
    [{ funder: 'EC', programme: 'H2020', award: '1', acronym: 'OA' }, 'info:eu-repo/grantAgreement/EC/H2020/1///OA'],
    [{ funder: 'EC', award: '1', awardUri: 'https://example.org/1' }, 'https://example.org/1'],
    [{ funder: 'EC' }, undefined],
  ],
  relation_uri: [
    [{ ...RELATION, identifiers: [doi] }, 'https://doi.org/10.1234/abc'],
    [{ ...RELATION, identifiers: [{ ...doi, invalid: true }], item: { identifiers: [{ scheme: 'issn', value: '1' }] } }, 'urn:issn:1'],
    [{ ...RELATION, item: { locations: [{ value: 'https://example.org/' }] } }, 'https://example.org/'],
    [{ ...RELATION, title: 'A title' }, undefined],
  ],
  relation_text: [
    [{ ...RELATION, title: 'A title', text: 'x' }, 'A title'],
    [{ ...RELATION, item: { titles: [{ title: 'T', subtitle: 's' }] } }, 'T : s'],
    [{ ...RELATION, text: 'as given' }, 'as given'],
    [RELATION, undefined],
  ],
  relator_label: [
    ['aut', 'author'],
    ['trl', 'translator'],
    ['zzz', undefined],
  ],
  geo_text: [
    [{ type: 'point', lon: [20.46], lat: [44.81] }, 'E 20.46 / N 44.81'],
    [{ type: 'point', lon: [-70.5], lat: [-33] }, 'W 70.5 / S 33'],
    [{ type: 'box', lon: [19, 22], lat: [43, 46] }, 'E 19--E 22 / N 46--N 43'],
    [{ type: 'box', lon: [170, -170], lat: [10, -10] }, 'E 170--W 170 / N 10--S 10'],
    [{ type: 'polygon', lon: [1, 2, 1], lat: [3, 4, 3] }, 'E 1 / N 3; E 2 / N 4; E 1 / N 3'],
    [{ type: 'point', lon: [1], lat: [], text: '1E' }, '1E'],
    [{ type: 'box', lon: [], lat: [] }, undefined],
  ],
  title_forms: [
    [[{ title: 'A', kind: 'main', variants: [] }], [{ title: 'A', kind: 'main', variants: [] }]],
    [
      [
        { title: 'А', kind: 'main', primary: true, script: 'Cyrl', variants: [{ title: 'A', script: 'Latn', primary: true }] },
        { title: 'B', kind: 'translated', group: 'title-1', variants: [] },
      ],
      [
        { title: 'А', kind: 'main', primary: true, script: 'Cyrl', group: 'title-2', variants: [{ title: 'A', script: 'Latn', primary: true }] },
        { title: 'A', kind: 'main', script: 'Latn', group: 'title-2', variants: [] },
        { title: 'B', kind: 'translated', group: 'title-1', variants: [] },
      ],
    ],
  ],
  origin_events: [
    [{}, []],
    [
      { events: [{ type: 'publication', agents: [{ name: 'P' }], places: [], dates: [] }], dates: [{ ...DATE, edtf: '2010', raw: '2010' }, { ...DATE, type: 'created', raw: 'x' }] },
      [
        { type: 'publication', agents: [{ name: 'P' }], places: [], dates: [{ ...DATE, edtf: '2010', raw: '2010', keyDate: true }] },
        { agents: [], places: [], dates: [{ ...DATE, type: 'created', raw: 'x' }] },
      ],
    ],
    [
      { events: [{ type: 'publication', agents: [], places: [], dates: [{ ...DATE, edtf: '2010', raw: '2010.' }] }], dates: [{ ...DATE, edtf: '2010', raw: '2010' }] },
      [{ type: 'publication', agents: [], places: [], dates: [{ ...DATE, edtf: '2010', raw: '2010.', keyDate: true }] }],
    ],
    [{ edition: '2nd' }, [{ agents: [], places: [], dates: [] }]],
    [
      { dates: [{ ...DATE, raw: 'a', keyDate: true }, { ...DATE, raw: 'b', keyDate: true }] },
      [{ agents: [], places: [], dates: [{ ...DATE, raw: 'a', keyDate: true }, { ...DATE, raw: 'b' }] }],
    ],
  ],
}; // prettier-ignore

describe.each(OUTPUT.map(({ name }) => name))('%s', (name) => {
  test.each((TABLES[name] ?? []).map(([given, expected]) => [JSON.stringify(given), given, expected]))(
    '%s',
    (_, given, expected) => {
      expect(run(name, given)).toEqual(expected);
    },
  );

  test('has a table', () => {
    expect(TABLES[name]?.length).toBeGreaterThan(0);
  });
});
