import { readVocabulary } from './read-vocabulary.ts';

/** A COAR access right, with the info:eu-repo access right that says the same and what sources write. */
export interface AccessRight {
  readonly uri: string;
  readonly label: string;
  readonly eurepo: string;
  /** Divided by `|`. */
  readonly synonyms: string;
}

const ACCESS_RIGHT_NAMESPACE = 'http://purl.org/coar/access_right/';

export const ACCESS_RIGHTS: readonly AccessRight[] = readVocabulary('coar-access-rights', [
  'id',
  'label',
  'eurepo',
  'names',
]).rows.map(({ id, label, eurepo, names }) => ({
  uri: ACCESS_RIGHT_NAMESPACE + id,
  label,
  eurepo,
  synonyms: names,
}));
