/** The faults of talking to a repository. Each names the URL, and what came instead of an answer. */

/** What a failed request was: decides whether it is tried again (`retry.ts`). */
export type PageFailureKind =
  /** The connection failed or was cut. */
  | 'network'
  /** One of the four timeouts. */
  | 'timeout'
  /** An HTTP status without an OAI-PMH document. */
  | 'status'
  /** Nothing, with a good status (F20). */
  | 'empty'
  /** The document ends before its root is closed (F13). */
  | 'truncated'
  /** A web page with a good status (F19, F32). */
  | 'html'
  /** A wall against robots answered (F20, F44). */
  | 'blocked'
  /** XML of another kind. */
  | 'not-oai'
  /** Not XML, also after repairs. */
  | 'malformed'
  /** An OAI-PMH document with neither the element of the verb nor an error. */
  | 'wrong-verb'
  /** An error condition that the protocol does not know (F88). */
  | 'oai-error'
  /** Larger than `maxResponse`, after decompression (F43). */
  | 'too-large'
  /** Too many redirects, or one that leads nowhere (F34, F35). */
  | 'redirect';

/** A request that brought no HTTP response. */
export class FetchError extends Error {
  override readonly name = 'FetchError';
  readonly kind: PageFailureKind;
  readonly url: string;

  constructor(kind: PageFailureKind, url: string, detail: { message: string; cause?: unknown }) {
    super(detail.message, { cause: detail.cause });
    this.kind = kind;
    this.url = url;
  }
}

/** What is known of a page that could not be had. */
export interface PageFailure {
  readonly kind: PageFailureKind;
  readonly url: string;
  readonly message: string;
  /** Absent when no response came. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** The start of what came instead of a page. */
  readonly excerpt?: string;
  readonly cause?: unknown;
}

const EXCERPT_LENGTH = 250;

/** A page could not be had, after all attempts. */
export class PageError extends Error {
  override readonly name = 'PageError';
  readonly url: string;
  readonly kind: PageFailureKind;
  readonly status: number | undefined;
  /** The start of what came instead of a page, at most 250 characters: often an HTML error page. */
  readonly excerpt: string;
  readonly attempts: number;
  /** The last request as a command for a terminal; secrets are masked. */
  readonly curl: string;

  constructor(failure: PageFailure, attempts: number, curl: string) {
    const tries = attempts === 1 ? 'after 1 attempt' : `after ${attempts} attempts`;
    super(`${failure.url}: ${failure.message} (${tries}; to reproduce: ${curl})`, { cause: failure.cause });
    this.url = failure.url;
    this.kind = failure.kind;
    this.status = failure.status;
    this.excerpt = (failure.excerpt ?? '').slice(0, EXCERPT_LENGTH);
    this.attempts = attempts;
    this.curl = curl;
  }
}

/** Why a list ended without being complete. */
export type ListErrorKind =
  /** No new record for several pages: it would never end (F59, F60). */
  | 'loops'
  /** Only empty pages for a long time (F57). */
  | 'incomplete'
  /** The repository no longer knows the token: the window must be asked for again (F63, F65). */
  | 'token-expired'
  /** More pages than the job allows. */
  | 'too-many-pages';

/** A list that cannot be followed to its end. What was yielded before is good. */
export class ListError extends Error {
  override readonly name = 'ListError';
  readonly kind: ListErrorKind;
  readonly url: string;
  /** Pages that were received before. */
  readonly pages: number;

  constructor(kind: ListErrorKind, message: string, where: { url: string; pages: number; cause?: unknown }) {
    super(`${where.url}: ${message} (after ${where.pages} pages)`, { cause: where.cause });
    this.kind = kind;
    this.url = where.url;
    this.pages = where.pages;
  }
}
