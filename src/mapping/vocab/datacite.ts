import { readVocabulary } from './read-vocabulary.ts';

/** The terms of one of DataCite's controlled lists, such as `resourceTypeGeneral` or `contributorType`. */
export function dataciteTerms(list: string): ReadonlySet<string> {
  const { rows } = readVocabulary('datacite', ['list', 'term']);
  return new Set(rows.filter((row) => row.list === list).map(({ term }) => term));
}
