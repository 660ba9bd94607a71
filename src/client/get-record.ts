/** One record. */
import type { OaiRecord } from '../model/record.ts';
import { OaiError } from '../oai/oai-error.ts';
import type { RepositoryClient } from './client.ts';
import { parseGetRecord } from './parse-page.ts';

/**
 * Asks for one record; `undefined` when the repository says that it has none with this identifier.
 *
 * @throws OaiError when the repository refuses the request; PageError when it does not answer.
 */
export async function getRecord(
  client: RepositoryClient,
  wanted: { readonly identifier: string; readonly metadataPrefix: string; readonly signal?: AbortSignal },
): Promise<OaiRecord | undefined> {
  const { identifier, metadataPrefix, signal } = wanted;
  const response = await client.request({ verb: 'GetRecord', identifier, metadataPrefix }, { signal });
  if (response.error === undefined) return parseGetRecord(response);
  const { code, message } = response.error;
  if (code === 'idDoesNotExist') return undefined;
  throw new OaiError(code, message, response.url);
}
