/**
 * Our identifiers (D9): `oai:<repositoryIdentifier>:<job>/<origin identifier>`, escaped by the rules of the
 * oai-identifier guideline, so that they are stable, reversible and unique.
 */

/** Characters that an oai-identifier may hold as they are: URI unreserved and reserved ones. */
const PLAIN = /[^A-Za-z0-9\-_.!~*'();/?:@&=+$,]/gu;

export interface RecordKey {
  /** The job's name: letters, digits, `-`, `_`, `.`; never a slash. */
  readonly job: string;
  /** The identifier that the repository gave the record. */
  readonly identifier: string;
}

/** Our identifier of a harvested record. */
export function ourIdentifier(repositoryIdentifier: string, key: RecordKey): string {
  return `oai:${repositoryIdentifier}:${key.job}/${escapeLocal(key.identifier)}`;
}

/** What one of our identifiers stands for, or `undefined` when it is not one that we would have made. */
export function parseOurIdentifier(repositoryIdentifier: string, identifier: string): RecordKey | undefined {
  const prefix = `oai:${repositoryIdentifier}:`;
  if (!identifier.startsWith(prefix)) return undefined;
  const local = identifier.slice(prefix.length);
  const slash = local.indexOf('/');
  if (slash < 1) return undefined;
  const origin = unescapeLocal(local.slice(slash + 1));
  if (origin === undefined || origin === '') return undefined;
  const key = { job: local.slice(0, slash), identifier: origin };
  return ourIdentifier(repositoryIdentifier, key) === identifier ? key : undefined;
}

function escapeLocal(text: string): string {
  return text
    .toWellFormed()
    .replace(PLAIN, (character) =>
      [...new TextEncoder().encode(character)]
        .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
        .join(''),
    );
}

function unescapeLocal(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
