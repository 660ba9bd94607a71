import { z } from '../../../schema/index.ts';
import { NOT_MINE, valueTransform } from '../../transform.ts';
import type { IdentifierReader } from './reader.ts';

const PMID =
  /^(?:https?:\/\/(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov\/pubmed)\/|info:pmid\/|(?:pmid|pubmed|medline)\s{0,3}:?\s{0,3})0{0,3}([1-9]\d{0,7})[/.]?$/i;

export const pmid = valueTransform({
  name: 'pmid',
  summary: 'Reads a PubMed number from its URL or from `PMID:`.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'Identifier',
  recogniser: true,
  bind: () => readPmid,
});

export const readPmid: IdentifierReader = (text) => {
  const match = text.length > 200 ? null : PMID.exec(text.trim());
  return match === null ? NOT_MINE : { scheme: 'pmid', value: match[1]! };
};
