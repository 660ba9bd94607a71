import { describe, expect, test } from 'vitest';
import { createCoverage } from '../../src/mapping/coverage.ts';
import { mapRecord } from '../../src/mapping/map-record.ts';
import type { InputMapping, MapResult } from '../../src/mapping/mapping.ts';
import { isUnreadable, readMetadata } from '../../src/mapping/payload.ts';
import { testMapping, testRecord } from '../../src/mapping/test-mapping.ts';
import { loadFiles, problemsOf, withoutEmpty } from './mapping-folder.ts';

const RULES = `to: canonical/1
ns: { b: 'urn:book', shelf: 'urn:shelf' }
rules:
  - { id: title, from: b:title, to: toc }
  - { id: lang, from: '@b:lang', to: citation }
`;

async function load(from: string): Promise<InputMapping> {
  const { inputs } = await loadFiles({ 'book.yaml': `mapping: book\nfrom: ${from}\n${RULES}` });
  return inputs.get('book')!;
}

function map(xml: string, mapping: InputMapping): MapResult {
  return mapRecord(testRecord(xml, mapping), mapping);
}

function tocOf(result: MapResult): unknown {
  return result.kind === 'mapped' ? result.description.toc : `${result.kind} ${result.code}`;
}

describe('the record in a payload', () => {
  const WRAPPED = `{ root: 'b:book', unwrap: ['shelf:row//b:book', b:book] }`;
  const book = (title: string): string => `<book xmlns="urn:book"><title>${title}</title></book>`;

  test.each([
    ['is the payload itself', book('A'), ['A']],
    ['is found by a path', `<shelf xmlns="urn:shelf"><row><x>${book('A')}</x></row></shelf>`, ['A']],
    ['is found by the next path', `<books>${book('A')}</books>`, ['A']],
    [
      'is not looked for elsewhere',
      `<books><x>${book('A')}</x></books>`,
      'quarantined metadata.unexpected-root',
    ],
    ['is none of another name', `<books><book/></books>`, 'quarantined metadata.unexpected-root'],
  ])('%s', async (_name, xml, expected) => {
    expect(tocOf(map(xml, await load(WRAPPED)))).toEqual(expected);
  });

  test('is the first of several, which is said', async () => {
    const result = map(`<books>${book('A')}${book('B')}</books>`, await load(WRAPPED));
    expect(tocOf(result)).toEqual(['A']);
    expect(result.issues).toMatchObject([
      { code: 'record.several', message: 'the payload holds 2 records; the first is mapped' },
    ]);
  });

  test('is what absolute paths, places and coverage count from', async () => {
    const { inputs } = await loadFiles({
      'book.yaml': `mapping: book\nfrom: { root: 'b:book', unwrap: b:book }\nto: canonical/1\nns: { b: 'urn:book' }\nrules: [{ id: a, from: /b:title, use: lang, to: languages }]\n`,
    });
    const mapping = inputs.get('book')!;
    const coverage = createCoverage(mapping);
    const record = testRecord(
      `<books><other>x</other><book xmlns="urn:book"><title>Klingonese</title><year>1</year></book></books>`,
      mapping,
    );
    const result = mapRecord(record, mapping, { coverage });
    expect(result.issues).toMatchObject([{ code: 'language.unknown', inputPath: '/book/title[1]' }]);
    expect(coverage.report().unmapped.map(({ path }) => path)).toEqual(['/book/year']);
  });

  test('has one of several names', async () => {
    const mapping = await load(`{ root: ['b:book', leaflet] }`);
    expect(tocOf(map(book('A'), mapping))).toEqual(['A']);
    expect(tocOf(map('<leaflet><b:title xmlns:b="urn:book">A</b:title></leaflet>', mapping))).toEqual(['A']);
    expect(mapping.roots).toEqual([
      { namespace: 'urn:book', name: 'book' },
      { namespace: '', name: 'leaflet' },
    ]);
  });

  test.each([
    ['its own', '<book xmlns="urn:book" xmlns:b="urn:book" b:lang="sr"><title>A</title></book>', 'sr'],
    [
      'another that is read as it',
      '<book xmlns="urn:old" xmlns:b="urn:old" b:lang="sr"><title>A</title></book>',
      'sr',
    ],
    ['none', '<book lang="sr"><title>A</title></book>', 'sr'],
  ])('may be in a namespace that is %s', async (_name, xml, lang) => {
    const result = map(xml, await load(`{ root: 'b:book', namespaces: { b: ['urn:old', ''] } }`));
    expect(result).toMatchObject({ kind: 'mapped', description: { toc: ['A'], citation: lang } });
  });

  test('that no mapping of the job fits is told with the mapping that would', async () => {
    const { inputs } = await loadFiles({
      'book.yaml': `mapping: book\nfrom: { root: 'b:book' }\n${RULES}`,
      'leaflet.yaml': `mapping: leaflet\nextends: book\nfrom: { root: leaflet }\n`,
      'sources/x.yaml': `mapping: sources/x\nextends: leaflet\n`,
    });
    const [unknown, known] = ['<brochure/>', '<leaflet/>'].map((xml) => map(xml, inputs.get('book')!));
    expect(known).toMatchObject({
      kind: 'quarantined',
      message:
        'the metadata is {}leaflet; the mapping "book" reads {urn:book}book; for that there is "leaflet": name it under "mapping" in the job\'s file',
    });
    expect(unknown).toMatchObject({
      message: 'the metadata is {}brochure; the mapping "book" reads {urn:book}book; no mapping reads that',
    });
  });
});

