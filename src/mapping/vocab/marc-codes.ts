/** MARC code lists: countries, and the codes of vocabularies, rules and schemes (`$2`, MODS `@authority`). */
import { readVocabulary } from './read-vocabulary.ts';

/** MARC country code → ISO 3166-1 alpha-2; `''` for places that are in no country of ISO 3166, or in several. */
export function marcCountries(): ReadonlyMap<string, string> {
  const { rows } = readVocabulary('marc-countries', ['code', 'name', 'iso3166']);
  return new Map(rows.map(({ code, iso3166 }) => [code, iso3166]));
}

/** MARC country code → what it stands for. */
export function marcCountryNames(): ReadonlyMap<string, string> {
  return new Map(
    readVocabulary('marc-countries', ['code', 'name', 'iso3166']).rows.map(({ code, name }) => [code, name]),
  );
}

/** The source codes of one of MARC's lists, such as `subject` or `identifier`. */
export function marcSourceCodes(list: string): ReadonlySet<string> {
  const { rows } = readVocabulary('marc-source-codes', ['list', 'code']);
  return new Set(rows.filter((row) => row.list === list).map(({ code }) => code));
}
