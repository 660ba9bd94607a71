import { expect, test } from 'vitest';
import { descriptionSchema } from '../../src/model/canonical.ts';
import { createCoverage } from '../../src/mapping/coverage.ts';
import { loadMappings } from '../../src/mapping/load-mappings.ts';
import { testMapping } from '../../src/mapping/test-mapping.ts';
import { dc, loadDc, loadFiles, HEAD, mapDc, mapTree } from './mapping-folder.ts';

const EXAMPLES = new URL('examples/mappings', import.meta.url).pathname;

test('the example mappings of the language load and pass the tests they carry', async () => {
  const { inputs } = await loadMappings(EXAMPLES);
  const results = [...inputs.values()].flatMap(testMapping);
  expect(results.map(({ name, differences }) => [name, differences])).toEqual([
    ['seed record', []],
    ['DSpace dates and a DOI among identifiers', []],
    ['no title is rejected', []],
  ]);
});

test('a mapped record is a description of the canonical model', async () => {
  const { inputs } = await loadMappings(EXAMPLES);
  const record = dc(
    '<dc:title xml:lang="sr">Први сусрет</dc:title><dc:creator>Popović, N.; Petrović, P.</dc:creator><dc:subject>a; b</dc:subject><dc:date>2010</dc:date><dc:date>bad</dc:date><dc:identifier>10.1234/x</dc:identifier><dc:identifier>urn:x:1</dc:identifier><dc:language>srp</dc:language><dc:type>article</dc:type><dc:format>application/pdf</dc:format><dc:source>Journal, 5(2), 2010, 1-9</dc:source><dc:rights>© 2010 X</dc:rights><dc:coverage>Belgrade</dc:coverage><dc:relation>https://example.org/a</dc:relation><dc:publisher>Belgrade : Institut, 2010</dc:publisher><dc:description>An abstract.</dc:description>',
  );
  const result = mapTree(record, inputs.get('oai_dc')!);
  expect(result.kind).toBe('mapped');
  expect(
    descriptionSchema.safeParse(result.kind === 'mapped' && result.description).error?.issues,
  ).toBeUndefined();
});

const GUARDS = `guards:
  - { id: deleted, when: { equals: [$header.status, deleted] }, action: delete }
  - { id: scope, when: { source: { set: [news] } }, action: skip, code: out-of-scope, message: only articles }
  - { id: no-title, when: { missing: dc:title }, action: reject, code: title.missing }
  - { id: odd, when: { matches: [dc:title, '^\\?'] }, action: quarantine }
  - { id: long, when: { in: [dc:title, [x, y]] }, action: warn, code: title.short }
rules: [{ id: t, from: dc:title, to: toc }]
`;

test.each([
  ['deleted', '', { deleted: true as const }, 'deleted', 'deleted'],
  ['skipped', '<dc:title>a</dc:title>', { sets: ['news'] }, 'skipped', 'out-of-scope'],
  ['rejected for an empty element', '<dc:title> </dc:title>', {}, 'rejected', 'title.missing'],
  ['quarantined', '<dc:title>?</dc:title>', {}, 'quarantined', 'odd'],
  ['mapped with a warning', '<dc:title>x</dc:title>', {}, 'mapped', 'title.short'],
])('a guard decides: %s', async (_name, inside, options, kind, code) => {
  const result = mapTree(dc(inside), await loadDc(GUARDS), options);
  expect(result.kind).toBe(kind);
  expect(result.kind === 'mapped' ? result.issues[0]!.code : result.code).toBe(code);
});

test('an issue says rule, place in the file, place in the record and the value', async () => {
  const mapping = await loadDc(
    'rules:\n  - { id: lang, from: dc:language, use: lang, to: languages }\nseverity: { language.unknown: info }\n',
  );
  const result = mapTree(
    dc(`<dc:language>sr</dc:language><dc:language>${'q'.repeat(300)}</dc:language>`),
    mapping,
  );
  expect(result.issues).toMatchObject([
    {
      code: 'language.unknown',
      severity: 'info',
      rule: 'lang',
      at: 'mappings/dc.yaml:6:5',
      inputPath: '/dc/language[2]',
      value: 'q'.repeat(200),
    },
  ]);
});

test('explaining names rule, input, raw value, steps and confidence of each value', async () => {
  const mapping = await loadDc(
    'rules:\n  - { id: s, from: dc:subject, use: [trim, upper], to: toc }\n  - { id: t, each: dc:title, to: titles, set: { title: { from: ., use: trim }, kind: { first: [{ default: main }] } } }\n',
  );
  const result = mapTree(dc('<dc:subject> a</dc:subject><dc:title>T </dc:title>'), mapping, {
    explain: true,
  });
  expect(result.kind === 'mapped' && result.provenance).toEqual({
    '/toc/0': {
      rule: 's',
      at: 'mappings/dc.yaml:6:5',
      in: ['/dc/subject[1]'],
      raw: ' a',
      steps: ['trim', 'upper'],
      confidence: 'certain',
      chain: [
        { step: 'trim', value: 'a' },
        { step: 'upper', value: 'A' },
      ],
    },
    '/titles/0/title': {
      rule: 't',
      at: 'mappings/dc.yaml:7:5',
      in: ['/dc/title[1]'],
      raw: 'T ',
      steps: ['trim'],
      confidence: 'certain',
      chain: [{ step: 'trim', value: 'T' }],
    },
    '/titles/0/kind': {
      rule: 't',
      at: 'mappings/dc.yaml:7:5',
      in: [],
      raw: '',
      steps: [],
      confidence: 'defaulted',
      chain: [],
    },
  });
});

