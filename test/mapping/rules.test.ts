import { describe, expect, test } from 'vitest';
import { mapRecord } from '../../src/mapping/map-record.ts';
import type { SourceRecord } from '../../src/mapping/mapping.ts';
import { testRecord } from '../../src/mapping/test-mapping.ts';
import { dc, loadDc, mapDc } from './mapping-folder.ts';

interface Case {
  readonly form: string;
  readonly rules: string;
  readonly record: string;
  readonly expected: unknown;
  readonly issues?: readonly string[];
}

const CASES: readonly Case[] = [
  {
    form: 'a URI of another vocabulary, or a word, is no COAR type, version or access right',
    rules: `rules:
  - { id: a, from: dc:type, to: type.coar }
  - { id: b, from: dc:relation, to: version }
  - { id: c, from: dc:rights, to: access.uri }
  - { id: d, each: dc:source, to: locations, set: { value: { from: . }, version: { from: '@v' } } }`,
    record:
      '<dc:type>http://purl.org/coar/access_right/c_abf2</dc:type><dc:type>http://purl.org/coar/resource_type/R60J-J5BD</dc:type><dc:relation>draft</dc:relation><dc:rights>open</dc:rights><dc:source v="2">https://example.org/</dc:source>',
    expected: {
      type: { coar: 'http://purl.org/coar/resource_type/R60J-J5BD' },
      locations: [{ value: 'https://example.org/', role: 'unknown' }],
    },
    issues: [
      'target.pattern http://purl.org/coar/access_right/c_abf2',
      'target.pattern draft',
      'target.pattern open',
      'target.pattern 2',
    ],
  },
  {
    form: 'from: each value becomes a member of the list',
    rules: `rules: [{ id: a, from: dc:subject, use: trim, to: subjects, as: { kind: keyword } }]`,
    record: '<dc:subject> one </dc:subject><dc:subject/><dc:subject>two</dc:subject>',
    expected: {
      subjects: [
        { label: 'one', kind: 'keyword' },
        { label: 'two', kind: 'keyword' },
      ],
    },
  },
  {
    form: 'each with set: an item of its own for each node',
    rules: `rules: [{ id: a, each: dc:title, to: titles, set: { title: { from: . }, lang: { from: '@xml:lang' }, kind: { const: main } } }]`,
    record: '<dc:title xml:lang="en">A</dc:title>',
    expected: { titles: [{ title: 'A', lang: 'en', kind: 'main' }] },
  },
  {
    form: 'set goes before what was merged',
    rules: `rules: [{ id: a, each: dc:title, to: titles, merge: [{ from: ., use: split_title }], set: { title: { const: B }, kind: { const: main } } }]`,
    record: '<dc:title>A : b</dc:title>',
    expected: { titles: [{ title: 'B', subtitle: 'b', kind: 'main' }] },
  },
  {
    form: 'an item of constants alone is no item when the record says nothing',
    rules: `rules: [{ id: a, each: dc:publisher, to: events, set: { type: { const: publication }, agents: { from: . } } }]`,
    record: '<dc:publisher> </dc:publisher>',
    expected: {},
  },
  {
    form: 'first: the first alternative with a value',
    rules: `rules: [{ id: a, first: [{ from: dc:x }, { from: dc:rights }, { const: z }], to: citation }]`,
    record: '<dc:rights>y</dc:rights>',
    expected: { citation: 'y' },
  },
  {
    form: 'first: a default when nothing else is there',
    rules: `rules: [{ id: a, first: [{ from: dc:x }, { default: z }], to: citation }]`,
    record: '',
    expected: { citation: 'z' },
  },
  {
    form: 'case: the branch whose condition holds',
    rules: `rules: [{ id: a, case: [{ when: { exists: dc:x }, then: { const: 'u:1' } }, { else: { from: dc:type } }], to: citation }]`,
    record: '<dc:type>u:2</dc:type>',
    expected: { citation: 'u:2' },
  },
  {
    form: 'const with when: only where the condition holds',
    rules: `rules: [{ id: a, const: true, when: { matches: [dc:type, '^draft'] }, to: type.manuscript }, { id: b, const: true, unless: { exists: dc:type }, to: etAl }]`,
    record: '<dc:type>draft 1</dc:type>',
    expected: { type: { manuscript: true } },
  },
  {
    form: 'pre: an item for each value it makes, and `.` is that value',
    rules: `rules: [{ id: a, each: dc:subject, pre: { split: { on: [';'] } }, to: subjects, set: { label: { from: . }, kind: { case: [{ when: { index: 1 }, then: place }, { else: topic }] } } }]`,
    record: '<dc:subject>a; b</dc:subject>',
    expected: {
      subjects: [
        { label: 'a', kind: 'topic' },
        { label: 'b', kind: 'place' },
      ],
    },
  },
  {
    form: 'route: the first recogniser that says yes claims the value, else takes the rest',
    rules: `rules: [{ id: a, each: dc:identifier, route: [{ id: doi, use: doi, to: identifiers }, { id: rest, else: true, to: notes, set: { type: { const: id }, value: { from: . } }, warn: identifier.unrecognised }] }]`,
    record: '<dc:identifier>https://doi.org/10.1234/ABC</dc:identifier><dc:identifier>x</dc:identifier>',
    expected: { identifiers: [{ scheme: 'doi', value: '10.1234/abc' }], notes: [{ type: 'id', value: 'x' }] },
    issues: ['identifier.unrecognised x'],
  },
  {
    form: 'route without else: a value that nobody claims is reported',
    rules: `rules: [{ id: a, each: dc:identifier, route: [{ id: doi, use: doi, to: identifiers }] }]`,
    record: '<dc:identifier>x</dc:identifier>',
    expected: {},
    issues: ['route.unclaimed x'],
  },
  {
    form: 'route with from: alternatives of one case in order',
    rules: `rules: [{ id: a, each: dc:rights, route: [{ id: doi, from: ['@href', .], use: doi, to: identifiers }, { id: rest, else: true, to: rights }] }]`,
    record: '<dc:rights href="https://doi.org/10.1234/a">free</dc:rights><dc:rights>text</dc:rights>',
    expected: { identifiers: [{ scheme: 'doi', value: '10.1234/a' }], rights: [{ text: 'text' }] },
  },
  {
    form: 'targets inside objects and lists inside them',
    rules: `rules: [{ id: a, from: dc:format, to: host.part.pages.start }, { id: b, from: dc:source, to: host.identifiers, as: { scheme: local } }]`,
    record: '<dc:format>3</dc:format><dc:source>x</dc:source>',
    expected: { host: { part: { pages: { start: '3' } }, identifiers: [{ scheme: 'local', value: 'x' }] } },
  },
  {
    form: 'mergeInto: the member of a list that a target leads through',
    rules: `rules: [{ id: a, each: dc:publisher, to: events, set: { type: { const: publication }, agents: { from: . } } }, { id: b, from: dc:coverage, to: events.places, mergeInto: { type: publication } }]`,
    record: '<dc:publisher>P</dc:publisher><dc:coverage>Belgrade</dc:coverage>',
    expected: { events: [{ type: 'publication', agents: [{ name: 'P' }], places: [{ label: 'Belgrade' }] }] },
  },
  {
    form: 'a second different scalar is a conflict, the first is kept',
    rules: `rules: [{ id: a, from: dc:source, to: citation }]`,
    record: '<dc:source>a</dc:source><dc:source>a</dc:source><dc:source>b</dc:source>',
    expected: { citation: 'a' },
    issues: ['target.conflict b'],
  },
  {
    form: 'an item without a required field is left out and reported',
    rules: `rules: [{ id: a, each: dc:title, to: titles, set: { title: { from: . }, lang: { from: '@xml:lang' } } }]`,
    record: '<dc:title xml:lang="en"></dc:title>',
    expected: {},
    issues: ['target.incomplete {"lang":"en","variants":[]}'],
  },
  {
    form: 'an unusable value is dropped and reported with what it was',
    rules: `rules: [{ id: a, from: dc:language, use: lang, to: languages }]`,
    record: '<dc:language>Klingonese</dc:language>',
    expected: {},
    issues: ['language.unknown Klingonese'],
  },
  {
    form: 'onBad keep_raw, to and warn',
    rules: `rules: [{ id: a, from: dc:date, use: date_edtf, to: dates, onBad: keep_raw }, { id: b, from: dc:language, use: lang, to: languages, onBad: { to: notes, warn: language.odd } }]`,
    record: '<dc:date>long ago</dc:date><dc:language>Klingonese</dc:language>',
    expected: { dates: [{ raw: 'long ago', type: 'other' }], notes: [{ value: 'Klingonese' }] },
    issues: ['date.unparseable long ago', 'language.odd Klingonese'],
  },
  {
    form: 'apply: the rules of a block write into the item',
    rules: `blocks: { core: [{ id: title, from: dc:title, to: titles }] }\nrules: [{ apply: core }, { id: h, each: dc:host, to: host, apply: core }, { id: r, each: dc:rel, to: relations, apply: core, set: { type: { const: HasPart } } }]`,
    record:
      '<dc:title>A</dc:title><dc:host><dc:title>H</dc:title></dc:host><dc:rel><dc:title>R</dc:title></dc:rel>',
    expected: {
      titles: [{ title: 'A', kind: 'other' }],
      host: { titles: [{ title: 'H', kind: 'other' }] },
      relations: [{ type: 'HasPart', item: { titles: [{ title: 'R', kind: 'other' }] } }],
    },
  },
  {
    form: 'apply: what set says of the item of a relation stands beside what the block says',
    rules: `blocks: { core: [{ id: title, from: dc:title, to: titles }] }\nrules: [{ id: r, each: dc:relation, to: relations, apply: core, set: { type: { const: HasPart }, item.edition: { from: dc:date } } }]`,
    record: '<dc:relation><dc:title>R</dc:title><dc:date>2nd</dc:date></dc:relation>',
    expected: {
      relations: [{ type: 'HasPart', item: { edition: '2nd', titles: [{ title: 'R', kind: 'other' }] } }],
    },
  },
  {
    form: 'apply: a block applies itself to what stands inside, as deep as the limit allows',
    rules: `limits: { depth: 2 }\nblocks: { core: [{ id: title, from: dc:title, to: toc }, { id: h, each: dc:source, to: host, apply: core }] }\nrules: [{ apply: core }]`,
    record:
      '<dc:title>0</dc:title><dc:source><dc:title>1</dc:title><dc:source><dc:title>2</dc:title><dc:source><dc:title>3</dc:title></dc:source></dc:source></dc:source>',
    expected: { toc: ['0'], host: { toc: ['1'], host: { toc: ['2'] } } },
    issues: ['limit.depth 3'],
  },
  {
    form: 'each with from: values read of each item, item by item',
    rules: `rules: [{ id: a, each: dc:creator, from: '*', use: { join: { with: ' ' } }, to: toc }, { id: b, each: dc:creator, from: '@missing', to: audience }, { id: c, each: 'dc:creator[position()>1]', const: more, to: citation }]`,
    record:
      '<dc:creator><dc:x>Ivo</dc:x><dc:x>Andrić</dc:x></dc:creator><dc:creator><dc:x>Branko</dc:x><dc:x>Ćopić</dc:x></dc:creator>',
    expected: { toc: ['Ivo Andrić', 'Branko Ćopić'], citation: 'more' },
  },
  {
    form: 'each with first and set: a value of each item, and what is said of it',
    rules: `rules: [{ id: a, each: dc:subject, first: [{ from: '@label' }, { from: . }], to: subjects, set: { lang: { from: '@xml:lang' } } }]`,
    record: '<dc:subject label="A" xml:lang="en">1</dc:subject><dc:subject>B</dc:subject>',
    expected: { subjects: [{ label: 'A', lang: 'en' }, { label: 'B' }] },
  },
  {
    form: 'each in an item: a list of plain values, and of texts that make objects',
    rules: `rules: [{ id: a, each: dc:creator, to: agents, set: { roleText: { each: role, from: word, use: { join: { with: ' ' } } }, affiliations: { each: at, from: name }, name: { from: text() } } }]`,
    record:
      '<dc:creator>Ana<role><word>art</word><word>director</word></role><role><word>poet</word></role><at><name>Museum</name></at></dc:creator>',
    expected: {
      agents: [
        {
          kind: 'unknown',
          name: 'Ana',
          roleText: ['art director', 'poet'],
          affiliations: [{ name: 'Museum' }],
        },
      ],
    },
  },
  {
    form: 'after works on what the rule made; a rule with only to and after on the whole list',
    rules: `rules: [{ id: a, from: dc:title, to: toc }, { id: b, from: dc:source, to: toc, after: { limit: 1 } }, { id: all, to: toc, after: { limit: 2 } }]`,
    record: '<dc:title>1</dc:title><dc:title>2</dc:title><dc:source>3</dc:source><dc:source>4</dc:source>',
    expected: { toc: ['1', '2'] },
    issues: ['values.limited', 'values.limited'],
  },
  {
    form: 'check: the stated count against first and last page',
    rules: `rules: [{ id: a, const: '147', to: host.part.pages.start }, { id: b, const: '158', to: host.part.pages.end }, { id: c, from: dc:extent, use: int, to: host.part.pages.total, check: { equalsCount: host.part.pages } }]`,
    record: '<dc:extent>13</dc:extent>',
    expected: { host: { part: { pages: { start: '147', end: '158', total: 13 } } } },
    issues: ['check.count 13'],
  },
  {
    form: '$item: a field that was set before',
    rules: `rules: [{ id: a, each: dc:identifier, to: identifiers, set: { scheme: { from: '@scheme' }, value: { from: . }, source: { from: $item.scheme } } }]`,
    record: '<dc:identifier scheme="x">1</dc:identifier>',
    expected: { identifiers: [{ scheme: 'x', value: '1', source: 'x' }] },
  },
  {
    form: 'index: the place among all that each finds, whatever the condition of the rule lets go',
    rules: `rules: [{ id: a, each: dc:title, when: { index: 1 }, to: titles, set: { title: { from: . } } }, { id: b, each: dc:title, unless: { index: 0 }, to: notes, set: { value: { from: . }, type: { case: [{ when: { index: 2 }, then: third }, { else: second }] } } }]`,
    record: '<dc:title>A</dc:title><dc:title>B</dc:title><dc:title>C</dc:title>',
    expected: {
      titles: [{ title: 'B', kind: 'other' }],
      notes: [
        { value: 'B', type: 'second' },
        { value: 'C', type: 'third' },
      ],
    },
  },
  {
    form: 'warn: what the rule takes is reported, as in a case of a route',
    rules: `rules: [{ id: a, from: dc:language, to: toc, warn: language.odd }, { id: b, each: dc:title, to: titles, set: { title: { from: . } }, warn: title.seen }, { id: c, each: dc:type, use: trim, to: audience, warn: type.seen }]`,
    record: '<dc:language>K</dc:language><dc:title>T</dc:title><dc:type>U</dc:type>',
    expected: { toc: ['K'], titles: [{ title: 'T', kind: 'other' }], audience: ['U'] },
    issues: ['language.odd K', 'title.seen T', 'type.seen U'],
  },
];

