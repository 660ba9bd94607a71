import isbn3 from 'isbn3';
import { z } from '../../../schema/index.ts';
import { Bad, NOT_MINE, valueTransform } from '../../transform.ts';
import { weightedSum } from './check-digit.ts';
import type { IdentifierReader } from './reader.ts';

const LABEL = /^(?:urn:isbn:|info:isbn\/|(?:e-?|p-?)?isbn(?:[-\s]?1[03](?=[\s:]))?\s{0,3}[:.=]?\s{0,3})/i;
/** How every ISBN begins: with a digit or behind a label. */
const SIGN = /^\s*\d|isbn/i;
const NUMBER = /^(\d[\d\s\p{Pd}]{7,24}[\dXx])(?![\d\p{L}])/u;
/** After the number: a qualifier in brackets, then ISBD punctuation and a price. */
const REST = /^\s{0,3}(?:\(([^()]{1,100})\))?\s{0,3}(?:[:;=][^()]{0,40}|[.,])?$/;

export const isbn = valueTransform({
  name: 'isbn',
  summary: 'Reads an ISBN, gives it with 13 digits, and the remark in brackets as qualifier.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'Identifier',
  recogniser: true,
  bind: () => readIsbn,
});

/**
 * ISO 2108. A number with a wrong check digit is kept, marked `invalid`, when it is clearly meant as an ISBN: with
 * a label, or hyphenated with the prefix 978 or 979.
 */
export const readIsbn: IdentifierReader = (text, context) => {
  if (text.length > 200 || !SIGN.test(text)) return NOT_MINE;
  const trimmed = text.trim();
  const label = LABEL.exec(trimmed)?.[0];
  const number = NUMBER.exec(trimmed.slice(label?.length ?? 0));
  const rest = number === null ? null : REST.exec(trimmed.slice((label?.length ?? 0) + number[0].length));
  const digits = number?.[1]!.replace(/[^\dX]/gi, '').toUpperCase() ?? '';
  if (rest === null || (digits.length !== 10 && digits.length !== 13)) {
    return label === undefined ? NOT_MINE : new Bad('isbn.malformed', `"${trimmed}" is not an ISBN`);
  }
  const qualifier = rest[1]?.trim() || undefined;
  const extra = qualifier === undefined ? {} : { qualifier };
  if (hasValidCheckDigit(digits)) {
    if (label === undefined && digits.length === 10) {
      // Any tenth number of ten digits passes the check: without a label it must lie in a registered range.
      if (isbn3.parse(digits)?.isValid !== true) return NOT_MINE;
      context.confidence('likely');
    }
    return { scheme: 'isbn', value: toIsbn13(digits), ...extra };
  }
  const meant = label !== undefined || (/^97[89]/.test(digits) && /\p{Pd}/u.test(number![1]!));
  if (!meant) return NOT_MINE;
  context.report('isbn.invalid', `${digits} has a wrong check digit`);
  return { scheme: 'isbn', value: digits, ...extra, invalid: true };
};

function hasValidCheckDigit(digits: string): boolean {
  if (digits.length === 10) return weightedSum(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;
  return /^97[89]\d+$/.test(digits) && weightedSum(digits, [1, 3]) % 10 === 0;
}

function toIsbn13(digits: string): string {
  if (digits.length === 13) return digits;
  const first = `978${digits.slice(0, 9)}`;
  return first + String((10 - (weightedSum(first, [1, 3]) % 10)) % 10);
}
