/** Following a list from page to page: the same for records, identifiers and sets. */
import { OaiError, type OaiErrorCode } from '../oai/oai-error.ts';
import type { Argument, Verb } from '../oai/verbs.ts';
import type { RepositoryClient } from './client.ts';
import { ListError, PageError } from './client-error.ts';
import { createListGuard } from './list-guard.ts';
import type { ListPage } from './parse-page.ts';
import { readAhead } from './read-ahead.ts';
import type { ProtocolResponse } from './read-response.ts';
import { encodeArguments, type OaiArguments } from './request-url.ts';

/** What makes a list of its kind. */
export interface ListKind<Page extends ListPage> {
  readonly verb: Verb;
  readonly parse: (response: ProtocolResponse) => Page;
  /** What tells the items of a page apart. */
  readonly keysOf: (page: Page) => string[];
  /** Pages behind which the next one is not requested until the consumer is done with them; default: none. */
  readonly isHeavy?: (page: Page) => boolean;
  /** The errors by which the protocol says "nothing to list". */
  readonly nothing: readonly OaiErrorCode[];
}

export interface ListQuery {
  /** Of the first request. */
  readonly selection: Readonly<Partial<Record<Argument, string | undefined>>>;
  /** Where to go on, instead of beginning. */
  readonly resumeToken?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Yields a list's pages until it is complete: the last page is a complete document without a token, or with an empty
 * one (F53, F54, F82). An empty list, also in answer to a token (F58), has no pages. The next page is requested while
 * the consumer works on the current one, unless that one is huge.
 *
 * @throws ListError when the list cannot be followed to its end; OaiError when the repository refuses the request;
 * PageError when a page cannot be had; the signal's reason when it was aborted.
 */
export async function* listPages<Page extends ListPage>(
  client: RepositoryClient,
  kind: ListKind<Page>,
  query: ListQuery,
): AsyncGenerator<Page, void> {
  yield* readAhead((signal) => followTokens(client, kind, { ...query, signal }), query.signal, kind.isHeavy);
}

async function* followTokens<Page extends ListPage>(
  client: RepositoryClient,
  kind: ListKind<Page>,
  query: ListQuery,
): AsyncGenerator<Page, void> {
  const guard = createListGuard(client.maxPages);
  let token = query.resumeToken;
  for (let pages = 0; ; pages++) {
    const selection = token === undefined ? query.selection : { resumptionToken: token };
    const response = await requestList(
      client,
      { ...selection, verb: kind.verb },
      { pages, signal: query.signal },
    );
    if (response.error) {
      if (kind.nothing.some((code) => code === response.error?.code)) {
        if (token !== undefined) client.note({ name: 'token-to-nothing', url: response.url });
        return;
      }
      throw faultOf(response, token, pages);
    }
    const page = kind.parse(response);
    const keys = kind.keysOf(page);
    const fault = guard.check(page, keys, token);
    yield page;
    if (fault) throw fault;
    if (page.resumptionToken === undefined) return;
    if (keys.length === 0) client.note({ name: 'empty-page', url: page.url });
    if (page.resumptionToken.text === token) client.note({ name: 'same-token', url: page.url });
    token = page.resumptionToken.text;
  }
}

interface Step {
  /** Pages that this list has brought so far. */
  readonly pages: number;
  readonly signal: AbortSignal | undefined;
}

/** Requests a page; when the first token that is sent is refused, once more with the token as it came (F67). */
async function requestList(
  client: RepositoryClient,
  values: OaiArguments,
  { pages, signal }: Step,
): Promise<ProtocolResponse> {
  const { quirks } = client;
  const response = await requestKnownToken(client, values, { pages, signal });
  const refused = response.error?.code === 'badResumptionToken' && values.resumptionToken !== undefined;
  if (!refused || pages > 1 || quirks.rawToken || !changesWhenRaw(values)) return response;
  quirks.rawToken = true;
  const raw = await requestKnownToken(client, values, { pages, signal });
  if (raw.error) quirks.rawToken = false;
  else client.note({ name: 'raw-token', url: raw.url });
  return raw.error ? response : raw;
}

async function requestKnownToken(
  client: RepositoryClient,
  values: OaiArguments,
  { pages, signal }: Step,
): Promise<ProtocolResponse> {
  try {
    return await client.request(values, { signal, rawToken: client.quirks.rawToken });
  } catch (error) {
    const expired = values.resumptionToken !== undefined && error instanceof PageError && saysExpired(error);
    throw expired ? tokenExpired(error.message, { url: error.url, pages, cause: error }) : error;
  }
}

function changesWhenRaw(values: OaiArguments): boolean {
  return encodeArguments(values) !== encodeArguments(values, { rawToken: true });
}

/** An expired token without an OAI-PMH error: Zenodo's 422, or the text of a database (F65). */
function saysExpired({ status, kind, message, excerpt }: PageError): boolean {
  if (kind === 'status' && (status === 410 || status === 422)) return true;
  return /token[^<>]{0,80}expired|expired[^<>]{0,80}token|may have expired|noDataForResultSet/i.test(
    `${message.slice(0, 1000)}\n${excerpt}`,
  );
}

function faultOf({ url, error }: ProtocolResponse, token: string | undefined, pages: number): Error {
  const { code = '', message = '' } = error ?? {};
  if (code !== 'badResumptionToken' || token === undefined) return new OaiError(code, message, url);
  return tokenExpired(message || 'badResumptionToken', { url, pages });
}

function tokenExpired(reason: string, where: { url: string; pages: number; cause?: unknown }): ListError {
  return new ListError('token-expired', `the repository refuses its own resumptionToken: ${reason}`, where);
}
