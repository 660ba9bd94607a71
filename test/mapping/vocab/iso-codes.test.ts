import { existsSync, readFileSync } from 'node:fs';
import { iso6393 } from 'iso-639-3';
import { describe, expect, test } from 'vitest';
import { readLanguage } from '../../../src/mapping/transforms/language/read-language.ts';
import { readVocabulary } from '../../../src/mapping/vocab/read-vocabulary.ts';
import { replacedCodes } from '../../../src/mapping/vocab/languages.ts';
import { isScriptCode } from '../../../src/mapping/vocab/scripts.ts';

/** Debian's package iso-codes: an independent copy of the lists of ISO. */
const FOLDER = '/usr/share/iso-codes/json';
const isInstalled = existsSync(FOLDER);
if (!isInstalled) {
  console.warn(`not compared with iso-codes: ${FOLDER} is not there (apt-get install iso-codes)`);
}

// Where the comparison must happen, a missing package is a failure.
describe.skipIf(!isInstalled && process.env.CI !== 'true')('compared with iso-codes', () => {
  test('every code of ISO 639-3 is known, and leads to itself', () => {
    const codes = list('iso_639-3.json', '639-3').map(({ alpha_3 }) => alpha_3!);
    expect(codes.length).toBeGreaterThan(7900);
    const elsewhere = codes.filter((code) => readLanguage(code)?.iso639_3 !== code);
    // MARC used these for other languages before ISO 639-3 gave them away; in records they are read as MARC's.
    const replaced = new Set(replacedCodes().map(([code]) => code));
    expect(elsewhere.filter((code) => !replaced.has(code))).toEqual([]);
  });

  test('every code of ISO 639-1 and 639-2 means the same language', () => {
    const wrong = list('iso_639-3.json', '639-3').filter(
      ({ alpha_2, bibliographic, alpha_3 }) =>
        (alpha_2 !== undefined && readLanguage(alpha_2)?.iso639_3 !== alpha_3) ||
        (bibliographic !== undefined && readLanguage(bibliographic)?.iso639_3 !== alpha_3),
    );
    expect(wrong).toEqual([]);
  });

  test('only groups of languages of ISO 639-2 are in no other part', () => {
    const individual = new Set(iso6393.map((language) => language.iso6393));
    const groups = new Set(list('iso_639-5.json', '639-5').map(({ alpha_3 }) => alpha_3!));
    const more = list('iso_639-2.json', '639-2').map(({ alpha_3 }) => alpha_3!);
    // `qaa-qtz` is the range for local use; the Himachali languages have no code in ISO 639-5.
    const known = (code: string): boolean =>
      ['qaa-qtz', 'him'].includes(code) || individual.has(code) || groups.has(code);
    const unknown = more.filter((code) => !known(code));
    expect(unknown).toEqual([]);
  });

  test('every script of ISO 15924 is known by code and number', () => {
    const ours = readVocabulary('iso-15924', ['code', 'number']).rows;
    const known = new Set(ours.map(({ code, number }) => `${code} ${number}`));
    const theirs = list('iso_15924.json', '15924').map(({ alpha_4, numeric }) => `${alpha_4} ${numeric}`);
    // Older releases of iso-codes have the number that Mroo had before it was 264.
    expect(theirs.filter((row) => !known.has(row) && row !== 'Mroo 199')).toEqual([]);
    expect(ours.filter(({ code }) => !isScriptCode(code))).toEqual([]);
  });

  test('every country of ISO 3166-1 is known by its three codes', () => {
    const ours = new Set(
      readVocabulary('iso-3166-1', ['alpha2', 'alpha3', 'number']).rows.map(
        ({ alpha2, alpha3, number }) => `${alpha2} ${alpha3} ${number}`,
      ),
    );
    const theirs = list('iso_3166-1.json', '3166-1').map(
      ({ alpha_2, alpha_3, numeric }) => `${alpha_2} ${alpha_3} ${numeric}`,
    );
    expect(theirs.filter((row) => !ours.has(row))).toEqual([]);
  });

  test('every country of ISO 3166-1 but Åland has a code of MARC', () => {
    const reached = new Set(readVocabulary('marc-countries', ['iso3166']).rows.map(({ iso3166 }) => iso3166));
    const missing = list('iso_3166-1.json', '3166-1').filter(({ alpha_2 }) => !reached.has(alpha_2!));
    expect(missing.map(({ alpha_2 }) => alpha_2)).toEqual(['AX']);
  });
});

function list(file: string, key: string): readonly Readonly<Partial<Record<string, string>>>[] {
  return (JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) as Record<string, Record<string, string>[]>)[
    key
  ]!;
}
