import type { Part } from '../../../model/canonical.ts';
import { readPageRange } from './page-range.ts';

/** What a text says about volume, issue, year and pages or article number, and where that begins. */
export interface PartStatement {
  readonly part: Part;
  /** Where the first of them stands: what lies before is the title. */
  readonly start: number;
  /** How many of volume, issue, year and pages or article number there are. */
  readonly found: number;
}

const YEAR = '(?:1[5-9]|20)\\d\\d';
const NUMBER = '\\d{1,4}(?:\\s?[-–/]\\s?\\d{1,4})?[a-z]?';
/** `L191`, `024606`. */
const LETTERED = '[A-Z]?\\d{1,7}';
const PAGES = 'e?\\d{1,7}(?:\\s?(?:\\p{Pd}|−){1,2}\\s?e?\\d{1,7})?';

const VOLUME_LABEL =
  'vol(?:ume|umen)?s?\\.?|v\\.|bd\\.?|band|т\\.|том|tom[eo]?|t\\.|knj(?:iga|\\.)|књ(?:ига|\\.)|kn\\.|кн\\.|cilt';
/** Words for "year of publication" number the volumes, or are followed by the year itself. */
const ANNUAL_LABEL =
  'jg\\.?|jahrg(?:ang|\\.)|god(?:ina|ište|\\.)|год(?:ина|иште|\\.)|roč(?:ník|\\.)|årg(?:ång|\\.)|évf\\.?|année|año|anno|ano|rok';
const ISSUE_LABEL =
  'no\\.?|nr\\.?|n\\.|n[°ºo]\\.?|№|n[uú]m(?:ero|\\.)?|numéro|número|issue|iss\\.?|heft|h\\.|br(?:oj|\\.)|бр(?:ој|\\.)|č(?:íslo|ís\\.|\\.)|z(?:eszyt|esz\\.|\\.)|sv(?:eska|ezak|\\.)|св(?:еска|\\.)|fasc\\.?|вып(?:уск|\\.)|sayı|št(?:evilka|\\.)';
const PAGES_LABEL =
  'pp?\\.?|pages?|pag\\.|págs?\\.|pgs?\\.|ss?\\.|str\\.?|стр\\.?|с\\.|seiten?|sid\\.|sayfa|lk\\.?';

const before = '(?<![\\p{L}\\p{N}])';
const after = '(?![\\p{L}\\p{N}])';

const FORMS: readonly (readonly [RegExp, (groups: readonly (string | undefined)[]) => Found])[] = [
  // "Phys. Rev. D 45, 1234 (1992)"
  [
    new RegExp(`${before}(\\d{1,4}),\\s?(e?\\d{1,7}(?:[-–]\\d{1,7})?)\\s?\\((${YEAR})\\)\\s?\\.?$`, 'iu'),
    ([volume, page, year]) => ({ volume, pages: page, year }),
  ],
  // "Phys.Rev.C76:024606,2007"
  [
    new RegExp(`(?<=^|[\\p{L}.])(\\d{1,4}):(${LETTERED}(?:[-–]${LETTERED})?),(${YEAR})\\.?$`, 'u'),
    ([volume, pages, year]) => ({ volume, pages, year }),
  ],
  // "JHEP08 (2013) 079": these two number the articles of a month. Behind another name it may be the year of a conference.
  [
    new RegExp(`(?<=^(?:JHEP|JCAP)\\s?)(0[1-9]|1[0-2])\\s?\\((${YEAR})\\)\\s?(\\d{3})\\.?$`, 'u'),
    ([volume, year, articleNumber]) => ({ volume, year, articleNumber }),
  ],
  // "Mod.Phys.Lett.,A29 (2014) 1450215": the comma says that the letter of the section goes with the volume.
  [
    new RegExp(`(?<=\\.,\\s?)([A-H]\\d{1,4})\\s?\\((${YEAR})\\)\\s(\\d{3,7}(?:[-–]\\d{1,7})?)\\.?$`, 'u'),
    ([volume, year, pages]) => ({ volume, year, pages }),
  ],
  [
    new RegExp(`${before}(?:${VOLUME_LABEL})\\s{0,2}:?\\s{0,2}(${NUMBER}|[IVXLC]{1,8})${after}`, 'iu'),
    ([volume]) => ({ volume }),
  ],
  [
    new RegExp(`${before}(?:${ANNUAL_LABEL})\\s{0,2}:?\\s{0,2}(${NUMBER}|[IVXLC]{1,8})\\.?${after}`, 'iu'),
    ([value]) => (isYear(value) ? { year: value } : { volume: value }),
  ],
  [new RegExp(`${before}(\\d{1,4})\\.\\s?(?:${ANNUAL_LABEL})${after}`, 'iu'), ([volume]) => ({ volume })],
  [
    new RegExp(`${before}(?:${ISSUE_LABEL})\\s{0,2}:?\\s{0,2}(${NUMBER})${after}`, 'iu'),
    ([issue]) => ({ issue }),
  ],
  // "18(2)", "18 (2010)", "14 (2010) 2"
  [
    new RegExp(`${before}(\\d{1,4})\\s?\\((${YEAR})\\)(?:\\s(\\d{1,3})(?=\\s?(?:[,;:]|\\.\\s?\\S)))?`, 'u'),
    ([volume, year, issue]) => ({ volume, year, issue }),
  ],
  [new RegExp(`${before}(\\d{1,4})\\s?\\((${NUMBER})\\)`, 'u'), ([volume, issue]) => ({ volume, issue })],
  [new RegExp(`\\([^()\\d]{0,20}(${YEAR}(?:\\s?[-–/]\\s?\\d{2,4})?)\\)`, 'u'), ([year]) => ({ year })],
  [new RegExp(`[,;:]\\s?(${YEAR})(?=\\s?(?:[,;:.]|$))`, 'u'), ([year]) => ({ year })],
  [
    new RegExp(`${before}(?:${PAGES_LABEL})\\s{0,2}:?\\s{0,2}(${PAGES})${after}`, 'iu'),
    ([pages]) => ({ pages }),
  ],
  [
    new RegExp(`[;:,]\\s{0,3}(e?\\d{1,7}\\s?(?:\\p{Pd}|−){1,2}\\s?e?\\d{1,7})\\s?\\.?$`, 'iu'),
    ([pages]) => ({ pages }),
  ],
  // "404 (2014) 47-55", "741 (2015) 145": a number by itself is a page behind a volume only, and no issue has three digits.
  [new RegExp(`(?<=\\(${YEAR}\\)\\s)(${LETTERED}[-–]${LETTERED})\\.?$`, 'u'), ([pages]) => ({ pages })],
  [
    new RegExp(`(?<=${before}\\d{1,4}\\s?\\(${YEAR}\\)\\s)([A-Z]?\\d{3,7})\\.?$`, 'u'),
    ([pages]) => ({ pages }),
  ],
  [/;\s{0,3}(e?\d{1,7})\s?\.?$/i, ([pages]) => ({ pages })],
];