describe('a mapping of a record inside another', () => {
  test.each([
    [`{ root: 'c:book' }`, '2:15 error prefix.undeclared: the prefix "c" is not declared under ns'],
    [
      `{ root: 'b:book', namespaces: { c: [''] } }`,
      '2:39 error prefix.undeclared: the prefix "c" is not declared under ns',
    ],
    [
      `{ root: 'b:book', unwrap: 'c:x' }`,
      '2:33 error prefix.undeclared: the prefix "c" in "c:x" is not declared under ns',
    ],
    [`{ format: json, root: 'b:book' }`, '2:29 error format.root: json has no elements: leave "root" out'],
  ])('is told what is wrong with %s', async (from, problem) => {
    const problems = await problemsOf({
      'book.yaml': `mapping: book\nfrom: ${from}\n${RULES.replace(/rules:[\s\S]*/, 'rules: []\n')}`,
    });
    expect(problems.filter((line) => line.includes(' error '))).toEqual([expect.stringContaining(problem)]);
  });

  test('inherits the namespaces prefix by prefix', async () => {
    const { inputs } = await loadFiles({
      'book.yaml': `mapping: book\nfrom: { root: 'b:book', namespaces: { b: [''] } }\n${RULES}`,
      'sources/x.yaml': `mapping: sources/x\nextends: book\nfrom: { unwrap: 'shelf:row/b:book', namespaces: { shelf: ['urn:rack'] } }\n`,
    });
    const xml = '<rack xmlns:r="urn:rack"><r:row><book><title>A</title></book></r:row></rack>';
    expect(tocOf(map(xml, inputs.get('sources/x')!))).toEqual(['A']);
  });
});

const JSON_MAPPING = `mapping: api
from: { format: json, unwrap: 'response.docs[*]', prefixes: [api] }
to: canonical/1
guards: [{ id: no-title, when: { missing: titles.title }, action: reject }]
rules:
  - { id: title, each: titles, to: titles, set: { title: { from: title }, lang: { from: lang }, kind: { const: main } } }
  - { id: creator, each: 'creators[*]', to: agents, merge: [{ from: name, use: { name: { order: inverted } } }], set: { roles: { from: role, use: relator } } }
  - { id: doi, from: "ids[type=doi].value", use: doi, to: identifiers }
  - { id: pages, from: pages, use: int, to: physical.pageCount }
ignore: [status]
tests:
  - name: a record
    given: '{"titles": [{"title": "Seobe", "lang": "sr"}], "creators": [{"name": "Crnjanski, Miloš", "role": "aut"}], "ids": [{"type": "isbn", "value": "x"}, {"type": "doi", "value": "10.1234/A"}], "pages": 320, "status": "open", "extra": {"seen": true}}'
    expect:
      titles: [{ title: Seobe, lang: sr }]
      agents: [{ family: Crnjanski, given: Miloš, roles: [aut] }]
      identifiers: [{ scheme: doi, value: 10.1234/a }]
      physical: { pageCount: 320 }
    issues: []
    coverage: { unmapped: [/record/extra/seen, /record/ids/value] }
  - name: a record in an answer
    given: '{"response": {"docs": [{"titles": {"title": "Seobe"}}]}}'
    expect: { titles: [{ title: Seobe }] }
  - name: a record without a title
    given: '{"titles": []}'
    rejected: no-title
`;

describe('a mapping of JSON', () => {
  const loadJson = async (): Promise<InputMapping> => {
    return (await loadFiles({ 'api.yaml': JSON_MAPPING })).inputs.get('api')!;
  };

  test('passes its inline tests', async () => {
    expect(
      testMapping(await loadJson()).flatMap(({ name, differences }) =>
        differences.map((line) => `${name}: ${line}`),
      ),
    ).toEqual([]);
  });

  test.each([
    ['as text', '{"titles":{"title":"Salt &amp; sea"}}'],
    ['as CDATA', '<![CDATA[{"titles":{"title":"Salt & sea"}}]]>'],
    ['in an element', '<json xmlns="urn:x">{"titles":{"title":"Salt &amp; sea"}}</json>'],
  ])('reads what stands in the metadata of a response %s', async (_name, xml) => {
    const mapping = await loadJson();
    const { root } = readMetadata({ xml, namespaces: {} }, mapping);
    const result = mapRecord({ ...testRecord('{}', mapping), root }, mapping);
    expect(result).toMatchObject({ description: { titles: [{ title: 'Salt & sea' }] } });
  });

  test('cannot read what is no JSON, and says where', async () => {
    const mapping = await loadJson();
    const read = (): unknown => readMetadata({ xml: '{"titles": [}', namespaces: {} }, mapping);
    expect(read).toThrow('no JSON: a value is expected (line 1, column 13)');
    try {
      read();
    } catch (error) {
      expect(isUnreadable(error)).toBe(true);
    }
    expect(isUnreadable(new TypeError('a fault'))).toBe(false);
  });

  test('is told where a path is wrong', async () => {
    const wrong = JSON_MAPPING.replace("'creators[*]'", "'creators[*'");
    expect(await problemsOf({ 'api.yaml': wrong })).toContainEqual(
      expect.stringContaining('path.syntax: the path "creators[*" is wrong'),
    );
  });

  test('keeps nothing but what the record says', async () => {
    const mapping = await loadJson();
    const result = map('{"titles":{"title":"A"},"creators":null,"pages":""}', mapping);
    expect(result.kind === 'mapped' && withoutEmpty(result.description)).toEqual({
      titles: [{ title: 'A', kind: 'main' }],
    });
  });
});