describe('rule forms', () => {
  test.each(CASES)('$form', async ({ rules, record, expected, issues = [] }) => {
    const mapped = await mapDc(`${rules}\n`, record);
    expect(mapped.description).toEqual(expected);
    expect(mapped.issues).toEqual(issues);
  });
});

test('a rule that works on a whole list has fired when the list had members', async () => {
  const rules = `rules: [{ id: a, from: dc:title, to: toc }, { id: on-toc, to: toc, after: dedupe }, { id: on-audience, to: audience, after: dedupe }]\n`;
  const { coverage } = await mapDc(rules, '<dc:title>1</dc:title>');
  expect(coverage.report().neverFired).toEqual(['on-audience']);
});

test('the text that stands directly in an element counts as used, what stands inside it does not', async () => {
  const { description, coverage } = await mapDc(
    'rules: [{ id: a, from: dc:title/text(), to: citation }]\n',
    '<dc:title>one <dc:date>2</dc:date></dc:title>',
  );
  expect(description).toEqual({ citation: 'one ' });
  expect(coverage.report().unmapped.map(({ path }) => path)).toEqual(['/dc/title/date']);
});

describe('conditions on what is known around a record', () => {
  const mapped = async (when: string, source: Partial<SourceRecord['source']>): Promise<unknown> => {
    const mapping = await loadDc(`rules: [{ id: a, const: 'yes', when: ${when}, to: citation }]\n`);
    const record = testRecord('<x/>', mapping);
    const known = { ...record, root: dc(''), source: { ...record.source, ...source } };
    const result = mapRecord(known, mapping);
    return result.kind === 'mapped' && result.description.citation;
  };

  test.each([
    ['{ source: { software: dspace } }', { software: 'dspace' }, 'yes'],
    ['{ source: { software: [ojs, dspace] } }', { software: 'dspace' }, 'yes'],
    ['{ source: { software: dspace } }', { software: 'ojs' }, undefined],
    ['{ source: { software: dspace } }', {}, undefined],
    ['{ equals: [$source.software, ojs] }', { software: 'ojs' }, 'yes'],
    ['{ missing: $source.software }', {}, 'yes'],
    ['{ source: { id: [x], software: dspace } }', { id: 'y', software: 'dspace' }, undefined],
  ])('%s, of %j', async (when, source, expected) => {
    expect(await mapped(when, source)).toBe(expected);
  });
});
