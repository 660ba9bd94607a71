/** Tests of a mapping that ask a table, not a record. */
import { expect, test } from 'vitest';
import { testMapping } from '../../src/mapping/test-mapping.ts';
import { loadDc, problemsOf, HEAD } from './mapping-folder.ts';

const TABLE = `
tables:
  words: { inline: { Open: Open access, closed: Closed access }, key: casefold, onMiss: { const: Unknown } }
rules: [{ id: rights, from: dc:rights, use: { lookup: words }, to: toc }]
tests:
`;

async function differencesOf(tableTest: string): Promise<readonly string[]> {
  return testMapping(await loadDc(`${TABLE}  - ${tableTest}\n`)).flatMap(({ differences }) => differences);
}

test.each([
  ['the value of a key', '{ closed: Closed access }', []],
  ['a key folded as the table says', "{ ' OPEN ': Open access }", []],
  ['a key that the table does not know, whatever a miss becomes', '{ shut: null }', []],
  ['another value', '{ open: Open }', ['open: expected "Open", got "Open access"']],
  ['a value for a key that the table lacks', '{ shut: Unknown }', ['shut: expected "Unknown", got null']],
  ['a key that the table must not know', '{ open: null }', ['open: expected null, got "Open access"']],
])('a table test states %s', async (_name, expected, differences) => {
  expect(await differencesOf(`{ name: words, table: words, expect: ${expected} }`)).toEqual(differences);
});

test('a table test may ask a builtin table', async () => {
  expect(await differencesOf('{ name: roles, table: relator-label, expect: { aut: author } }')).toEqual([]);
});

test('a table test of a table that is not there fails and names the near one', async () => {
  expect(await differencesOf('{ name: word, table: wrods, expect: { open: Open access } }')).toEqual([
    'no table "wrods" (did you mean "words"?)',
  ]);
});

test('a table test has the place of its line', async () => {
  const [result] = testMapping(
    await loadDc(`${TABLE}  - { name: one, table: words, expect: { open: Open access } }\n`),
  );
  expect(result).toEqual({
    mapping: 'dc',
    name: 'one',
    at: 'mappings/dc.yaml:10:5',
    ok: true,
    differences: [],
  });
});

test.each([
  [
    'a test of a record',
    '{ name: a, given: <a/>, issus: [] }',
    'unknown key "issus" (did you mean "issues"?)',
  ],
  [
    'a test of a table',
    '{ name: a, table: words, expct: {} }',
    'unknown key "expct" (did you mean "expect"?)',
  ],
])('a wrong key of %s is named with the near one', async (_name, wrong, message) => {
  expect((await problemsOf({ 'dc.yaml': `${HEAD}${TABLE}  - ${wrong}\n` })).join('\n')).toContain(message);
});
