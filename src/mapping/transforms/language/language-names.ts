import { iso6393 } from 'iso-639-3';
import { DISPLAY_LANGUAGES, languageNames } from '../../vocab/languages.ts';
import { foldText } from '../../vocab/fold-text.ts';

interface NamedLanguage {
  readonly iso639_3: string;
  readonly script?: string;
  readonly region?: string;
}

let names: ReadonlyMap<string, NamedLanguage> | undefined;

/**
 * The language of a name in any of {@link DISPLAY_LANGUAGES}, in the language itself, or as ISO 639-3 lists it.
 * A name that means different languages in different languages is no name. The table is made at the first call.
 */
export function languageByName(name: string): NamedLanguage | undefined {
  names ??= buildNames();
  const key = foldText(name);
  return key === '' ? undefined : (names.get(key) ?? names.get(withoutWord(key)));
}

/** `srpski jezik`, `Deutsche Sprache`, `lengua española`: the word for "language" says nothing. */
function withoutWord(key: string): string {
  return key.replace(/^(?:langue|lengua|lingua|idioma|limba|jezyk|jazyk|jezik|bahasa|tieng) /, '').replace(/ (?:jezik|език|језик|язык|мова|jazyk|jezyk|language|sprache|nyelv|kieli|dili|keel|kalba|valoda)$/, ''); // prettier-ignore
}

function buildNames(): ReadonlyMap<string, NamedLanguage> {
  const table = new Map<string, NamedLanguage>();
  for (const [name, language] of languageNames()) table.set(foldText(name), parse(language));
  const common = iso6393.filter(({ iso6391 }) => iso6391 !== undefined);
  addDisplayNames(table, 'en', iso6393.filter(({ iso6392T }) => iso6392T !== undefined)); // prettier-ignore
  // Short reference names (`Ge`, `Are`) are more often something else.
  for (const { name, iso6393: code } of iso6393)
    if (name.length > 4) addFirst(table, name, { iso639_3: code });
  const others = new Map<string, NamedLanguage | 'ambiguous'>();
  for (const display of DISPLAY_LANGUAGES) collectDisplayNames(others, display, common);
  for (const language of common) collectDisplayNames(others, language.iso6391 ?? 'en', [language]);
  for (const [name, language] of others)
    if (language !== 'ambiguous' && !table.has(name)) table.set(name, language);
  return table;
}

type CodedLanguage = (typeof iso6393)[number];

function addDisplayNames(
  table: Map<string, NamedLanguage>,
  display: string,
  languages: readonly CodedLanguage[],
): void {
  for (const [name, language] of displayNames(display, languages)) addFirst(table, name, language);
}

function addFirst(table: Map<string, NamedLanguage>, name: string, language: NamedLanguage): void {
  const key = foldText(name);
  if (key !== '' && !table.has(key)) table.set(key, language);
}

function collectDisplayNames(
  table: Map<string, NamedLanguage | 'ambiguous'>,
  display: string,
  languages: readonly CodedLanguage[],
): void {
  for (const [name, language] of displayNames(display, languages)) {
    const key = foldText(name);
    const known = table.get(key);
    const clash = known !== undefined && known !== 'ambiguous' && known.iso639_3 !== language.iso639_3;
    if (key !== '') table.set(key, clash || known === 'ambiguous' ? 'ambiguous' : language);
  }
}

function displayNames(
  display: string,
  languages: readonly CodedLanguage[],
): readonly (readonly [string, NamedLanguage])[] {
  const names = new Intl.DisplayNames([display], { type: 'language', fallback: 'none' });
  return languages.flatMap(({ iso6391, iso6393: code }) => {
    const name = names.of(iso6391 ?? code);
    return name === undefined ? [] : [[name, { iso639_3: code }] as const];
  });
}

/** `zho-Hans`, `por-BR` as the table writes them. */
function parse(tag: string): NamedLanguage {
  const [iso639_3 = '', ...subtags] = tag.split('-');
  const script = subtags.find((subtag) => subtag.length === 4);
  const region = subtags.find((subtag) => subtag.length === 2);
  return { iso639_3, ...(script !== undefined && { script }), ...(region !== undefined && { region }) };
}
