import { readVocabulary } from './read-vocabulary.ts';

/** A COAR version type, with the info:eu-repo version that says the same and what sources write. */
export interface CoarVersion {
  readonly uri: string;
  readonly code: string;
  readonly label: string;
  readonly eurepo: string | undefined;
  /** Divided by `|`. */
  readonly synonyms: string;
}

const COAR_VERSION_NAMESPACE = 'http://purl.org/coar/version/';

export const COAR_VERSIONS: readonly CoarVersion[] = readVocabulary('coar-version-types', [
  'id',
  'code',
  'label',
  'eurepo',
  'names',
]).rows.map(({ id, code, label, eurepo, names }) => ({
  uri: COAR_VERSION_NAMESPACE + id,
  code,
  label,
  eurepo: eurepo || undefined,
  synonyms: names,
}));
