import { readVocabulary } from './read-vocabulary.ts';

/** The prefix of the types, versions and access rights of info:eu-repo. */
export const EUREPO_SEMANTICS = 'info:eu-repo/semantics/';

/** The URIs of info:eu-repo types, versions and access rights. */
export function eurepoSemantics(kind: 'type' | 'version' | 'access'): ReadonlySet<string> {
  const { rows } = readVocabulary('eu-repo', ['kind', 'term']);
  return new Set(rows.filter((row) => row.kind === kind).map(({ term }) => EUREPO_SEMANTICS + term));
}

/** The term after `info:eu-repo/semantics/`, in lower case, or `undefined` for something else. */
export function eurepoTerm(value: string): string | undefined {
  const lower = value.toLowerCase();
  // `info:eu-repo/semantic/article` is a common slip of hand-made exports.
  const prefix = [EUREPO_SEMANTICS, 'info:eu-repo/semantic/', 'eu-repo/semantics/'].find((known) =>
    lower.startsWith(known),
  );
  return prefix === undefined ? undefined : lower.slice(prefix.length).trim();
}
