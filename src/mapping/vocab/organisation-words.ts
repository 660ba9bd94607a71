import { readVocabulary } from './read-vocabulary.ts';

/** Words that only names of organisations have. */
export const ORGANISATION: WordList = wordList('organisation');
/** Words of names of meetings. */
export const MEETING: WordList = wordList('meeting');
/** Small words that stand inside names of organisations, and not in names of persons. */
export const CONNECTING: WordList = wordList('connecting');

export interface WordList {
  readonly words: ReadonlySet<string>;
  /** Of words that are not listed by themselves; absent when the list has none. */
  readonly parts: RegExp | undefined;
}

/** Whether any of the folded words is of the list. */
export function hasListedWord(folded: readonly string[], list: WordList): boolean {
  return folded.some((word) => list.words.has(word) || list.parts?.test(word) === true);
}

/** A word ending in `*` stands for all words that begin so, one that begins with `*` for all that end so. */
function wordList(kind: string): WordList {
  const { rows } = readVocabulary('organisation-words', ['kind', 'words']);
  const all = rows.filter((row) => row.kind === kind).flatMap(({ words }) => words.split(' '));
  const beginnings = all.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1));
  const endings = all.filter((word) => word.startsWith('*')).map((word) => word.slice(1));
  const forms = [
    ...(beginnings.length > 0 ? [`^(?:${beginnings.join('|')})`] : []),
    ...(endings.length > 0 ? [`(?:${endings.join('|')})$`] : []),
  ];
  return {
    words: new Set(all.filter((word) => !word.includes('*'))),
    parts: forms.length === 0 ? undefined : new RegExp(forms.join('|'), 'u'),
  };
}
