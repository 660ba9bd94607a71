/**
 * RightsStatements.org 1.0 (https://rightsstatements.org/page/1.0/, CC0): the twelve statements. Their URIs are
 * `http://` by the vocabulary's own definition, and end in a slash.
 */
export const RIGHTS_STATEMENT_NAMESPACE = 'http://rightsstatements.org/vocab/';

export const RIGHTS_STATEMENTS: ReadonlySet<string> = new Set([
  'InC', 'InC-OW-EU', 'InC-EDU', 'InC-NC', 'InC-RUU', 'NoC-CR', 'NoC-NC', 'NoC-OKLR', 'NoC-US', 'CNE', 'UND', 'NKC',
]); // prettier-ignore
