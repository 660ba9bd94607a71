import type { Physical } from '../../../model/canonical.ts';
import { z } from '../../../schema/index.ts';
import { NOT_MINE, valueTransform } from '../../transform.ts';

const PAGES =
  '(?:pp?|pages?|pag|páginas?|pgs?|str(?:ana|anica|anice|on)?|стр(?:аница|ана)?|с|s|S|seiten|sidor|sivua|leaves|ll?)';
const PAGE_COUNT = new RegExp(`^(\\d{1,5})\\s?${PAGES}(?:\\.|(?![\\p{L}]))`, 'u');
const COUNTED = new RegExp(
  `\\d\\s?(?:${PAGES}|v(?:ol(?:umes?)?)?|bytes|[kmg]i?b|files?|discs?|discos?|slides?|items?|linear feet|boxes|folders?|maps?|photographs?)(?:\\.|(?![\\p{L}]))`,
  'iu',
);
const DURATION = /^(?:\d{1,4}\s?(?:hours?|hrs?|h|minutes?|mins?|min|seconds?|secs?|s)\b\.?[,\s]{0,3}){1,3}$/i;
const DIMENSIONS =
  /^(?:ca\.? )?\d{1,5}(?:[.,]\d{1,3})?\s?(?:(?:mm|cm|in\.?|inches|"|″)\s?)?(?:[x×х]\s?\d{1,5}(?:[.,]\d{1,3})?\s?(?:mm|cm|in\.?|inches|"|″)?\s?){0,2}(?:\([^()]{1,60}\))?\.?$/iu;
const UNIT = /mm|cm|in\b|inches|"|″|[x×х]/iu;
const LONGEST_EXTENT = 300;

export const extent = valueTransform({
  name: 'extent',
  summary: 'Reads "12 str. : ilustr. ; 24 cm" into extent, page count and dimensions.',
  arguments: z
    .strictObject({
      keep: z.boolean().default(false).describe('Takes any text as extent, as MARC 300 needs it.'),
    })
    .optional(),
  takes: 'text',
  gives: 'Physical',
  recogniser: true,
  bind: (args) => (text: string) => readExtent(text.trim(), args?.keep === true) ?? NOT_MINE,
});

type Extent = Pick<Physical, 'extent' | 'pageCount' | 'dimensions' | 'duration'>;

function readExtent(value: string, keep: boolean): Extent | undefined {
  if (value === '') return undefined;
  if (value.length > LONGEST_EXTENT) return keep ? { extent: value } : undefined;
  if (isDimensions(value)) return { dimensions: withoutDot(value) };
  if (DURATION.test(value)) return { duration: value };
  // ISBD area 5: extent and illustrations, then " ; " and dimensions.
  const at = value.lastIndexOf(' ; ');
  const tail = at < 0 ? '' : value.slice(at + 3).trim();
  const dimensions = isDimensions(tail) ? withoutDot(tail) : undefined;
  const main = dimensions === undefined ? value : value.slice(0, at).trim();
  if (dimensions === undefined && !keep && !COUNTED.test(value)) return undefined;
  const pageCount = PAGE_COUNT.exec(main)?.[1];
  return {
    ...(main === '' ? {} : { extent: main }),
    ...(pageCount === undefined ? {} : { pageCount: Number(pageCount) }),
    ...(dimensions === undefined ? {} : { dimensions }),
  };
}

function isDimensions(text: string): boolean {
  return text.length < 100 && UNIT.test(text) && DIMENSIONS.test(text);
}

function withoutDot(text: string): string {
  return /(?:cm|mm|\))\.$/i.test(text) ? text.slice(0, -1) : text;
}
