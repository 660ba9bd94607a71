import { readVocabulary } from './read-vocabulary.ts';

let codes: ReadonlySet<string> | undefined;

/** Whether a four-letter code in canonical case (`Cyrl`) is a script of ISO 15924. */
export function isScriptCode(code: string): boolean {
  codes ??= new Set(readVocabulary('iso-15924', ['code']).rows.map((row) => row.code));
  return codes.has(code);
}

/** What POSIX locales write after `@`: `sr_RS@latin`. */
export const LOCALE_MODIFIERS: Readonly<Record<string, string>> = {
  latin: 'Latn',
  cyrillic: 'Cyrl',
  arabic: 'Arab',
  devanagari: 'Deva',
  latn: 'Latn',
  cyrl: 'Cyrl',
  hans: 'Hans',
  hant: 'Hant',
};
