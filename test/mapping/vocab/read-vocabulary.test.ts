import { expect, test } from 'vitest';
import { parseVocabulary, readVocabulary } from '../../../src/mapping/vocab/read-vocabulary.ts';

const HEAD =
  '# title: T\n# source: https://example.org/\n# version: 1\n# licence: CC0 1.0\n# More is said here.\n';

test('a vocabulary says what it is, and has a row for each term', () => {
  expect(parseVocabulary(`${HEAD}code\tname\na\tA\nb\t\n`, 'v.tsv', ['code', 'name'])).toEqual({
    title: 'T',
    source: 'https://example.org/',
    version: '1',
    licence: 'CC0 1.0',
    rows: [
      { code: 'a', name: 'A' },
      { code: 'b', name: '' },
    ],
  });
});

test.each([
  ['no licence', HEAD.replace('# licence: CC0 1.0\n', ''), 'v.tsv:1: the comment "# licence: …" is missing at the head of the file'],
  ['an empty version', HEAD.replace('version: 1', 'version: '), 'v.tsv:1: the comment "# version: …" is missing at the head of the file'],
  ['no column names', HEAD.trimEnd(), 'v.tsv:5: the line with the names of the columns is missing'],
  ['a column too few', `${HEAD}code\n`, 'v.tsv:6: no column "name"'],
  ['a cell too many', `${HEAD}code\tname\na\tA\nb\tB\tC\n`, 'v.tsv:8: 3 cells, but there are 2 columns: code, name'],
  ['a row without a key', `${HEAD}code\tname\n\tA\n`, 'v.tsv:7: no key, but there are 2 columns: code, name'],
  ['a blank line', `${HEAD}code\tname\n\na\tA\n`, 'v.tsv:7: no key, but there are 2 columns: code, name'],
])('a vocabulary with %s is refused at its line', (_case, text, message) => {
  expect(() => parseVocabulary(text, 'v.tsv', ['code', 'name'])).toThrow(message);
}); // prettier-ignore

test('a vocabulary that is not there is named', () => {
  expect(() => readVocabulary('no-such-list', ['code'])).toThrow('no-such-list.tsv');
});

test('a vocabulary is read once', () => {
  expect(readVocabulary('relators', ['code'])).toBe(readVocabulary('relators', ['code', 'term']));
});
