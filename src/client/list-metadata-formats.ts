/** The metadata formats of a repository, or of one of its records. */
import { OaiError } from '../oai/oai-error.ts';
import type { RepositoryClient } from './client.ts';
import { parseMetadataFormats, type MetadataFormat } from './parse-page.ts';

/**
 * Asks for the formats of a repository, or of one record; none when it says `noMetadataFormats`.
 *
 * @throws OaiError when the repository refuses the request; PageError when it does not answer.
 */
export async function listMetadataFormats(
  client: RepositoryClient,
  { identifier, signal }: { readonly identifier?: string; readonly signal?: AbortSignal } = {},
): Promise<readonly MetadataFormat[]> {
  const response = await client.request({ verb: 'ListMetadataFormats', identifier }, { signal });
  if (response.error === undefined) return parseMetadataFormats(response);
  const { code, message } = response.error;
  if (code === 'noMetadataFormats') return [];
  throw new OaiError(code, message, response.url);
}
