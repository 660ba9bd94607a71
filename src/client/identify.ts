/** What a repository says of itself. */
import { parseGranularity, parseLenientDatestamp, type Granularity } from '../model/datestamp.ts';
import { OaiError } from '../oai/oai-error.ts';
import type { EnvelopeElement } from '../xml/element.ts';
import { envelopeChild, envelopeChildren } from '../xml/look.ts';
import type { RepositoryClient } from './client.ts';
import { textOf } from './parse-page.ts';
import type { ProtocolResponse } from './read-response.ts';

export const DELETED_RECORD = ['no', 'transient', 'persistent'] as const;
export type DeletedRecord = (typeof DELETED_RECORD)[number];

/** An Identify response, as far as it can be read: what is missing or illegible is empty or absent (F92). */
export interface Identify {
  readonly responseDate: string;
  readonly repositoryName: string;
  /** As sent; never used as an address (F95). */
  readonly baseUrl: string;
  readonly protocolVersion: string;
  readonly adminEmails: readonly string[];
  /** UTC, in one of the two legal forms. */
  readonly earliestDatestamp?: string;
  readonly deletedRecord?: DeletedRecord;
  readonly granularity?: Granularity;
  /** What stands inside each `<description>`. */
  readonly descriptions: readonly EnvelopeElement[];
}

/**
 * Asks a repository what it is.
 *
 * @throws OaiError when it answers with an error; PageError when it does not answer.
 */
export async function identify(client: RepositoryClient, signal?: AbortSignal): Promise<Identify> {
  const response = await client.request({ verb: 'Identify' }, { signal });
  if (response.error) throw new OaiError(response.error.code, response.error.message, response.url);
  return parseIdentify(response);
}

/** Reads an Identify response leniently. */
function parseIdentify({ root }: ProtocolResponse): Identify {
  const empty: EnvelopeElement = { name: 'Identify', namespace: '', attributes: {}, text: '', children: [] };
  const answer = envelopeChild(root, 'Identify') ?? empty;
  const earliestDatestamp = parseLenientDatestamp(textOf(answer, 'earliestDatestamp'));
  const deletedRecord = DELETED_RECORD.find((word) => word === textOf(answer, 'deletedRecord').toLowerCase());
  const granularity = textOf(answer, 'granularity');
  return {
    responseDate: textOf(root, 'responseDate'),
    repositoryName: textOf(answer, 'repositoryName'),
    baseUrl: textOf(answer, 'baseURL'),
    protocolVersion: textOf(answer, 'protocolVersion'),
    adminEmails: envelopeChildren(answer, 'adminEmail').map(({ text }) => text.trim()),
    ...(earliestDatestamp !== undefined && { earliestDatestamp }),
    ...(deletedRecord !== undefined && { deletedRecord }),
    ...(granularity !== '' && { granularity: parseGranularity(granularity) }),
    descriptions: envelopeChildren(answer, 'description').flatMap(({ children }) => children),
  };
}
