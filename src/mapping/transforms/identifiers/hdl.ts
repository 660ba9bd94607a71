import { z } from '../../../schema/index.ts';
import { NOT_MINE, valueTransform } from '../../transform.ts';
import { LONGEST_IDENTIFIER, type IdentifierReader } from './reader.ts';
import { percentDecoded, withoutTrailingPunctuation } from './spelling.ts';

/** Handle syntax: naming authority, slash, local name (RFC 3651 §3.1). */
const HANDLE = /^(?:https?:\/\/(?:www\.)?hdl\.handle\.net\/+|hdl:\s{0,3}|info:hdl\/)([\w.-]{1,60})\/(\S+)$/i;

/** The prefix of DSpace's default configuration: not registered, so the same handle names many things. */
const PLACEHOLDER_PREFIX = '123456789';

export const hdl = valueTransform({
  name: 'hdl',
  summary: 'Reads a Handle from its URL or from `hdl:`; a bare `12345/6` is left to others.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'Identifier',
  recogniser: true,
  bind: () => readHandle,
});

export const readHandle: IdentifierReader = (text, context) => {
  if (text.length > LONGEST_IDENTIFIER) return NOT_MINE;
  const match = HANDLE.exec(text.trim());
  if (match === null) return NOT_MINE;
  const local = withoutTrailingPunctuation(percentDecoded(match[2]!.split(/[?#]/, 1)[0]!));
  if (local === '') return NOT_MINE;
  const value = `${match[1]!}/${local}`;
  if (match[1] === PLACEHOLDER_PREFIX) {
    context.report('hdl.placeholder', `${value} has DSpace's demonstration prefix and is not unique`);
  }
  return { scheme: 'hdl', value };
};