test('coverage counts what no rule reads, what never fires and what tables lack', async () => {
  const mapping = await loadDc(
    `tables: { kinds: { inline: { a: b }, onMiss: drop } }
rules:
  - { id: t, from: dc:type, use: { lookup: kinds }, to: toc }
  - { id: i, each: dc:identifier, route: [{ id: doi, use: doi, to: identifiers }, { id: rest, else: true, to: notes }] }
ignore: [dc:relation]
`,
  );
  const coverage = createCoverage(mapping);
  mapTree(dc('<dc:type>x</dc:type><dc:rights>1</dc:rights><dc:rights xml:lang="en">2</dc:rights><dc:relation>r</dc:relation><dc:identifier>q</dc:identifier>'), mapping, { coverage }); // prettier-ignore
  mapTree(dc('<dc:type>x</dc:type><dc:rights>1</dc:rights>'), mapping, { coverage });
  expect(coverage.report()).toEqual({
    records: 2,
    unmapped: [
      { path: '/dc/rights', occurrences: 3, records: 2, samples: ['1', '2'] },
      { path: '/dc/rights/@lang', occurrences: 1, records: 1, samples: ['en'] },
    ],
    neverFired: ['t', 'i/doi'],
    misses: [{ table: 'kinds', key: 'x', count: 2, identifier: 'oai:example.org:1' }],
  });
});

test.each([
  ['pass', ['x']],
  ['drop', undefined],
  ['warn', undefined, 'table.miss x'],
  ['{ const: z }', ['z']],
  ['{ table: more }', ['y']],
])('a table that does not know a key: %s', async (onMiss, toc, ...issues) => {
  const tables = `tables: { kinds: { inline: { Ä-B: b }, key: fold, onMiss: ${onMiss} }, more: { inline: { x: y } } }`;
  const mapped = await mapDc(
    `${tables}\nrules: [{ id: t, from: dc:type, use: { lookup: kinds }, to: toc }]\n`,
    '<dc:type>x</dc:type>',
  );
  expect(mapped.description['toc']).toEqual(toc);
  expect(mapped.issues).toEqual(issues);
});

test('a table is read from a file, by named columns and folded keys', async () => {
  const text = `${HEAD}tables: { kinds: { file: tables/kinds.csv, column: label, value: code, key: fold } }
rules: [{ id: t, from: dc:type, use: { lookup: kinds }, to: toc }]\n`;
  const { inputs } = await loadFiles({
    'dc.yaml': text,
    'tables/kinds.csv': 'code,label\n# a comment\nx,"Årticle, ""long"""\n',
  });
  const result = mapTree(dc('<dc:type>article long</dc:type>'), inputs.get('dc')!);
  expect(result.kind === 'mapped' && result.description.toc).toEqual(['x']);
});

test('a table is read from a file in YAML, whose keys are the keys', async () => {
  const text = `${HEAD}tables: { kinds: { file: tables/kinds.yaml, key: casefold } }
rules: [{ id: t, from: dc:type, use: { lookup: kinds }, to: toc }]\n`;
  const { inputs } = await loadFiles({ 'dc.yaml': text, 'tables/kinds.yaml': 'Article: x\nno: y\n' });
  const result = mapTree(dc('<dc:type>article</dc:type><dc:type>no</dc:type>'), inputs.get('dc')!);
  expect(result.kind === 'mapped' && result.description.toc).toEqual(['x', 'y']);
});

test('a record of thousands of values is mapped up to the limit, and says so', async () => {
  const mapping = await loadDc(
    'limits: { values: 100 }\nrules: [{ id: s, each: dc:subject, to: subjects, set: { label: { from: . } } }, { id: l, from: dc:language, use: lang, to: languages }]\n',
  );
  const result = mapTree(dc('<dc:subject>a</dc:subject>'.repeat(5000)), mapping);
  expect(result.kind === 'mapped' && result.description.subjects).toHaveLength(100);
  expect(result.issues.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['error limit.values']);
});

test('a megabyte value is left out and reported, cut after 200 characters', async () => {
  const mapping = await loadDc('rules: [{ id: d, from: dc:description, to: abstracts }]\n');
  const result = mapTree(dc(`<dc:description>${'a'.repeat(1_000_000)}</dc:description>`), mapping);
  expect(result.kind === 'mapped' && result.description.abstracts).toEqual([]);
  expect(result.issues).toMatchObject([
    { code: 'limit.value-length', value: 'a'.repeat(200), inputPath: '/dc/description[1]' },
  ]);
});

test('a thousand bad values give a bounded list of issues', async () => {
  const mapping = await loadDc('rules: [{ id: l, from: dc:language, use: lang, to: languages }]\n');
  const result = mapTree(dc('<dc:language>Klingonese</dc:language>'.repeat(1500)), mapping);
  expect(result.issues).toHaveLength(501);
  expect(result.issues.at(-1)!.code).toBe('limit.issues');
});

test('deeply nested elements are read without end of the stack', async () => {
  const deep = await loadDc(
    'rules: [{ id: d, from: dc:deep, to: citation }, { id: e, from: //dc:deep, to: toc }]\n',
  );
  const depth = 150;
  const record = dc(`${'<dc:deep>'.repeat(depth)}x${'</dc:deep>'.repeat(depth)}`);
  const result = mapTree(record, deep);
  expect(result.kind === 'mapped' && result.description.citation).toBe('x');
  expect(result.kind === 'mapped' && result.description.toc).toEqual(['x']);
});
