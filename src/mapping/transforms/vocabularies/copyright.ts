import type { Rights } from '../../../model/canonical.ts';
import { z } from '../../../schema/index.ts';
import { NOT_MINE, valueTransform } from '../../transform.ts';

/** A notice begins with the sign, or with the word and a sign, colon or year: "Copyright of the author …" is prose. */
const NOTICE =
  /^(?:copyright\s{0,3}(?:©|\(c\)|℗|:|(?=(?:19|20)\d\d))|©|℗|\(c\)\s|\(c\)(?=\d)|&copy;)\s{0,3}(?:copyright\s)?(?:by\s)?/i;
const LEADING_YEAR = /^((?:1[5-9]|20)\d\d(?:\s?[-–,/]\s?(?:1[5-9]|20)?\d\d)*)(?!\d)[\s,.:;-]*(?:by\s)?/i;
const TRAILING_YEAR =
  /^(.{1,200}?)[,\s]\s{0,3}\(?((?:1[5-9]|20)\d\d(?:\s?[-–]\s?(?:1[5-9]|20)?\d\d)?)\)?\.?$/i;
const RESERVED = /[\s,.;–-]{0,5}all rights reserved\.?$/i;
const LONGEST_NOTICE = 500;

export const copyright = valueTransform({
  name: 'copyright',
  summary:
    'Reads a copyright notice (`© 2010 X`, `Copyright (c) X, 2010`) into year and holder, and keeps it as text.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'Rights',
  recogniser: true,
  bind: () => (text: string) => {
    const value = text.length > LONGEST_NOTICE ? '' : text.trim();
    const sign = NOTICE.exec(value)?.[0];
    if (sign === undefined) return NOT_MINE;
    const claim = yearAndHolder(value.slice(sign.length).replace(RESERVED, '').trim());
    if (claim === undefined) return NOT_MINE;
    return { kind: 'copyright', text: value, copyright: claim } satisfies Rights;
  },
});

function yearAndHolder(rest: string): { year?: string; holder?: string } | undefined {
  const leading = LEADING_YEAR.exec(rest);
  const trailing = leading === null ? TRAILING_YEAR.exec(rest) : null;
  const year = leading?.[1] ?? trailing?.[2];
  const holder = (trailing?.[1] ?? rest.slice(leading?.[0].length ?? 0)).replace(/[\s,;]+$/, '').trim();
  if (year === undefined && !/\p{L}/u.test(holder)) return undefined;
  return { ...(year === undefined ? {} : { year }), ...(/[\p{L}\p{N}]/u.test(holder) ? { holder } : {}) };
}
