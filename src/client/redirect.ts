/** Where a redirect leads, and what goes along. */
import { FetchError } from './client-error.ts';
import { withQuery } from './request-url.ts';

/** One HTTP request that carries the arguments of an OAI-PMH request. */
export interface Target {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  /** The encoded arguments: in the URL of a GET, in the body of a POST. */
  readonly query: string;
  /** The headers of the job, which may hold secrets. */
  readonly headers: Readonly<Record<string, string>>;
  /** The arguments were put back once, after a redirect that had lost them. */
  readonly reattached: boolean;
}

export const MAX_REDIRECTS = 5;

/** Whether a status, with a Location, sends the client elsewhere. */
export function isRedirect(status: number): boolean {
  return REDIRECTS.has(status);
}

/**
 * The request that follows a redirect. A POST is repeated as POST only where HTTP says so (307, 308), else as GET with
 * the arguments in the query (F36); arguments that the Location dropped are put back, once (F34, F35); the job's
 * headers do not follow to another origin (F37).
 *
 * @throws FetchError `redirect`: the Location is no http(s) URL, or the arguments are lost again.
 */
export function followRedirect(target: Target, status: number, location: string): Target {
  const next = parseLocation(target, location);
  const headers = next.origin === new URL(target.url).origin ? target.headers : {};
  if (target.method === 'POST' && KEEPS_METHOD.has(status)) return { ...target, url: next.href, headers };
  if (next.searchParams.has('verb')) return { ...target, method: 'GET', url: next.href, headers };
  if (target.reattached) {
    const message = `redirects lose the arguments of the request (to ${next.href}); correct the base URL`;
    throw new FetchError('redirect', target.url, { message });
  }
  const url = withQuery(next.href, target.query);
  return { ...target, method: 'GET', url, headers, reattached: target.method === 'GET' };
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const KEEPS_METHOD = new Set([307, 308]);

function parseLocation(target: Target, location: string): URL {
  const next = parse(location, target.url);
  if (next && /^https?:$/.test(next.protocol)) return next;
  const message = `redirects to "${location}", which is not an http or https URL`;
  throw new FetchError('redirect', target.url, { message });
}

/** By trying: `URL.canParse` of Node 20 comes to refuse addresses with international host names after many calls. */
function parse(location: string, base: string): URL | undefined {
  try {
    return new URL(location, base);
  } catch {
    return undefined;
  }
}
