import type { Identifier } from '../../../model/canonical.ts';
import { z } from '../../../schema/index.ts';
import { valueTransform } from '../../transform.ts';

/**
 * An identifier → URI: resolvable where there is a resolver (`https://doi.org/…`), a URN where there is a namespace
 * (`urn:isbn:…`). Schemes without either give the bare value; an invalid identifier is omitted.
 */
export const idAsUri = valueTransform({
  name: 'id_as_uri',
  summary: 'Writes an identifier as a URI.',
  arguments: z.undefined(),
  takes: 'Identifier',
  gives: 'text',
  bind: () => identifierUri,
});

/** The URI of an identifier, or its bare value; `undefined` when it is invalid. */
export function identifierUri(identifier: Identifier): string | undefined {
  const { scheme, value, uri, invalid } = identifier;
  if (invalid) return undefined;
  const prefix = PREFIXES.get(scheme);
  if (prefix !== undefined) return value.startsWith(prefix) ? value : prefix + encoded(value);
  return uri ?? value;
}

/** The prefix that makes a URI of a value, by scheme. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['doi', 'https://doi.org/'],
  ['hdl', 'https://hdl.handle.net/'],
  ['ark', 'https://n2t.net/'],
  ['arxiv', 'https://arxiv.org/abs/'],
  ['pmid', 'https://pubmed.ncbi.nlm.nih.gov/'],
  ['pmcid', 'https://www.ncbi.nlm.nih.gov/pmc/articles/'],
  ['isbn', 'urn:isbn:'],
  ['issn', 'urn:issn:'],
]);

/** Escapes what may not stand in the path of a URI. */
function encoded(value: string): string {
  return encodeURI(value.toWellFormed()).replace(/[?#]/g, encodeURIComponent);
}
