/** The records of a repository, or their headers alone, page by page. */
import type { RecordHeader } from '../model/record.ts';
import type { RepositoryClient } from './client.ts';
import { listPages, type ListKind } from './list-pages.ts';
import {
  parseIdentifiersPage,
  parseRecordsPage,
  type IdentifiersPage,
  type RecordsPage,
} from './parse-page.ts';

/** What to list: selective harvesting (protocol §2.7). */
export interface ListRequest {
  readonly metadataPrefix: string;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly set?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Yields the pages of ListRecords, one request ahead of the consumer. No records at all means no pages; the
 * repository's clock is then in `client.statistics.lastResponseDate`.
 *
 * @param resumeToken goes on where an earlier list stopped.
 * @throws ListError, OaiError and PageError, as {@link listPages} does.
 */
export async function* listRecords(
  client: RepositoryClient,
  request: ListRequest,
  resumeToken?: string,
): AsyncGenerator<RecordsPage, void> {
  const { signal, ...selection } = request;
  yield* listPages(client, RECORDS, { selection, resumeToken, signal });
}

/** Yields the pages of ListIdentifiers; see {@link listRecords}. */
export async function* listIdentifiers(
  client: RepositoryClient,
  request: ListRequest,
  resumeToken?: string,
): AsyncGenerator<IdentifiersPage, void> {
  const { signal, ...selection } = request;
  yield* listPages(client, IDENTIFIERS, { selection, resumeToken, signal });
}

/** Characters of metadata in a page; an ordinary one has some hundred thousand. */
const HEAVY = 16 * 1024 * 1024;

const RECORDS: ListKind<RecordsPage> = {
  verb: 'ListRecords',
  parse: parseRecordsPage,
  keysOf: ({ records }) => records.map(({ header }) => keyOf(header)),
  isHeavy: ({ records }) =>
    records.reduce((sum, { metadata }) => sum + (metadata?.xml.length ?? 0), 0) > HEAVY,
  nothing: ['noRecordsMatch'],
};

const IDENTIFIERS: ListKind<IdentifiersPage> = {
  verb: 'ListIdentifiers',
  parse: parseIdentifiersPage,
  keysOf: ({ headers }) => headers.map(keyOf),
  nothing: ['noRecordsMatch'],
};

function keyOf({ identifier, datestamp }: RecordHeader): string {
  return `${identifier}\n${datestamp}`;
}
