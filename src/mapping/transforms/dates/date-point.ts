import { monthByName, seasonByName } from '../../vocab/months.ts';
import { edtfDay, edtfMonth, edtfYear } from './edtf.ts';
import { romanNumber } from './roman-number.ts';

/** How to read a date, and where to say what is doubtful about it. */
export interface DateReading {
  /** Whether `05/06/2010` begins with the day; unknown keeps the year only. */
  readonly dayFirst: boolean | undefined;
  /** The language of the value, for month names that mean different months. */
  readonly lang: string | undefined;
  report(code: string, message: string): void;
}

type Form = readonly [RegExp, (groups: readonly string[], reading: DateReading) => string | undefined];

/**
 * One point in time (`[?~]` still on it) → EDTF, or `undefined`. The forms are tried in order; each is anchored at
 * both ends, so that nothing of the text is overlooked.
 */
export function readPoint(text: string, reading: DateReading): string | undefined {
  const [, bare = '', marks = ''] = /^(.*?)\s*((?:\(\?\)|[?~%])*)$/s.exec(text) ?? [];
  for (const [pattern, read] of FORMS) {
    const match = pattern.exec(bare);
    const point = match === null ? undefined : read(match.slice(1), reading);
    if (point !== undefined) return qualified(point, marks);
  }
  // `198?` and `19??`: the question marks are unknown digits, not doubt.
  const unknown = /^(\d{2,3})(\?{1,2})$/.exec(text);
  return unknown === null ? undefined : digits(unknown[1] ?? '');
}

function qualified(point: string, marks: string): string {
  const uncertain = marks.includes('?') || marks.includes('%');
  const approximate = marks.includes('~') || marks.includes('%');
  return `${point}${uncertain && approximate ? '%' : uncertain ? '?' : approximate ? '~' : ''}`;
}

const CENTURY_WORDS =
  '(?:century|centuries|cent|c|jahrhunderts?|jh|jhdt|jhd|si[eè]cle|s|siglo|s[ée]culo|secolo|sec|eeuw|[åa]rhundrade(?:t)?|[åa]rhundrede|vuosisata|sz[áa]zad|yüzyıl|stole[ćc]e|stolje[ćc]e|st|столеће|стољеће|ст|vek|vijek|v|век|века|вијек|в|століття|wiek|w|stolet[íi]|storočie|αιώνας|αι|veac|secolul|世紀|世纪|세기)';
const PART_OF_CENTURY =
  '(?:(?:early|mid|middle|late|end of|beginning of|first half of|second half of)(?: the |-| ))?(?:the )?';
const ROMAN = '(X{0,2}(?:IX|IV|V?I{0,3}))';
const CENTURY_ARABIC = new RegExp(
  `^${PART_OF_CENTURY}(\\d{1,2})(?:st|nd|rd|th|er|e|ème|eme|º|ο|\\.|-й|-го|-?ті?)? ?${CENTURY_WORDS}\\.?$`,
  'iu',
);
const CENTURY_ROMAN_BEFORE = new RegExp(
  `^${PART_OF_CENTURY}${ROMAN}(?:e|ème|º|\\.)? ?${CENTURY_WORDS}\\.?$`,
  'iu',
);
const CENTURY_ROMAN_AFTER = new RegExp(`^${CENTURY_WORDS}\\.? ${ROMAN}$`, 'iu');

