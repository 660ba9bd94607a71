import { readVocabulary } from './read-vocabulary.ts';

/** The URIs of the statements are `http://` by the vocabulary's own definition, and end in a slash. */
export const RIGHTS_STATEMENT_NAMESPACE = 'http://rightsstatements.org/vocab/';

/** The identifiers of the statements of RightsStatements.org: `InC-EDU`. */
export const RIGHTS_STATEMENTS: ReadonlySet<string> = new Set(
  readVocabulary('rights-statements', ['id']).rows.map(({ id }) => id),
);
