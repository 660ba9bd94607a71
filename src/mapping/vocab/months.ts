import { foldText } from './fold-text.ts';
import { readVocabulary } from './read-vocabulary.ts';

/**
 * The languages whose month names we read. CLDR gives the names, nominative, genitive and short; forms that it lacks
 * are in `data/months.tsv`.
 */
export const MONTH_LANGUAGES = [
  'en', 'sr', 'sr-Latn', 'hr', 'bs', 'sl', 'mk', 'bg', 'ru', 'uk', 'be', 'pl', 'cs', 'sk', 'de', 'fr', 'es', 'pt', 'it', 'ca', 'gl', 'eu',
  'ro', 'nl', 'sv', 'da', 'nb', 'fi', 'et', 'lv', 'lt', 'hu', 'el', 'tr', 'sq', 'is', 'ga', 'cy', 'id', 'ms', 'ar', 'fa', 'he', 'hi',
  'ka', 'hy', 'az', 'af', 'sw',
] as const; // prettier-ignore

let months: ReadonlyMap<string, ReadonlyMap<number, ReadonlySet<string>>> | undefined;

/**
 * The month (1–12) of a name; `undefined` for no month, `'ambiguous'` when the name means different months in
 * different languages (`listopad`) and `lang` does not decide. The table is made at the first call.
 */
export function monthByName(name: string, lang: string | undefined): number | 'ambiguous' | undefined {
  months ??= buildMonths();
  const meanings = months.get(keyOf(name));
  if (meanings === undefined) return undefined;
  const language = lang?.split(/[-_]/)[0];
  const [only, ...others] = meanings.keys();
  if (others.length === 0) return only;
  const inLanguage = [...meanings].filter(
    ([, languages]) => language !== undefined && languages.has(language),
  );
  return inLanguage.length === 1 ? inLanguage[0]?.[0] : 'ambiguous';
}

let seasons: ReadonlyMap<string, number> | undefined;

/** The EDTF season number of a name. */
export function seasonByName(name: string): number | undefined {
  seasons ??= new Map(
    readVocabulary('seasons', ['name', 'season']).rows.map((row) => [foldText(row.name), Number(row.season)]),
  );
  return seasons.get(foldText(name));
}

function buildMonths(): ReadonlyMap<string, ReadonlyMap<number, ReadonlySet<string>>> {
  const table = new Map<string, Map<number, Set<string>>>();
  const add = (name: string, month: number, language: string): void => {
    const key = keyOf(name);
    if (key.length < 2 || /\d/.test(key)) return;
    const meanings = table.get(key) ?? new Map<number, Set<string>>();
    meanings.set(month, (meanings.get(month) ?? new Set<string>()).add(language.split('-')[0] ?? language));
    table.set(key, meanings);
  };
  for (const language of MONTH_LANGUAGES) {
    for (const [name, month] of namesIn(language)) add(name, month, language);
  }
  for (const { name, month } of readVocabulary('months', ['name', 'month']).rows) {
    if (!table.has(keyOf(name))) add(name, Number(month), '');
  }
  return table;
}

/** The signs of vowels are letters of Devanagari, and no accents that may be left out: `जून` is June, `जन॰` January. */
function keyOf(name: string): string {
  if (!/\p{Script=Devanagari}/u.test(name)) return foldText(name);
  return name
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

function namesIn(language: string): readonly (readonly [string, number])[] {
  const forms = [{ month: 'long' }, { month: 'short' }, { month: 'long', day: 'numeric' }, { month: 'short', day: 'numeric' }] as const; // prettier-ignore
  return forms.flatMap((form) => {
    const format = new Intl.DateTimeFormat(language, { ...form, timeZone: 'UTC', calendar: 'gregory' });
    return Array.from({ length: 12 }, (_, index) => {
      const parts = format.formatToParts(new Date(Date.UTC(2001, index, 15)));
      return [parts.find((part) => part.type === 'month')?.value ?? '', index + 1] as const;
    });
  });
}
