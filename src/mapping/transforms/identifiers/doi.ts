import { z } from '../../../schema/index.ts';
import { Bad, NOT_MINE, valueTransform } from '../../transform.ts';
import { LONGEST_IDENTIFIER, type IdentifierReader } from './reader.ts';
import { percentDecoded, withoutTrailingPunctuation } from './spelling.ts';

/** DOI name: prefix `10.` + registrant, slash, suffix (DOI Handbook §2.2; ISO 26324). */
const DOI = /^10\.\d{4,9}(?:\.\d{1,9})*\/\S+$/;
/** Without one of these, which an escape may stand for, there is neither a DOI nor a claim to be one. */
const SIGN = /10\.|doi|%[\da-f]/i;
const PREFIX_ONLY = /^(?:10(?:\.[\d.]*)?)?\/?$/;
const RESOLVER = /^(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/+(?:doi:)?/i;
const LABEL = /^(?:info:doi\/|urn:doi:|doi\s{0,3}[:=]?\s{0,3}(?=10\.|$)|doi\s{0,3}:\s{0,3})/i;

export const doi = valueTransform({
  name: 'doi',
  summary: 'Reads a DOI from a URL, a labelled or a bare form, and gives it in lower case.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'Identifier',
  recogniser: true,
  bind: () => readDoi,
});

/** DOIs are compared without regard to ASCII case, so they are kept in lower case (DOI Handbook §2.4). */
export const readDoi: IdentifierReader = (text) => {
  if (text.length > LONGEST_IDENTIFIER || !SIGN.test(text)) return NOT_MINE;
  const trimmed = text.trim();
  const resolver = RESOLVER.exec(trimmed)?.[0];
  const label = resolver ?? LABEL.exec(trimmed)?.[0];
  const bare = trimmed.slice(label?.length ?? 0).trim();
  // In a URL, what follows an unescaped `#` or `?` is no part of the name.
  const name = withoutTrailingPunctuation(
    percentDecoded(resolver === undefined ? bare : bare.split(/[?#]/, 1)[0]!),
  );
  if (DOI.test(name)) return { scheme: 'doi', value: lowerAscii(name) };
  const claimed = label !== undefined || /^10\.\d{4,9}\/$/.test(bare);
  if (!claimed) return NOT_MINE;
  if (PREFIX_ONLY.test(name)) return new Bad('doi.incomplete', `"${trimmed}" has no DOI suffix`);
  return new Bad('doi.malformed', `"${trimmed.slice(0, 100)}" is not a DOI`);
};

function lowerAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase());
}
