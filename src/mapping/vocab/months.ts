import { foldText } from '../transforms/text/fold-text.ts';

/** The languages whose month names we read; CLDR gives the names, nominative, genitive and short. */
const MONTH_LANGUAGES = [
  'en', 'sr', 'sr-Latn', 'hr', 'bs', 'sl', 'mk', 'bg', 'ru', 'uk', 'be', 'pl', 'cs', 'sk', 'de', 'fr', 'es', 'pt', 'it', 'ca', 'gl', 'eu',
  'ro', 'nl', 'sv', 'da', 'nb', 'fi', 'et', 'lv', 'lt', 'hu', 'el', 'tr', 'sq', 'is', 'ga', 'cy', 'id', 'ms', 'ar', 'fa', 'he', 'hi',
  'ka', 'hy', 'az', 'af', 'sw',
] as const; // prettier-ignore

/** Forms that CLDR lacks: abbreviations of catalogues, Latin imprints, Ekavian spelling. */
const MORE: Readonly<Record<string, number>> = {
  sept: 9, janv: 1, févr: 2, juil: 7, déc: 12, ene: 1, abr: 4, ago: 8, dic: 12, gen: 1, mag: 5, giu: 6, lug: 7, set: 9, ott: 10, märz: 3,
  mrz: 3, jänner: 1, feber: 2, januarius: 1, ianuarius: 1, ianuarii: 1, februarii: 2, martii: 3, aprilis: 4, maii: 5, junii: 6, iunii: 6,
  julii: 7, iulii: 7, augusti: 8, septembris: 9, octobris: 10, novembris: 11, decembris: 12, јун: 6, јули: 7, juna: 6, jula: 7,
  јануар: 1, siječnja: 1, veljače: 2, ožujka: 3, travnja: 4, svibnja: 5, lipnja: 6, srpnja: 7, kolovoza: 8, rujna: 9, listopada: 10,
  studenoga: 11, studenog: 11, prosinca: 12,
}; // prettier-ignore

/** EDTF season numbers (ISO 8601-2, level 1). */
const SEASONS: Readonly<Record<string, number>> = {
  spring: 21, summer: 22, autumn: 23, fall: 23, winter: 24, frühling: 21, frühjahr: 21, sommer: 22, herbst: 23, printemps: 21, été: 22,
  automne: 23, hiver: 24, primavera: 21, verano: 22, otoño: 23, invierno: 24, verão: 22, outono: 23, inverno: 24, estate: 22, autunno: 23,
  proleće: 21, proljeće: 21, leto: 22, ljeto: 22, jesen: 23, zima: 24, пролеће: 21, прољеће: 21, лето: 22, љето: 22, јесен: 23, зима: 24,
  весна: 21, осень: 23, wiosna: 21, lato: 22, jesień: 23, jaro: 21, léto: 22, podzim: 23, lente: 21, zomer: 22, herfst: 23, vår: 21, höst: 23,
  höstterminen: 23, kevät: 21, kesä: 22, syksy: 23, talvi: 24, tavasz: 21, nyár: 22, ősz: 23, tél: 24, primăvara: 21, toamna: 23, iarna: 24,
}; // prettier-ignore

let months: ReadonlyMap<string, ReadonlyMap<number, ReadonlySet<string>>> | undefined;

/**
 * The month (1–12) of a name; `undefined` for no month, `'ambiguous'` when the name means different months in
 * different languages (`listopad`) and `lang` does not decide. The table is made at the first call.
 */
export function monthByName(name: string, lang: string | undefined): number | 'ambiguous' | undefined {
  months ??= buildMonths();
  const meanings = months.get(foldText(name));
  if (meanings === undefined) return undefined;
  const language = lang?.split(/[-_]/)[0];
  const [only, ...others] = meanings.keys();
  if (others.length === 0) return only;
  const inLanguage = [...meanings].filter(
    ([, languages]) => language !== undefined && languages.has(language),
  );
  return inLanguage.length === 1 ? inLanguage[0]?.[0] : 'ambiguous';
}

/** The EDTF season number of a name. */
export function seasonByName(name: string): number | undefined {
  return FOLDED_SEASONS.get(foldText(name));
}

const FOLDED_SEASONS: ReadonlyMap<string, number> = new Map(
  Object.entries(SEASONS).map(([name, season]) => [foldText(name), season]),
);

function buildMonths(): ReadonlyMap<string, ReadonlyMap<number, ReadonlySet<string>>> {
  const table = new Map<string, Map<number, Set<string>>>();
  const add = (name: string, month: number, language: string): void => {
    const key = foldText(name);
    if (key.length < 2 || /\d/.test(key)) return;
    const meanings = table.get(key) ?? new Map<number, Set<string>>();
    meanings.set(month, (meanings.get(month) ?? new Set<string>()).add(language.split('-')[0] ?? language));
    table.set(key, meanings);
  };
  for (const language of MONTH_LANGUAGES) {
    for (const [name, month] of namesIn(language)) add(name, month, language);
  }
  for (const [name, month] of Object.entries(MORE)) if (!table.has(foldText(name))) add(name, month, '');
  return table;
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
