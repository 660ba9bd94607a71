import { z } from '../../../schema/index.ts';
import { NOT_MINE, valueTransform } from '../../transform.ts';
import { LONGEST_IDENTIFIER, type IdentifierReader } from './reader.ts';
import { withoutTrailingPunctuation } from './spelling.ts';

/**
 * ARK: `ark:` [`/`] NAAN `/` name (draft-kunze-ark §2). Only the global resolver and the California Digital
 * Library's are read from URLs: any other host's URL is an address of its own and is kept as one.
 */
const ARK =
  /^(?:https?:\/\/(?:(?:www\.)?n2t\.net|arks\.org|ark\.cdlib\.org)\/)?ark:\/?([0-9bcdfghjkmnpqrstvwxz]{5,9})\/(\S+)$/i;

export const ark = valueTransform({
  name: 'ark',
  summary: 'Reads an ARK and gives it in the form `ark:12345/name`.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'Identifier',
  recogniser: true,
  bind: () => readArk,
});

export const readArk: IdentifierReader = (text) => {
  if (text.length > LONGEST_IDENTIFIER) return NOT_MINE;
  const match = ARK.exec(withoutTrailingPunctuation(text.trim()));
  if (match === null) return NOT_MINE;
  return { scheme: 'ark', value: `ark:${match[1]!.toLowerCase()}/${match[2]!}` };
};
