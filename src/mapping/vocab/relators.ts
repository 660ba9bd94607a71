import { foldText } from './fold-text.ts';
import { readVocabulary } from './read-vocabulary.ts';

const { rows: relators } = readVocabulary('relators', ['code', 'term', 'status']);

/** MARC relator codes and their English terms. */
export const RELATOR_CODES: ReadonlyMap<string, string> = new Map(
  relators.map(({ code, term }) => [code, term]),
);

/** The relators that a text names, each with the languages (ISO 639-1) in which it does. */
export type RelatorMeanings = ReadonlyMap<string, ReadonlySet<string>>;

let texts: ReadonlyMap<string, RelatorMeanings> | undefined;

/** What a text means as a role; `undefined` when it is none. The table is made at the first call. */
export function relatorMeanings(text: string): RelatorMeanings | undefined {
  texts ??= buildTexts();
  return texts.get(foldText(text));
}

function buildTexts(): ReadonlyMap<string, RelatorMeanings> {
  const table = new Map<string, Map<string, Set<string>>>();
  const add = (text: string, code: string, language: string): void => {
    const key = foldText(text);
    const meanings = table.get(key) ?? new Map<string, Set<string>>();
    meanings.set(code, (meanings.get(code) ?? new Set<string>()).add(language.split('-')[0]!));
    table.set(key, meanings);
  };
  // The term of a code that is discontinued means what took its place.
  for (const { code, term, status } of relators) if (status === '') add(term, code, 'en');
  for (const { code, language, texts: names } of readVocabulary('relator-texts', [
    'code',
    'language',
    'texts',
  ]).rows) {
    for (const name of names.split('|')) add(name, code, language);
  }
  return table;
}
