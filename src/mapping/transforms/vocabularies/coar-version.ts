import { z } from '../../../schema/index.ts';
import { COAR_VERSIONS } from '../../vocab/coar-versions.ts';
import { eurepoTerm } from '../../vocab/eu-repo.ts';
import { findTerm, termIndex } from '../../vocab/fold-term.ts';
import { NOT_MINE, valueTransform, type TransformContext } from '../../transform.ts';

const COAR_URI = /^https?:\/\/purl\.org\/coar\/version\/(c_[0-9a-f]{16})\/?$/i;

const BY_ID = new Map(COAR_VERSIONS.map(({ uri }) => [uri.slice(uri.lastIndexOf('/') + 1), uri]));
// "P" and "NA" are too short to mean a version wherever they stand.
const BY_CODE = new Map(
  COAR_VERSIONS.filter(({ code }) => code !== 'P' && code !== 'NA').map(({ code, uri }) => [code, uri]),
);
const BY_TERM = termIndex(
  COAR_VERSIONS.filter(({ code }) => code !== 'NA').map(({ uri, label, synonyms }) => [
    uri,
    `${label}|${synonyms}`,
  ]),
);
const BY_EUREPO = termIndex(COAR_VERSIONS.map(({ uri, eurepo }) => [uri, eurepo ?? '']));

export const coarVersion = valueTransform({
  name: 'coar_version',
  summary: 'Gives the COAR version URI for a term of eu-repo, COAR (URI, code, label) or a language.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'text',
  recogniser: true,
  bind: () => (text: string, context: TransformContext) => {
    const value = text.trim();
    const id = COAR_URI.exec(value)?.[1];
    if (id !== undefined) return BY_ID.get(id.toLowerCase()) ?? NOT_MINE;
    const term = eurepoTerm(value);
    if (term === undefined) return BY_CODE.get(value) ?? findTerm(BY_TERM, value) ?? NOT_MINE;
    // An updated version may be a corrected or an enhanced one: eu-repo does not tell them apart.
    if (term === 'updatedversion') context.confidence('likely');
    return findTerm(BY_EUREPO, term) ?? NOT_MINE;
  },
});
