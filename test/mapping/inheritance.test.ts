import { expect, test } from 'vitest';
import { dc, HEAD, loadFiles, mapTree, problemsOf, withoutEmpty } from './mapping-folder.ts';

const BASE = `${HEAD}vars: { on: [';'] }
pipes: { cut: [{ split: { on: $vars.on } }] }
guards: [{ id: no-title, when: { missing: dc:title }, action: reject }]
rules:
  - { id: one, from: my:one, use: { pipe: cut }, to: toc }
  - { id: two, from: my:two, to: audience }
`;
const RECORD = dc(
  '<dc:title>T</dc:title><my:one xmlns:my="http://example.org/my">a;b,c</my:one><my:two xmlns:my="http://example.org/my">d</my:two>',
);

async function mapped(source: string): Promise<unknown> {
  const { inputs } = await loadFiles({
    'dc.yaml': BASE,
    'sources/x.yaml': `mapping: sources/x\nextends: dc\n${source}\n`,
  });
  const result = mapTree(RECORD, inputs.get('sources/x')!);
  return result.kind === 'mapped' ? withoutEmpty(result.description) : `${result.kind} ${result.code}`;
}

test.each([
  ['nothing of its own', 'title: X', { toc: ['a', 'b,c'], audience: ['d'] }],
  ['a variable', "vars: { on: [','] }", { toc: ['a;b', 'c'], audience: ['d'] }],
  ['a pipe', 'pipes: { cut: [upper] }', { toc: ['A;B,C'], audience: ['d'] }],
  ['named keys of a rule', 'override: { two: { to: toc } }', { toc: ['a', 'b,c', 'd'] }],
  [
    'a whole rule',
    'override: { one: { replace: true, const: x, to: citation } }',
    { citation: 'x', audience: ['d'] },
  ],
  ['a rule that is disabled', 'disable: [one]', { audience: ['d'] }],
  [
    'a rule before another',
    'before: { one: [{ id: zero, const: z, to: toc }] }',
    { toc: ['z', 'a', 'b,c'], audience: ['d'] },
  ],
  [
    'a rule after another',
    'after: { one: [{ id: zero, const: z, to: toc }] }',
    { toc: ['a', 'b,c', 'z'], audience: ['d'] },
  ],
  ['a guard', 'guards: [{ id: out, when: { exists: my:two }, action: skip }]', 'skipped out'],
  [
    'a guard of the same id, in the place of the inherited one',
    'guards: [{ id: no-title, when: { exists: dc:title }, action: quarantine }]',
    'quarantined no-title',
  ],
  [
    'a rule',
    'rules: [{ id: three, from: my:two, to: citation }]',
    { toc: ['a', 'b,c'], audience: ['d'], citation: 'd' },
  ],
])('a source changes what it inherits: %s', async (_name, source, expected) => {
  expect(await mapped(source)).toEqual(expected);
});

test('an inherited guard that is disabled or replaced no longer decides', async () => {
  const decided = async (source: string): Promise<string> => {
    const { inputs } = await loadFiles({
      'dc.yaml': BASE,
      'sources/x.yaml': `mapping: sources/x\nextends: dc\n${source}\n`,
    });
    return mapTree(dc(''), inputs.get('sources/x')!).kind;
  };
  expect(await decided('title: X')).toBe('rejected');
  expect(await decided('disable: [no-title]')).toBe('mapped');
  expect(await decided('guards: [{ id: no-title, when: { exists: dc:title }, action: skip }]')).toBe(
    'mapped',
  );
});

test('two guards of one id in one file are an error', async () => {
  const guard = '{ id: g, when: { exists: dc:title }, action: warn }';
  expect(await problemsOf({ 'dc.yaml': `${HEAD}guards: [${guard}, ${guard}]\n` })).toEqual([
    'mappings/dc.yaml:5:63 error guard.duplicate: a second guard with the id "g"',
  ]);
});

