/** Tables that every mapping may look up by name, and vocabularies that table values are checked against. */
import { DCMI_TYPES, RELATION_TYPES } from '../../model/canonical.ts';
import { ACCESS_RIGHTS } from './access-rights.ts';
import { COAR_TYPES } from './coar-types.ts';
import { COAR_VERSIONS } from './coar-versions.ts';
import { MODS_TYPE_OF_RESOURCE } from './dcmi-types.ts';
import { EUREPO_SEMANTICS } from './eu-repo.ts';
import { RELATOR_CODES } from './relators.ts';

/** The values of MODS `location/url/@access`; other roles have none. */
const MODS_URL_ACCESS: Readonly<Record<string, string>> = {
  landing: 'object in context',
  fulltext: 'raw object',
  preview: 'preview',
  thumbnail: 'preview',
};

export const BUILTIN_TABLES: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  ['coar-type-label', tableOf(COAR_TYPES, (type) => type.label)],
  ['coar-to-dcmi', tableOf(COAR_TYPES, (type) => type.dcmi ?? '')],
  ['eurepo-type', tableOf(COAR_TYPES, (type) => eurepo(type.eurepo))],
  ['eurepo-version', tableOf(COAR_VERSIONS, (version) => eurepo(version.eurepo))],
  ['coar-version-label', tableOf(COAR_VERSIONS, (version) => version.label)],
  ['eurepo-access', tableOf(ACCESS_RIGHTS, (right) => eurepo(right.eurepo))],
  ['coar-access-label', tableOf(ACCESS_RIGHTS, (right) => right.label)],
  ['mods-type-of-resource', new Map(Object.entries(MODS_TYPE_OF_RESOURCE))],
  ['mods-url-access', new Map(Object.entries(MODS_URL_ACCESS))],
  ['relator-label', RELATOR_CODES],
]);

export const VOCABULARIES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['coar-type', new Set(COAR_TYPES.map((type) => type.uri))],
  ['coar-version', new Set(COAR_VERSIONS.map((version) => version.uri))],
  ['access-right', new Set(ACCESS_RIGHTS.map((right) => right.uri))],
  ['dcmi-type', new Set<string>(DCMI_TYPES)],
  ['relator', new Set(RELATOR_CODES.keys())],
  ['relation', new Set<string>(RELATION_TYPES)],
]);

interface Term {
  readonly uri: string;
}

/** A table by URI; terms without a counterpart are left out. Those that have none by design stand for nothing: `''`. */
function tableOf<T extends Term>(
  terms: readonly T[],
  counterpart: (term: T) => string | undefined,
): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  for (const term of terms) {
    const value = counterpart(term);
    if (value !== undefined) table.set(term.uri, value);
  }
  return table;
}

function eurepo(term: string | undefined): string | undefined {
  return term === undefined ? undefined : EUREPO_SEMANTICS + term;
}
