import { z } from '../../../schema/index.ts';
import type { Identifier } from '../../../model/canonical.ts';
import { NOT_MINE, valueTransform, type TransformContext } from '../../transform.ts';
import { weightedSum } from './check-digit.ts';
import type { IdentifierReader } from './reader.ts';

const LABEL =
  /^(?:https?:\/\/portal\.issn\.org\/resource\/issn\/|urn:issn:|info:issn\/|(?<medium>e|p|l|online|print)?[-\s]?issn(?:-l)?\s{0,3}(?:\((?<bracket>[^()]{1,30})\))?\s{0,3}[:.=]?\s{0,3})/i;
/** How every ISSN begins: with a digit or behind a label. */
const SIGN = /^\s*\d|issn/i;
const NUMBER = /^(\d{4})(\p{Pd}|\s)?(\d{3}[\dXx])(?:\s{0,3}\((?<remark>[^()]{1,30})\))?[.,;]?$/u;

const MEDIA: ReadonlyMap<string, string> = new Map(
  Object.entries({ e: 'online', online: 'online', p: 'print', print: 'print' }),
);

export const issn = valueTransform({
  name: 'issn',
  summary: 'Reads an ISSN with a right check digit; the medium becomes the qualifier.',
  arguments: z
    .strictObject({
      bare: z.boolean().describe('Also takes eight digits that only their check digit speaks for.'),
    })
    .optional(),
  takes: 'text',
  gives: 'Identifier',
  recogniser: true,
  bind: (args) =>
    args?.bare === true
      ? (text: string, context) => readBare(text, context) ?? readIssn(text, context)
      : readIssn,
});

/** Eight digits that may be a day (`20100315`) are no ISSN. */
const BARE = /^(?!(?:1[5-9]|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$)(\d{4})(\d{3}[\dXx])$/;

function readBare(text: string, context: TransformContext): Identifier | undefined {
  const [, first, last] = (text.length > 20 ? null : BARE.exec(text.trim())) ?? [];
  if (first === undefined || last === undefined) return undefined;
  const value = `${first}-${last.toUpperCase()}`;
  if (!hasValidCheckDigit(value)) return undefined;
  context.confidence('likely');
  return { scheme: 'issn', value };
}

/** ISO 3297. Eight digits without hyphen and label are more often something else, and so is a wrong check digit. */
export const readIssn: IdentifierReader = (text, context) => {
  if (text.length > 200 || !SIGN.test(text)) return NOT_MINE;
  const trimmed = text.trim();
  const label = LABEL.exec(trimmed);
  const match = NUMBER.exec(trimmed.slice(label?.[0].length ?? 0));
  if (match === null || (label === null && match[2] === undefined)) return NOT_MINE;
  const [, first, , last] = match;
  const value = `${first!}-${last!.toUpperCase()}`;
  if (!hasValidCheckDigit(value)) {
    context.report('issn.invalid', `${value} has a wrong check digit and is not taken for an ISSN`, 'info');
    return NOT_MINE;
  }
  const medium = label?.groups?.['medium']?.toLowerCase();
  const bracket = (match.groups?.['remark'] ?? label?.groups?.['bracket'])?.trim();
  const qualifier = (medium === undefined ? undefined : MEDIA.get(medium)) ?? (bracket || undefined);
  return qualifier === undefined ? { scheme: 'issn', value } : { scheme: 'issn', value, qualifier };
};

function hasValidCheckDigit(value: string): boolean {
  return weightedSum(value.replace('-', ''), [8, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;
}