test('ids that the base lacks are errors at their place', async () => {
  const source =
    'mapping: sources/x\nextends: dc\noverride: { tow: { to: toc } }\ndisable: [oen]\nbefore: { x: [] }\n';
  expect(await problemsOf({ 'dc.yaml': BASE, 'sources/x.yaml': source })).toEqual([
    'mappings/sources/x.yaml:3:13 error rule.unknown: no rule "tow" is inherited (did you mean "two"?)',
    'mappings/sources/x.yaml:4:11 error rule.unknown: no rule and no guard "oen" is inherited (did you mean "one"?)',
    'mappings/sources/x.yaml:5:11 error rule.unknown: no rule "x" is inherited',
  ]);
});

test('an error in an overridden key is reported where that key stands', async () => {
  const source = 'mapping: sources/x\nextends: dc\noverride:\n  two: { use: nonsense }\n';
  expect(await problemsOf({ 'dc.yaml': BASE, 'sources/x.yaml': source })).toEqual([
    'mappings/sources/x.yaml:4:15 error transform.unknown: no transform "nonsense"',
  ]);
});

test('a metadataPrefix is not inherited, and selects one mapping only', async () => {
  const other = BASE.replace('mapping: dc', 'mapping: other');
  expect(await problemsOf({ 'dc.yaml': BASE, 'other.yaml': other })).toEqual([
    'mappings/other.yaml:2:52 error prefix.duplicate: the metadataPrefix "oai_dc" already selects "dc"',
  ]);
  const { inputs } = await loadFiles({
    'dc.yaml': BASE,
    'sources/x.yaml': 'mapping: sources/x\nextends: dc\n',
  });
  expect(inputs.get('sources/x')!.prefixes).toEqual([]);
});

async function hashOf(text: string): Promise<string> {
  return (await loadFiles({ 'dc.yaml': text })).inputs.get('dc')!.hash;
}

test('the hash changes with what a mapping does and with nothing else', async () => {
  const hash = await hashOf(BASE);
  expect(await hashOf(`# a comment\n${BASE}tests: []\ntitle: Another\n`)).toBe(hash);
  expect(await hashOf(BASE.replace('{ id: two, from: my:two,', '{ from: my:two, id: two,'))).toBe(hash);
  expect(await hashOf(BASE.replace("[';']", "['|']"))).not.toBe(hash);
  expect(await hashOf(BASE.replace('action: reject', 'action: skip'))).not.toBe(hash);
});

test('a rule that reaches a mapping through two of its bases is one rule', async () => {
  const { inputs } = await loadFiles({
    'dc.yaml': BASE,
    'sources/left.yaml': "mapping: sources/left\nextends: dc\nvars: { on: [','] }",
    'sources/right.yaml': 'mapping: sources/right\nextends: dc\nrules: [{ id: three, const: e, to: toc }]',
    'sources/x.yaml': 'mapping: sources/x\nextends: [sources/left, sources/right]',
  });
  const result = mapTree(RECORD, inputs.get('sources/x')!);
  expect(result.kind === 'mapped' && withoutEmpty(result.description)).toEqual({
    toc: ['a', 'b,c', 'e'],
    audience: ['d'],
  });
});

const ROUTED = `${HEAD}rules:
  - id: identifier
    each: dc:identifier
    route:
      - { id: doi, use: doi, to: identifiers }
      - { id: isbn, use: isbn, to: identifiers }
      - { id: other, else: true, to: identifiers, as: { scheme: other } }
`;
const ROUTED_RECORD = dc(
  '<dc:identifier>10.1234/a</dc:identifier><dc:identifier>ISBN 978-3-16-148410-0</dc:identifier><dc:identifier>shelf 12</dc:identifier>',
);
const DOI = { scheme: 'doi', value: '10.1234/a' };
const ISBN = { scheme: 'isbn', value: '9783161484100' };

async function routed(...sources: readonly string[]): Promise<unknown> {
  const files = sources.map((source, i): [string, string] => {
    const base = i === 0 ? 'dc' : `sources/x${i - 1}`;
    return [`sources/x${i}.yaml`, `mapping: sources/x${i}\nextends: ${base}\n${source}\n`];
  });
  const { inputs } = await loadFiles({ 'dc.yaml': ROUTED, ...Object.fromEntries(files) });
  const result = mapTree(ROUTED_RECORD, inputs.get(`sources/x${sources.length - 1}`)!);
  return result.kind === 'mapped' && withoutEmpty(result.description);
}

