import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { DCMI_TYPES, RELATION_TYPES } from '../../../src/model/canonical.ts';
import { COAR_TYPES } from '../../../src/mapping/vocab/coar-types.ts';
import { readLanguage } from '../../../src/mapping/transforms/language/read-language.ts';
import { foldText } from '../../../src/mapping/vocab/fold-text.ts';
import { vocabularyOf } from '../../../src/mapping/vocab/index.ts';
import { parseVocabulary, readVocabulary } from '../../../src/mapping/vocab/read-vocabulary.ts';

const FOLDER = fileURLToPath(new URL('../../../src/mapping/vocab/data/', import.meta.url));
const NAMES = readdirSync(FOLDER).map((name) => name.replace(/\.tsv$/, ''));

/** The columns that together are the key of a row, where it is not the first alone. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  datacite: ['list', 'term'],
  'eu-repo': ['kind', 'term'],
  'marc-source-codes': ['list', 'code'],
  'media-types': ['kind', 'name'],
  'organisation-words': ['kind', 'words'],
  'relator-texts': ['code', 'language'],
};

describe.each(NAMES)('the vocabulary %s', (name) => {
  const { source, version, rows } = parseVocabulary(
    readFileSync(`${FOLDER}${name}.tsv`, 'utf8'),
    `${name}.tsv`,
    [],
  );

  test('says where it is from, and in which state', () => {
    expect(source).toMatch(/^(?:https:\/\/\S+|own collection, from .+)$/);
    expect(version).toMatch(/\d/);
  });

  test('has no key twice', () => {
    const columns = KEYS[name] ?? Object.keys(rows[0]!).slice(0, 1);
    const keys = rows.map((row) => columns.map((column) => row[column]).join(' '));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  test('has no blanks around a value', () => {
    const untrimmed = rows.flatMap((row) => Object.values(row)).filter((cell) => cell !== cell.trim());
    expect(untrimmed).toEqual([]);
  });
});

describe('the targets of a vocabulary are in their own', () => {
  test.each([
    ['coar-resource-types', 'dcmi', new Set<string>(DCMI_TYPES)],
    ['coar-resource-types', 'eurepo', eurepo('type')],
    ['coar-version-types', 'eurepo', eurepo('version')],
    ['coar-access-rights', 'eurepo', eurepo('access')],
    ['coar-resource-type-names', 'label', new Set(COAR_TYPES.map(({ label }) => label))],
    ['dcmi-types', 'type', new Set<string>(DCMI_TYPES)],
    ['dcmi-relations', 'relation', new Set<string>(RELATION_TYPES)],
    ['marc-countries', 'iso3166', vocabularyOf('country')!],
    ['relator-texts', 'code', vocabularyOf('relator')!],
    ['replaced-language-codes', 'iso6393', vocabularyOf('language')!],
  ])('%s, column %s', (name, column, target) => {
    const values = readVocabulary(name, [column]).rows.map((row) => row[column]!);
    expect(values.filter((value) => value !== '' && !target.has(value))).toEqual([]);
  });

  test('language-names, column language', () => {
    const { rows } = readVocabulary('language-names', ['name', 'language']);
    expect(rows.filter(({ language }) => readLanguage(language) === undefined)).toEqual([]);
  });

  test('DCMI types are complete', () => {
    expect(
      readVocabulary('dcmi-types', ['type'])
        .rows.map(({ type }) => type)
        .sort(),
    ).toEqual([...DCMI_TYPES].sort());
  });

  test('relations are those of DataCite that our record has, and "related"', () => {
    const own = RELATION_TYPES.filter((type) => !vocabularyOf('datacite-relation')!.has(type));
    expect(own).toEqual(['related']);
  });
});

describe('the texts of relators', () => {
  const { rows } = readVocabulary('relator-texts', ['code', 'language', 'texts']);

  test('are in thirty languages and more', () => {
    const languages = new Set(rows.map(({ language }) => language.split('-')[0]!));
    languages.delete('mul');
    expect(languages.size).toBeGreaterThanOrEqual(30);
  });

  test.each('sr hr bs sl mk bg ru uk pl cs sk de fr es pt it ca ro hu nl sv da no fi el tr'.split(' '))(
    'name author, editor, translator, illustrator, thesis advisor and publisher in %s',
    (language) => {
      const codes = rows.filter((row) => row.language.split('-')[0] === language).map(({ code }) => code);
      expect(codes).toEqual(expect.arrayContaining(['aut', 'edt', 'trl', 'ill', 'ths', 'pbl']));
    },
  );

  test('mean one role in one language', () => {
    const roles = new Map<string, string>();
    const twice: string[] = [];
    for (const { code, language, texts } of rows) {
      for (const text of texts.split('|')) {
        const key = `${language} ${foldText(text)}`;
        if (roles.has(key)) twice.push(`${key}: ${roles.get(key)}, ${code}`);
        roles.set(key, code);
      }
    }
    expect(twice).toEqual([]);
  });
});

function eurepo(kind: string): ReadonlySet<string> {
  return new Set([...vocabularyOf(`eurepo-${kind}`)!].map((uri) => uri.slice(uri.lastIndexOf('/') + 1)));
}
