import { readVocabulary } from './read-vocabulary.ts';

/** Codes of ISO 639-3 that are younger than our package of them. */
export function addedCodes(): readonly string[] {
  return readVocabulary('iso-639-3-additions', ['code']).rows.map(({ code }) => code);
}

/** Codes that ISO 639 withdrew or replaced, and the ISO 639-3 code for what they named. */
export function replacedCodes(): readonly (readonly [code: string, iso6393: string])[] {
  return readVocabulary('replaced-language-codes', ['code', 'iso6393']).rows.map(({ code, iso6393 }) => [
    code,
    iso6393,
  ]);
}

/** The languages in which repositories are known to write language names; English and the language itself besides. */
export const DISPLAY_LANGUAGES = [
  'sr', 'sr-Latn', 'hr', 'bs', 'sl', 'mk', 'bg', 'ru', 'uk', 'be', 'pl', 'cs', 'sk', 'de', 'fr', 'es', 'pt', 'it', 'ca', 'gl', 'eu',
  'ro', 'nl', 'sv', 'da', 'nb', 'fi', 'et', 'lv', 'lt', 'hu', 'el', 'tr', 'sq', 'is', 'ga', 'cy', 'id', 'ms', 'vi', 'th', 'zh',
  'zh-Hant', 'ja', 'ko', 'ar', 'fa', 'he', 'hi', 'bn', 'ka', 'hy', 'az', 'kk', 'uz', 'af', 'sw', 'la',
] as const; // prettier-ignore

/** Names that CLDR lacks, or where another meaning must not win, with the ISO 639-3 code and narrowing subtags. */
export function languageNames(): readonly (readonly [name: string, language: string])[] {
  return readVocabulary('language-names', ['name', 'language']).rows.map(({ name, language }) => [
    name,
    language,
  ]);
}