const FORMS: readonly Form[] = [
  // ISO 8601 and EDTF; a time of day is not part of a bibliographic date.
  [/^(\d{4})-(\d\d)-(\d\d)(?:[T ]\d\d:?\d\d.*)?$/, ([y = '', m = '', d = ''], reading) => isoDay(y, m, d, reading)],
  [/^(\d{4})-(\d\d?)$/, ([y = '', m = ''], reading) => yearMonth(y, m, reading)],
  [/^(\d{4})(?:-XX){0,2}$/, ([y = '']) => year(y)],
  [/^(\d{4}-\d\d)-XX$/, ([month = '']) => month],
  [/^(-\d{4})$/, ([y = '']) => y],
  [/^(\d{4})(\d\d)(\d\d)(?:T?\d{4,6}(?:\.0)?Z?)?$/, ([y = '', m = '', d = '']) => (year(y) === undefined ? undefined : edtfDay(y, Number(m), Number(d)))],
  [/^(\d{4})([01]\d)$/, ([y = '', m = '']) => (year(y) === undefined ? undefined : edtfMonth(y, Number(m)))],
  // Unknown digits: MARC `19uu`, AACR2 `19--`, EDTF `19XX`.
  [/^(\d{2,3})(?:[uUxX]{1,2}|-{1,2})$/, ([known = '']) => digits(known)],
  // Decades and centuries.
  [/^(?:(?:early|mid|late|the) )*(\d{3})0(?:'?s|-ih|-ых|-х|-те|er|er jahre|-a| ?年代|er-jahre)$/iu, ([decade = '']) => `${decade}X`],
  [/^(?:les )?ann[ée]es (\d{3})0$/iu, ([decade = '']) => `${decade}X`],
  [/^(\d{2})00s$/, ([century = '']) => `${century}XX`],
  [CENTURY_ARABIC, ([ordinal = '']) => century(Number(ordinal))],
  [CENTURY_ROMAN_BEFORE, ([roman = '']) => century(romanNumber(roman))],
  [CENTURY_ROMAN_AFTER, ([roman = '']) => century(romanNumber(roman))],
  // Numbers in another order.
  [/^(\d{4})\/(\d\d)$/, ([y = '', m = ''], reading) => yearSlash(y, m, reading)],
  [/^(\d{4})[/.](\d\d?)[/.](\d\d?)\.?$/, ([y = '', m = '', d = '']) => edtfDay(y, Number(m), Number(d))],
  [/^(\d\d?)\. ?(\d\d?)\. ?(\d{4})(?: \d\d?:\d\d(?::\d\d)?)?$/, ([d = '', m = '', y = ''], reading) => dayMonth(d, m, y, { ...reading, dayFirst: reading.dayFirst ?? true })],
  [/^(\d\d?)[/-](\d\d?)[/-](\d{4})(?: \d\d?:\d\d(?::\d\d)?(?: ?[AP]M)?)?$/i, ([d = '', m = '', y = ''], reading) => dayMonth(d, m, y, reading)],
  [/^(\d\d?)\. ?([IVX]{1,4})\.? ?(\d{4})$/, ([d = '', m = '', y = '']) => edtfDay(y, romanNumber(m) ?? 0, Number(d))],
  [/^(\d\d?)[./-](\d{4})$/, ([m = '', y = '']) => edtfMonth(y, Number(m))],
  [/^([IVX]{1,4})[./ -]{1,2}(\d{4})$/, ([m = '', y = '']) => edtfMonth(y, romanNumber(m) ?? 0)],
  // East Asian: year, month and day by their signs.
  [/^(\d{4}) ?[年년](?: ?(\d\d?) ?[月월](?: ?(\d\d?) ?[日일])?)?$/, ([y = '', m, d]) => (m === undefined ? year(y) : d === undefined ? edtfMonth(y, Number(m)) : edtfDay(y, Number(m), Number(d)))],
  // Names of months and seasons.
  [/^(?:\p{L}{2,12}\.?, ?)?(\d\d?)(?:st|nd|rd|th|er|º|ª|ο|\.)?(?:[ -]de)?[ -]?(\p{L}[\p{L}\p{M}'’]{1,15})\.?,?(?:[ -]de[l]?)?[ -](\d{4})(?: \d\d?:\d\d.{0,20})?$/u, ([d = '', m = '', y = ''], reading) => named(y, m, Number(d), reading)],
  [/^(?:\p{L}{3,12}, ?)?(\p{L}[\p{L}\p{M}'’]{1,15})\.? (\d\d?)(?:st|nd|rd|th|\.)?,? (\d{4})$/u, ([m = '', d = '', y = ''], reading) => named(y, m, Number(d), reading)],
  [/^(\d{4})[.,]?[ -](\p{L}[\p{L}\p{M}'’]{1,15})\.?(?: |-)(\d\d?)\.?$/u, ([y = '', m = '', d = ''], reading) => named(y, m, Number(d), reading)],
  [/^(\p{L}[\p{L}\p{M}'’]{1,15})\.?,?(?: de)?[ -/](\d{4})$/u, ([m = '', y = ''], reading) => named(y, m, undefined, reading)],
  [/^(\d{4})[.,]?[ -/](\p{L}[\p{L}\p{M}'’]{1,15})\.?$/u, ([y = '', m = ''], reading) => named(y, m, undefined, reading)],
  // Eras.
  [/^(\d{1,4}) ?(?:b\.? ?c\.?(?: ?e\.?)?|v\. ?chr\.?|p\. ?n\. ?e\.?|п\. ?н\. ?е\.?|до н\. ?э\.?|пре н\. ?е\.?|av\. j\.-c\.?|a\. ?c\.|př\. ?n\. ?l\.?)$/iu, ([y = '']) => edtfYear(1 - Number(y))],
  [/^(?:a\.?d\.? ?|ce ?)(\d{1,4})$/i, ([y = '']) => edtfYear(Number(y))],
  [/^(\d{3,4}) ?(?:a\.?d\.?|c\.?e\.?|n\. ?chr\.?)$/i, ([y = '']) => edtfYear(Number(y))],
  // Roman years of early prints.
  [/^([MDCLXVI]{4,15})$/, ([roman = '']) => romanYear(roman)],
]; // prettier-ignore

function isoDay(y: string, m: string, d: string, reading: DateReading): string | undefined {
  if (year(y) === undefined) return undefined;
  if (m !== '00' && d !== '00') return edtfDay(y, Number(m), Number(d));
  reading.report('date.zero-padded', 'a month or day of zero is padding, not a date');
  return m === '00' ? y : edtfMonth(y, Number(m));
}

/** `2005-06` is a month, `1998-99` is read as a range elsewhere. */
function yearMonth(y: string, m: string, reading: DateReading): string | undefined {
  if (m !== '00') return year(y) && edtfMonth(y, Number(m));
  reading.report('date.zero-padded', 'a month of zero is padding, not a date');
  return year(y);
}

/** `2010/05` is a month; `2001/02` may also be an academic year, so only the year is kept. */
function yearSlash(y: string, m: string, reading: DateReading): string | undefined {
  const month = edtfMonth(y, Number(m));
  if (month === undefined || Number(y.slice(2)) + 1 !== Number(m)) return month;
  reading.report('date.ambiguous', 'a month, or two years; only the first year is kept');
  return y;
}

/** 0000 and 9999 stand for "no date" in databases. */
function year(y: string): string | undefined {
  return y === '0000' || y === '9999' ? undefined : y;
}

function digits(known: string): string | undefined {
  return known === '00' ? undefined : known.padEnd(4, 'X');
}

function century(ordinal: number | undefined): string | undefined {
  if (ordinal === undefined || ordinal < 1 || ordinal > 21) return undefined;
  return `${String(ordinal - 1).padStart(2, '0')}XX`;
}

function romanYear(roman: string): string | undefined {
  const number = romanNumber(roman);
  return number !== undefined && number >= 1450 && number <= 2100 ? String(number) : undefined;
}

function dayMonth(first: string, second: string, y: string, reading: DateReading): string | undefined {
  const [a, b] = [Number(first), Number(second)];
  const [dayFirst, monthFirst] = [edtfDay(y, b, a), edtfDay(y, a, b)];
  if (dayFirst === undefined || monthFirst === undefined || a === b) return dayFirst ?? monthFirst;
  if (reading.dayFirst !== undefined) return reading.dayFirst ? dayFirst : monthFirst;
  reading.report('date.ambiguous', 'day and month cannot be told apart; only the year is kept');
  return y;
}

function named(y: string, name: string, day: number | undefined, reading: DateReading): string | undefined {
  const season = day === undefined ? seasonByName(name) : undefined;
  if (season !== undefined) return `${y}-${season}`;
  const month = monthByName(name, reading.lang);
  if (month === undefined) return undefined;
  if (month === 'ambiguous') {
    reading.report(
      'date.ambiguous',
      `"${name}" is a different month in different languages; only the year is kept`,
    );
    return y;
  }
  return day === undefined ? edtfMonth(y, month) : edtfDay(y, month, day);
}
