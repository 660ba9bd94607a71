/**
 * The info:eu-repo vocabulary (https://wiki.surfnet.nl/display/standards/info-eu-repo, 2014; in the public domain
 * as facts): the prefix of its terms and the terms that say whether a text was reviewed.
 */
export const EUREPO_SEMANTICS = 'info:eu-repo/semantics/';

/** The term after `info:eu-repo/semantics/`, in lower case, or `undefined` for something else. */
export function eurepoTerm(value: string): string | undefined {
  const lower = value.toLowerCase();
  // `info:eu-repo/semantic/article` is a common slip of hand-made exports.
  const prefix = [EUREPO_SEMANTICS, 'info:eu-repo/semantic/', 'eu-repo/semantics/'].find((known) =>
    lower.startsWith(known),
  );
  return prefix === undefined ? undefined : lower.slice(prefix.length).trim();
}
