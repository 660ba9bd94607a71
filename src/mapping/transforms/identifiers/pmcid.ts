import { z } from '../../../schema/index.ts';
import { NOT_MINE, valueTransform } from '../../transform.ts';
import type { IdentifierReader } from './reader.ts';

const PMCID =
  /^(?:https?:\/\/(?:(?:www\.)?ncbi\.nlm\.nih\.gov\/pmc|pmc\.ncbi\.nlm\.nih\.gov|europepmc\.org)\/articles?\/(?:pmc\/)?|pmcid\s{0,3}:?\s{0,3})?PMC\s?([1-9]\d{0,8})[/.]?$/i;

export const pmcid = valueTransform({
  name: 'pmcid',
  summary: 'Reads a PubMed Central number (`PMC…`) from its URL or from text.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'Identifier',
  recogniser: true,
  bind: () => readPmcid,
});

export const readPmcid: IdentifierReader = (text) => {
  const match = text.length > 200 ? null : PMCID.exec(text.trim());
  return match === null ? NOT_MINE : { scheme: 'pmcid', value: `PMC${match[1]!}` };
};
