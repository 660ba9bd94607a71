import { readVocabulary } from './read-vocabulary.ts';

const LONGEST = 6;

const BY_LANGUAGE: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  readVocabulary('articles', ['language', 'articles']).rows.map(({ language, articles }) => [
    language,
    new Set(articles.split(' ')),
  ]),
);

/**
 * The number of characters of the leading article with its blank, 0 without one. `lang` is the declared language;
 * undeclared, nothing is an article: `Die` may be English.
 */
export function articleLength(title: string, lang: string | undefined): number {
  const articles = BY_LANGUAGE.get(lang?.split(/[-_]/)[0]?.toLowerCase() ?? '');
  if (articles === undefined) return 0;
  const head = title.slice(0, LONGEST + 1).toLowerCase();
  const word = /^(?:\S{1,6}?['’](?=\S)|\S{1,6}\s+(?=\S))/u.exec(`${head}x`)?.[0];
  if (word === undefined || !articles.has(word.trim())) return 0;
  return word.length < title.length ? word.length : 0;
}
