import type { Part } from '../../../model/canonical.ts';

export type PageRange = NonNullable<Part['pages']>;

/** A page as printed: `147`, `e12`, `S17`, `12a`, `xiv`. */
const PAGE = '[A-Za-z]{0,3}\\d{1,7}[a-z]?|[ivxlcdm]{1,9}|[IVXLCDM]{1,9}';
const LABEL =
  /^(?:(?:pp|pages?|pgs?|págs?|pag|ss|str(?:ana|anice|ony)?|стр(?:аницы|ане)?|seiten?|sid(?:or)?|sayfa|lk)(?![\p{L}])\.?\s{0,3}:?|(?:p|s|с|o|S|P|С)(?:\.\s{0,3}|\s{1,3}|(?=\d)))\s{0,3}/iu;
const RANGE = new RegExp(`^(${PAGE})\\s{0,2}(?:\\p{Pd}|−){1,2}\\s{0,2}(${PAGE})$`, 'u');
const SINGLE = new RegExp(`^(?:${PAGE})$`, 'u');
const FOLLOWING = /^(\d{1,7})\s?ff?\.?$/;
const TOTAL = /^(\d{1,5})\s?(?:p|pp|pages?|s|seiten|str|стр|с)\.?$/iu;
const LONGEST_RANGE = 200;

/** Reads a page statement; `undefined` when it is more, or less, than one range, page or number of pages. */
export function readPageRange(text: string): PageRange | undefined {
  if (text.length > LONGEST_RANGE) return undefined;
  const value = text
    .trim()
    .replace(/[.,;]$/, '')
    .trim();
  const total = TOTAL.exec(value)?.[1];
  if (total !== undefined) return { total: Number(total) };
  const bare = value.replace(LABEL, '');
  const following = FOLLOWING.exec(bare)?.[1];
  if (following !== undefined) return { start: following, list: bare };
  if (SINGLE.test(bare)) return { start: bare };
  const range = RANGE.exec(bare);
  return range === null ? undefined : fromTo(range[1]!, range[2]!);
}

function fromTo(start: string, written: string): PageRange | undefined {
  if (!/^\d+$/.test(start) || !/^\d+$/.test(written)) return { start, end: written };
  // "147-58" leaves out what the two have in common; that is only so when the result lies after the start.
  const end =
    written.length < start.length ? start.slice(0, start.length - written.length) + written : written;
  const total = Number(end) - Number(start) + 1;
  return total < 1 ? undefined : { start, end, total };
}