const DIGIT = /\d/;
/** The forms that read a text without digits: volumes may be numbered in Roman numerals. */
const ROMAN_FORMS = FORMS.filter(([form]) => form.source.includes('[IVXLC]'));

type Name = 'volume' | 'issue' | 'year' | 'pages' | 'articleNumber';
type Found = Partial<Record<Name, string | undefined>>;

const LONGEST_STATEMENT = 1000;

/** Reads the part statement in a citation or by itself; `undefined` when there is none. */
export function readPartStatement(text: string): PartStatement | undefined {
  if (text.length > LONGEST_STATEMENT) return undefined;
  const found: Found = {};
  const spans: [start: number, end: number][] = [];
  for (const [form, name] of DIGIT.test(text) ? FORMS : ROMAN_FORMS) {
    const match = form.exec(text);
    if (
      match === null ||
      spans.some(([start, end]) => match.index < end && start < match.index + match[0].length)
    ) {
      continue;
    }
    const values = Object.entries(splitYear(name(match.slice(1)))).filter(([, value]) => value !== undefined);
    if (values.every(([key]) => found[key as Name] !== undefined)) continue;
    Object.assign(found, Object.fromEntries(values.filter(([key]) => found[key as Name] === undefined)));
    spans.push([match.index, match.index + match[0].length]);
  }
  if (spans.length === 0) return undefined;
  const start = Math.min(...spans.map(([first]) => first));
  const part = { ...partOf(found), ...partTitle(text, spans, found) };
  const unread = unreadText(text, start, spans, part.partTitle);
  return {
    part: unread
      ? {
          ...part,
          text: text
            .slice(start)
            .replace(/^[\s,;:]+/, '')
            .trim(),
        }
      : part,
    start,
    found: Object.keys(found).length,
  };
}

/** "Godina 5/2010", "бр. 3/2010": the second number is the year. */
function splitYear(found: Found): Found {
  for (const name of ['volume', 'issue'] as const) {
    const match = /^(.+?)\s?\/\s?(\d{4})$/.exec(found[name] ?? '');
    if (match !== null && isYear(match[2]))
      return { ...found, [name]: match[1], year: found.year ?? match[2] };
  }
  return found;
}

function isYear(value: string | undefined): boolean {
  return value !== undefined && new RegExp(`^${YEAR}$`).test(value);
}

/** No page has a zero before its number, or six digits: `024606`, `1450215`. */
const NO_PAGE = /^(?:0\d+|\d{6,})$/;

function partOf({ volume, issue, year, pages, articleNumber }: Found): Part {
  const isPage = pages !== undefined && !NO_PAGE.test(pages);
  const article = articleNumber ?? (isPage ? undefined : pages);
  return {
    ...(volume === undefined ? {} : { volume }),
    ...(issue === undefined ? {} : { issue }),
    ...(article === undefined ? {} : { articleNumber: article }),
    ...(year === undefined ? {} : { year }),
    ...(isPage ? { pages: readPageRange(pages) ?? { list: pages } } : {}),
  };
}

/** OJS puts the title of the issue after the year: `Vol. 18 No. 2 (2010): Special issue; 147-158`. */
function partTitle(
  text: string,
  spans: readonly (readonly [number, number])[],
  found: Found,
): Pick<Part, 'partTitle'> {
  const end = spans.find(([, last]) => text[last - 1] === ')')?.[1];
  if (end === undefined || found.year === undefined) return {};
  const title = /^\s?:\s{0,3}([^;]{1,300}?)\s{0,3}(?:;|$)/u.exec(text.slice(end))?.[1];
  if (title === undefined || !/\p{L}/u.test(title) || readPageRange(title) !== undefined) return {};
  // OJS repeats the journal's title where the issue has none.
  return text.startsWith(title) ? {} : { partTitle: title };
}

/** Whether words remain that no form has read: then the statement is kept as text too. */
function unreadText(
  text: string,
  start: number,
  spans: readonly (readonly [number, number])[],
  title: string | undefined,
): boolean {
  let rest = text.slice(start);
  for (const [first, end] of [...spans].sort((a, b) => b[0] - a[0])) {
    rest = rest.slice(0, first - start) + ' ' + rest.slice(end - start);
  }
  if (title !== undefined) rest = rest.replace(title, ' ');
  const head = text.slice(0, start).replace(/[\s;,.:]+$/, '');
  if (head !== '') rest = rest.replace(head, ' ');
  return /\p{L}{3}|\d/u.test(rest);
}
