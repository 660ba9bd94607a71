import { z } from '../../../schema/index.ts';
import { NOT_MINE, valueTransform } from '../../transform.ts';
import { LONGEST_IDENTIFIER, type IdentifierReader } from './reader.ts';
import { percentDecoded, withoutTrailingPunctuation } from './spelling.ts';

/** RFC 8141 §2: `urn:` NID `:` NSS; NID is compared without regard to case. */
const URN = /^urn:([a-z0-9][a-z0-9-]{0,31}):(\S+)$/i;

/** National resolvers, whose URLs are the URN with an address in front. */
const RESOLVER =
  /^https?:\/\/(?:(?:www\.)?nbn-resolving\.(?:de|org)\/(?:html\/)?|urn\.kb\.se\/resolve\?urn=|urn\.fi\/|urn\.nb\.no\/|urn\.nsk\.hr\/|resolver\.obvsg\.at\/|nbn\.depositolegale\.it\/|resolver\.kb\.nl\/resolve\?urn=)(?=urn(?::|%3a))/i;

/** Namespaces whose names are identifiers of a scheme of their own. */
const OTHERS: ReadonlySet<string> = new Set(['isbn', 'issn', 'doi']);

export const urn = valueTransform({
  name: 'urn',
  summary: 'Reads a URN, also from the URL of a national resolver.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'Identifier',
  recogniser: true,
  bind: () => readUrn,
});

export const readUrn: IdentifierReader = (text) => {
  if (text.length > LONGEST_IDENTIFIER || !/urn/i.test(text)) return NOT_MINE;
  const trimmed = text.trim();
  const resolver = RESOLVER.exec(trimmed)?.[0];
  const name = resolver === undefined ? trimmed : percentDecoded(trimmed.slice(resolver.length));
  const match = URN.exec(withoutTrailingPunctuation(name));
  if (match === null || OTHERS.has(match[1]!.toLowerCase())) return NOT_MINE;
  return { scheme: 'urn', value: `urn:${match[1]!.toLowerCase()}:${match[2]!}` };
};
