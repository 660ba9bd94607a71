import { readVocabulary } from './read-vocabulary.ts';

/** The top-level media types that IANA registers, and `chemical`, which is in use (RFC 6838 §4.2). */
export const TOP_LEVEL_TYPES: ReadonlySet<string> = new Set([
  'application', 'audio', 'chemical', 'font', 'image', 'message', 'model', 'multipart', 'text', 'video',
]); // prettier-ignore

export const MEDIA_TYPE_BY_EXTENSION = typesOf('extension');

/** Names of formats in lower case, where they are not extensions. */
export const MEDIA_TYPE_BY_NAME = typesOf('name');

function typesOf(kind: 'extension' | 'name'): ReadonlyMap<string, string> {
  const { rows } = readVocabulary('media-types', ['kind', 'name', 'type']);
  return new Map(rows.filter((row) => row.kind === kind).map(({ name, type }) => [name, type]));
}