test.each([
  [
    'named keys of a case',
    'override: { identifier/other: { as: { scheme: local } } }',
    { identifiers: [DOI, ISBN, { scheme: 'local', value: 'shelf 12' }] },
  ],
  [
    'a whole case',
    'override: { identifier/other: { replace: true, else: true, to: toc } }',
    { identifiers: [DOI, ISBN], toc: ['shelf 12'] },
  ],
  [
    'a case that is disabled',
    'disable: [identifier/isbn]',
    {
      identifiers: [DOI, { scheme: 'other', value: 'ISBN 978-3-16-148410-0' }, { scheme: 'other', value: 'shelf 12' }],
    },
  ],
  [
    'a case before another',
    "before: { identifier/doi: [{ id: shelf, use: { extract: { re: '^shelf (.+)' } }, to: toc }, { id: test, when: { matches: [., '^10'] }, else: true, to: citation }] }",
    { identifiers: [ISBN], toc: ['12'], citation: '10.1234/a' },
  ],
  [
    'a case after another',
    "after: { identifier/isbn: [{ id: shelf, use: { extract: { re: '^(?:shelf|10) ?(.+)' } }, to: toc }] }",
    { identifiers: [DOI, ISBN], toc: ['12'] },
  ],
  [
    'a route and a case of it, whichever is named first',
    'override: { identifier/all: { to: audience }, identifier: { route: [{ id: all, else: true, to: toc }] } }',
    { audience: ['10.1234/a', 'ISBN 978-3-16-148410-0', 'shelf 12'] },
  ],
])('a source changes the route it inherits: %s', async (_name, source, expected) => {
  expect(await routed(source)).toEqual(expected);
}); // prettier-ignore

test('a case that a base has changed is changed further', async () => {
  const first =
    "before: { identifier/other: [{ id: shelf, use: { extract: { re: '^shelf (.+)' } }, to: toc }] }";
  const second = 'override: { identifier/shelf: { to: audience } }\ndisable: [identifier/doi]';
  expect(await routed(first, second)).toEqual({
    identifiers: [{ scheme: 'other', value: '10.1234/a' }, ISBN],
    audience: ['12'],
  });
});

test('what is wrong with changes of cases is reported where they stand', async () => {
  const source = `mapping: sources/x
extends: dc
override: { identifier/dio: { to: toc }, isbn: { to: toc }, identifier/doi: { each: dc:title, usee: x } }
`;
  expect(await problemsOf({ 'dc.yaml': ROUTED, 'sources/x.yaml': source })).toEqual([
    'mappings/sources/x.yaml:3:95 error schema: override.identifier/doi: unknown key "usee" (did you mean "use"?)',
  ]);
  expect(await problemsOf({ 'dc.yaml': ROUTED, 'sources/x.yaml': source.replace(', usee: x', '') })).toEqual([
    'mappings/sources/x.yaml:3:13 error rule.unknown: no case "identifier/dio" is inherited (did you mean "identifier/doi"?)',
    'mappings/sources/x.yaml:3:42 error rule.unknown: no rule "isbn" is inherited (did you mean "identifier/isbn"?)',
    'mappings/sources/x.yaml:3:79 error rule.key: "each" stands in rules, not in cases of a route',
  ]);
  const edits = `mapping: sources/x
extends: dc
override: { identifier: { else: true }, identifier/isbn: { use: [isnb, isbn] } }
disable: [identifier/dois]
before: { identifier/doi: [{ use: url, to: locations }] }
after: { identifier/other: [{ id: late, use: hdl, to: toc }] }
`;
  expect(await problemsOf({ 'dc.yaml': ROUTED, 'sources/x.yaml': edits })).toEqual([
    'mappings/sources/x.yaml:3:27 error rule.key: "else" stands in cases of a route, not in rules',
    'mappings/sources/x.yaml:4:11 error rule.unknown: no case "identifier/dois" is inherited (did you mean "identifier/doi"?)',
    'mappings/sources/x.yaml:5:28 error rule.id: a case of a route needs an id',
    'mappings/sources/x.yaml:6:29 error route.unreachable: the case "late" stands after "else"',
    'mappings/sources/x.yaml:3:66 error transform.unknown: no transform "isnb" (did you mean "isni"?)',
  ]);
});
