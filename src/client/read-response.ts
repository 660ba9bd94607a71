/** From an HTTP response to an OAI-PMH document, or to what it is instead. */
import type { EnvelopeElement } from '../xml/element.ts';
import { decodeBody } from '../xml/decode-body.ts';
import { envelopeChild } from '../xml/look.ts';
import { readEnvelope } from '../xml/read-envelope.ts';
import { XmlError, type XmlErrorKind } from '../xml/xml-error.ts';
import type { PageFailure, PageFailureKind } from './client-error.ts';
import type { FetchedResponse } from './fetch-response.ts';
import { decidingError, type ReportedError } from './oai-errors.ts';

/** A complete OAI-PMH document. */
export interface ProtocolResponse {
  readonly url: string;
  readonly root: EnvelopeElement;
  /** An error condition that the protocol knows. */
  readonly error?: ReportedError;
  /** Named repairs that were needed to read it. */
  readonly repairs: readonly string[];
}

export type ReadResponse =
  | { readonly ok: true; readonly response: ProtocolResponse }
  | { readonly ok: false; readonly failure: PageFailure };

/**
 * Reads the body before the status decides: an OAI-PMH document with 422 or 500 is that document (F31). Only a
 * complete document with the verb's element or a known error is a response; everything else is a failure that says
 * what came.
 */
export function readResponse(fetched: FetchedResponse, verb: string): ReadResponse {
  const { text, repairs } = decodeBody(fetched.body, fetched.headers['content-type']);
  try {
    const envelope = readEnvelope(text);
    return judge(fetched, verb, { ...envelope, repairs: [...repairs, ...envelope.repairs] });
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return { ok: false, failure: failureOf(fetched, text, error) };
  }
}

function judge(
  { url, status, headers }: FetchedResponse,
  verb: string,
  { root, repairs }: Pick<ProtocolResponse, 'root' | 'repairs'>,
): ReadResponse {
  const error = decidingError(root, verb);
  const failure = { url, status, headers };
  if (error?.known === false) {
    const message = `the repository reports "${error.code}": ${error.message}`;
    return { ok: false, failure: { ...failure, kind: 'oai-error', message, excerpt: error.message } };
  }
  if (error !== undefined) return { ok: true, response: { url, root, error, repairs } };
  if (envelopeChild(root, verb)) return { ok: true, response: { url, root, repairs } };
  const children = root.children.map(({ name }) => name).join(', ');
  const message = `neither <${verb}> nor <error> in the response, but: ${children || 'nothing'}`;
  return { ok: false, failure: { ...failure, kind: 'wrong-verb', message } };
}

function failureOf({ url, status, headers }: FetchedResponse, text: string, error: XmlError): PageFailure {
  const head = text.slice(0, HEAD_LENGTH);
  const excerpt = head.slice(0, EXCERPT_LENGTH).toWellFormed();
  const failure = { url, status, headers, excerpt, cause: error };
  const wall = WALLS.find(
    ({ header, text: sign }) => (header ?? '') in headers || (sign?.test(text) ?? false),
  );
  if (wall)
    return { ...failure, kind: 'blocked', message: `${wall.name} keeps robots out; ${ASK_THE_REPOSITORY}` };
  const title = /<title[^<>]{0,200}>([^<]{0,200})/i.exec(head)?.[1]?.trim();
  const page = title === undefined ? '' : `: a web page, "${title}"`;
  if (status >= 300) return { ...failure, kind: 'status', message: `HTTP ${status}${hintOf(status)}${page}` };
  return { ...failure, kind: KINDS[error.kind] ?? 'malformed', message: `${error.message}${page}` };
}

const EXCERPT_LENGTH = 250;
/** How far into a page we look for what it is. */
const HEAD_LENGTH = 20_000;
const ASK_THE_REPOSITORY = 'ask the repository to let our User-Agent and address through';

/** Walls that answer in a server's place (F20, F44): known by a header, or by words of their page. */
const WALLS: readonly { readonly name: string; readonly header?: string; readonly text?: RegExp }[] = [
  { name: 'Cloudflare', header: 'cf-mitigated' },
  { name: 'AWS WAF', header: 'x-amzn-waf-action' },
  { name: 'Cloudflare', text: /<title>(?:Just a moment|Attention Required! \| Cloudflare)/i },
  { name: 'Anubis', text: /\/\.within\.website\/x\/cmd\/anubis\//i },
];

const KINDS: Readonly<Partial<Record<XmlErrorKind, PageFailureKind>>> = {
  truncated: 'truncated',
  html: 'html',
  empty: 'empty',
  'not-oai': 'not-oai',
};

function hintOf(status: number): string {
  if (status === 401) return ' (credentials are missing: http.headers of the job)';
  return status === 403 ? ` (${ASK_THE_REPOSITORY}, or give credentials in http.headers of the job)` : '';
}
