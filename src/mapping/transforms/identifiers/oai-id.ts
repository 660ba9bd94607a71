import { z } from '../../../schema/index.ts';
import { NOT_MINE, valueTransform } from '../../transform.ts';
import { LONGEST_IDENTIFIER, type IdentifierReader } from './reader.ts';

/** OAI identifier format (openarchives.org/OAI/2.0/guidelines-oai-identifier.htm), with namespaces as loose as real ones. */
const OAI_ID = /^oai:[a-z][\w.-]{0,255}:\S+$/i;

export const oaiId = valueTransform({
  name: 'oai_id',
  summary: 'Recognises an OAI identifier (`oai:repository:local`) and keeps it as it is.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'Identifier',
  recogniser: true,
  bind: () => readOaiId,
});

export const readOaiId: IdentifierReader = (text) => {
  if (text.length > LONGEST_IDENTIFIER) return NOT_MINE;
  const value = text.trim();
  return OAI_ID.test(value) ? { scheme: 'oai', value } : NOT_MINE;
};
