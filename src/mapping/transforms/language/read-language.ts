import { iso6393, iso6393To1 } from 'iso-639-3';
import { addedCodes, replacedCodes } from '../../vocab/languages.ts';
import { isScriptCode, LOCALE_MODIFIERS } from '../../vocab/scripts.ts';
import { languageByName } from './language-names.ts';

export interface LanguageTag {
  readonly iso639_3: string;
  readonly bcp47: string;
  readonly script?: string;
  /** Whether the text was a name and not a code. */
  readonly named: boolean;
}

/** The longest name of ISO 639-3 has 58 characters. */
const LONGEST = 100;

/** Vocabularies whose URIs end in a code. */
const CODE_URI =
  /^https?:\/\/(?:id\.loc\.gov\/vocabulary\/(?:iso639-[12]|languages)|(?:www\.)?lexvo\.org\/(?:id|page)\/iso639-3|iso639-3\.sil\.org\/code|publications\.europa\.eu\/resource\/authority\/language)\/([A-Za-z]{2,3})$/i;

/**
 * A language as people write it: ISO 639-1, 639-2/B, 639-2/T and 639-3 codes, codes that were withdrawn, BCP 47
 * tags, POSIX locales, URIs of code lists, names in many languages. `undefined` when it is none of them.
 */
export function readLanguage(value: string): LanguageTag | undefined {
  if (value.length > LONGEST) return undefined;
  if (value.length > LONGEST_REMEMBERED) return read(value);
  const known = remembered.get(value);
  if (known !== undefined) return known;
  const language = read(value);
  if (remembered.size === MOST_REMEMBERED) remembered.clear();
  if (language !== undefined) remembered.set(value, language);
  return language;
}

/** Codes and tags: few, and asked for again and again. */
const remembered = new Map<string, LanguageTag>();
const LONGEST_REMEMBERED = 12;
const MOST_REMEMBERED = 1_000;

function read(value: string): LanguageTag | undefined {
  const code = CODE_URI.exec(value)?.[1] ?? value;
  return readTag(code) ?? readName(value);
}

const TAG = /^([A-Za-z]{2,3})((?:[-_][A-Za-z0-9]{1,8})*)(?:\.[A-Za-z0-9-]+)?(?:@([A-Za-z]+))?$/;

function readTag(text: string): LanguageTag | undefined {
  const match = TAG.exec(text);
  const primary = match?.[1]?.toLowerCase();
  if (match === null || primary === undefined) return undefined;
  const subtags = (match[2] ?? '').split(/[-_]/).slice(1);
  const extended =
    subtags[0] !== undefined && /^[A-Za-z]{3}$/.test(subtags[0])
      ? codeOf(subtags[0].toLowerCase())
      : undefined;
  const iso639 = extended ?? codeOf(primary);
  if (iso639 === undefined) return undefined;
  const script = scriptIn(subtags) ?? LOCALE_MODIFIERS[match[3]?.toLowerCase() ?? ''];
  const region = subtags.map((subtag) => subtag.toUpperCase()).find(isRegion);
  const variants = subtags.filter((subtag) => /^(?:[A-Za-z0-9]{5,8}|\d[A-Za-z0-9]{3})$/.test(subtag));
  return makeTag(iso639, { script, region, variants, named: false });
}

function readName(text: string): LanguageTag | undefined {
  const direct = languageByName(text);
  if (direct !== undefined) return makeTag(direct.iso639_3, { ...direct, variants: [], named: true });
  // `English (United States)`: what stands in brackets narrows the language; we keep what we know of it.
  const bracketed = /^([^()]{2,60}?)\s*\(([^()]{2,40})\)$/.exec(text);
  const base = bracketed?.[1] === undefined ? undefined : languageByName(bracketed[1]);
  if (base === undefined) return undefined;
  return makeTag(base.iso639_3, { ...base, variants: [], named: true });
}

interface Narrowing {
  readonly script?: string | undefined;
  readonly region?: string | undefined;
  readonly variants: readonly string[];
  readonly named: boolean;
}

function makeTag(iso639_3: string, { script, region, variants, named }: Narrowing): LanguageTag {
  const primary = iso6393To1[iso639_3] ?? iso639_3;
  const subtags = [primary, script, region, ...variants.map((variant) => variant.toLowerCase())];
  const bcp47 = subtags.filter((subtag) => subtag !== undefined).join('-');
  return { iso639_3, bcp47, named, ...(script !== undefined && { script }) };
}

let codes: ReadonlyMap<string, string> | undefined;

/** The ISO 639-3 code of any code of the family, in lower case. */
function codeOf(code: string): string | undefined {
  codes ??= new Map([
    ...iso6393.flatMap((language) =>
      [language.iso6391, language.iso6392B, language.iso6392T, language.iso6393]
        .filter((known) => known !== undefined)
        .map((known): [string, string] => [known, language.iso6393]),
    ),
    ...addedCodes().map((added): [string, string] => [added, added]),
    // Some were given to another language since; in records they are more often what MARC meant by them.
    ...replacedCodes(),
  ]);
  return codes.get(code);
}

function scriptIn(subtags: readonly string[]): string | undefined {
  const found = subtags.find((subtag) => /^[A-Za-z]{4}$/.test(subtag));
  if (found === undefined) return undefined;
  const script = found.charAt(0).toUpperCase() + found.slice(1).toLowerCase();
  return isScriptCode(script) ? script : undefined;
}

const regionNames = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

function isRegion(subtag: string): boolean {
  return /^(?:[A-Z]{2}|\d{3})$/.test(subtag) && subtag !== 'ZZ' && regionNames.of(subtag) !== undefined;
}
