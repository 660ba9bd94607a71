import { describe, expect, test } from 'vitest';
import { MONTH_LANGUAGES, monthByName, seasonByName } from '../../../src/mapping/vocab/months.ts';

test('the names of months are read in thirty languages and more', () => {
  expect(new Set(MONTH_LANGUAGES.map((tag) => tag.split('-')[0])).size).toBeGreaterThanOrEqual(30);
});

describe.each(MONTH_LANGUAGES)('months in %s', (language) => {
  test('are read in their long form as a calendar writes them', () => {
    expect(monthsRead(language, 'long').map(({ month }) => month)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
    ]);
  });

  test('are in their short form never taken for another month', () => {
    const wrong = monthsRead(language, 'short').filter(
      ({ name, month, index }) => isReadable(name) && month !== 'ambiguous' && month !== index + 1,
    );
    expect(wrong).toEqual([]);
  });
});

test.each([
  ['juil.', undefined, 7],
  ['Aprilis', undefined, 4],
  ['listopad', 'pl', 11],
  ['listopad', 'hr', 10],
  ['listopad', undefined, 'ambiguous'],
  ['Mai', 'de', 5],
  ['friday', 'en', undefined],
])('the month "%s" in %s is %s', (name, lang, month) => {
  expect(monthByName(name, lang)).toBe(month);
});

test.each([
  ['Spring', 21],
  ['лето', 22],
  ['podzim', 23],
  ['hiver', 24],
  ['day', undefined],
])('the season "%s" is %s in EDTF', (name, season) => {
  expect(seasonByName(name)).toBe(season);
});

function monthsRead(language: string, form: 'long' | 'short') {
  const format = new Intl.DateTimeFormat(language, { month: form, timeZone: 'UTC', calendar: 'gregory' });
  return Array.from({ length: 12 }, (_, index) => {
    const name = format.format(new Date(Date.UTC(2001, index, 15)));
    return { name, index, month: monthByName(name, language) };
  });
}

/** Numbers and single letters are no names. */
function isReadable(name: string): boolean {
  return /\p{L}{2}/u.test(name) && !/\d/.test(name);
}
