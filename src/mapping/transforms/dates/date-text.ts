import type { DateValue } from '../../../model/canonical.ts';

type Qualifier = DateValue['qualifiers'][number];

/** A date statement taken apart: the bare date, and what was said about it. */
export interface DateText {
  readonly text: string;
  readonly qualifiers: ReadonlySet<Qualifier>;
  readonly copyright: boolean;
  /** Words behind the date that are no part of it: `2008 - Audio`. */
  readonly note?: string;
}

const UNDATED =
  /^(?:n\.? ?d\.?|s\.? ?[ad]\.?|undated|no date|not dated|o\.? ?[jd]\.?|ohne jahr|sine anno|b\.? ?g\.?|б\.? ?г\.?|б\.? ?д\.?|bez datuma|без датума|без даты|bez roku|b\.? ?r\.?|sans date|sin fecha|sem data|senza data|zonder jaar|u\.? ?å\.?|jaartal onbekend|date unknown|unknown date|\(:unda?v\))$/iu;

/** Whether the text states that there is no date. */
export function saysUndated(value: string): boolean {
  return UNDATED.test(
    normalise(value)
      .replace(/^[[(]|[\])]$/g, '')
      .trim(),
  );
}

/**
 * Takes brackets (supplied by the cataloguer), question marks, "circa" in many languages, the copyright sign and
 * closing punctuation off a date statement.
 */
export function readDateText(value: string): DateText {
  const qualifiers = new Set<Qualifier>();
  let text = normalise(value);
  if (/^\[[^[\]]*\]?[.,]?$/.test(text) || ERA_YEAR.test(text)) qualifiers.add('inferred');
  text = corrected(text).replace(/[[\]]/g, '');
  text = unwrapParens(text).replace(/(?<!\/\.?)[\s.,;:]+$/, '');
  const circa = CIRCA.exec(text);
  if (circa !== null) {
    qualifiers.add('approximate');
    text = text.replace(CIRCA_ALL, '');
  }
  const copyright = COPYRIGHT.test(text);
  if (copyright) text = text.replace(COPYRIGHT, '');
  text = text.replace(FILLER, '').trim();
  return { text, qualifiers, copyright, ...splitNote(text) };
}

const EASTERN_ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0xff10];

/** ASCII digits, one kind of dash, one kind of blank. */
function normalise(value: string): string {
  return value
    .normalize('NFC')
    .replace(/[٠-٩۰-۹०-९০-৯０-９]/g, (digit) => {
      const code = digit.charCodeAt(0);
      const zero = EASTERN_ZEROS.find((start) => code >= start && code <= start + 9) ?? code;
      return String(code - zero);
    })
    .replace(/[‐‑‒–—―−－〜～]/g, '-')
    .replace(/[？]/g, '?')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A year of another calendar by its era, with the year of ours that the cataloguer supplied: `Heisei 10 [1998]`. */
const ERA_YEAR =
  /^(?:\p{L}[\p{L} .]{0,20}\d{1,3} ?年?|\d{1,4} ?(?:a\.? ?h|h|hijri|sh)\.?) ?\[(\d{4})\]\.?$/iu;

/** `1999 [i.e. 1998]`, `1423 [2002]`: the date that is right, or is of our calendar. */
function corrected(text: string): string {
  const supplied = (/^\d{4} ?\[(\d{4})\]\.?$/.exec(text) ?? ERA_YEAR.exec(text))?.[1];
  if (supplied !== undefined) return supplied;
  return (
    /\b(?:i\.? ?e\.?|recte|vielmehr|tj\.?|т\.? ?е\.?|d\.? ?h\.?|sc(?:il)?\.) ?(\S.*)$/iu.exec(text)?.[1] ??
    text
  );
}

function unwrapParens(text: string): string {
  const inside = /^\(([^()]*)\)[.,]?$/.exec(text)?.[1];
  return inside?.trim() ?? text;
}

const CIRCA_WORDS =
  '(?:circa|ca|cca|approximately|approx|about|around|um|etwa|vers|environ|hacia|cerca de|c|oko|око|около|ок|прибл|près de|omkring|noin|ok|körül|περ)';
/** `c. 1924` and `c 1924` are circa; `c1924` is copyright. */
const CIRCA = new RegExp(
  `(?:^|[\\s(-])${CIRCA_WORDS}(?:\\.\\s*|\\s+|(?<=ca|cca|circa)(?=\\d))(?=.*\\d)`,
  'iu',
);
const CIRCA_ALL = new RegExp(`(?<=^|[\\s(-])${CIRCA_WORDS}(?:\\.\\s*|\\s+|(?<=ca|cca|circa)(?=\\d))`, 'giu');
const COPYRIGHT = /^(?:©|\(c\)|℗|\(p\)|copyright|cop\.?|copr\.?|[cp](?=\d{4}))\s*/iu;
/** Words that only say that a date follows, and "year" behind one. */
const FILLER =
  /^(?:(?:on|in|im|am|anno|godine|godina|г\.|год\.|date|dated|year|published|issued|publ\.|dne|dana|дана|le|den)(?=[\s:])[\s:]*)|(?<=\d\.?)\s?(?:\. ?)?(?:godine|godina|god|г|г\. ?г|гг|год|года|годы|године|година|р|року|рік|year|ad|a\.d|ce|c\.e|n\. ?e|н\. ?э|н\. ?е|n\. ?l)\.?$/iu;

/** Only after a date that stands by itself: digits, then a dash or comma, then words without digits. */
function splitNote(text: string): { text: string; note: string } | undefined {
  const match = /^(.*\d[?~]?)(?: - |, | \()([^\d()]{3,60})\)?$/u.exec(text);
  const [, date, note] = match ?? [];
  if (date === undefined || note === undefined || !/^[\d\s?~/.,-]+$/.test(date)) return undefined;
  return { text: date.trim(), note: note.trim() };
}
