/** Tables that every mapping may look up by name, and vocabularies that table values are checked against. */
import { iso6393 } from 'iso-639-3';
import { DCMI_TYPES, RELATION_TYPES } from '../../model/canonical.ts';
import { ACCESS_RIGHTS } from './access-rights.ts';
import { COAR_TYPES } from './coar-types.ts';
import { COAR_VERSIONS } from './coar-versions.ts';
import { dataciteTerms } from './datacite.ts';
import { MODS_TYPE_OF_RESOURCE } from './dcmi-types.ts';
import { EUREPO_SEMANTICS, eurepoSemantics } from './eu-repo.ts';
import { addedCodes } from './languages.ts';
import { marcCountries, marcCountryNames, marcSourceCodes } from './marc-codes.ts';
import { readVocabulary } from './read-vocabulary.ts';
import { RELATOR_CODES } from './relators.ts';
import { RIGHTS_STATEMENT_NAMESPACE, RIGHTS_STATEMENTS } from './rights-statements.ts';

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
  ['marc-country', marcCountries()],
  ['mods-type-of-resource', MODS_TYPE_OF_RESOURCE],
  ['mods-url-access', new Map(Object.entries(MODS_URL_ACCESS))],
  ['relator-label', RELATOR_CODES],
]);

const VOCABULARIES: ReadonlyMap<string, () => ReadonlySet<string>> = new Map([
  ['access-right', () => new Set(ACCESS_RIGHTS.map((right) => right.uri))],
  ['coar-type', () => new Set(COAR_TYPES.map((type) => type.uri))],
  ['coar-version', () => new Set(COAR_VERSIONS.map((version) => version.uri))],
  ['country', () => columnOf('iso-3166-1', 'alpha2')],
  ['dcmi-type', () => new Set<string>(DCMI_TYPES)],
  ['datacite-contributor', () => dataciteTerms('contributorType')],
  ['datacite-date', () => dataciteTerms('dateType')],
  ['datacite-description', () => dataciteTerms('descriptionType')],
  ['datacite-identifier', () => dataciteTerms('relatedIdentifierType')],
  ['datacite-relation', () => dataciteTerms('relationType')],
  ['datacite-type', () => dataciteTerms('resourceTypeGeneral')],
  ['eurepo-access', () => eurepoSemantics('access')],
  ['eurepo-type', () => eurepoSemantics('type')],
  ['eurepo-version', () => eurepoSemantics('version')],
  ['language', () => new Set([...iso6393.map((language) => language.iso6393), ...addedCodes()])],
  ['marc-carrier', () => marcSourceCodes('carrier')],
  ['marc-classification', () => marcSourceCodes('classification')],
  ['marc-country', () => new Set(marcCountryNames().keys())],
  ['marc-genre', () => marcSourceCodes('genre')],
  ['marc-identifier', () => marcSourceCodes('identifier')],
  ['marc-name', () => marcSourceCodes('name')],
  ['marc-relator-source', () => marcSourceCodes('relator')],
  ['marc-subject', () => marcSourceCodes('subject')],
  ['relation', () => new Set<string>(RELATION_TYPES)],
  ['relator', () => new Set(RELATOR_CODES.keys())],
  [
    'rights-statement',
    () => new Set([...RIGHTS_STATEMENTS].map((id) => `${RIGHTS_STATEMENT_NAMESPACE}${id}/1.0/`)),
  ],
  ['script', () => columnOf('iso-15924', 'code')],
]);

/** The names that `check:` of a table may have. */
export const VOCABULARY_NAMES: readonly string[] = [...VOCABULARIES.keys()];

/** The values of a vocabulary; `undefined` when there is none of that name. */
export function vocabularyOf(name: string): ReadonlySet<string> | undefined {
  return VOCABULARIES.get(name)?.();
}

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

function columnOf(name: string, column: string): ReadonlySet<string> {
  return new Set(readVocabulary(name, [column]).rows.map((row) => row[column] ?? ''));
}
