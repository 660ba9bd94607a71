/** How the arguments of a request are written: as a query, or as a form. */
import { ARGUMENTS, type Argument, type Verb } from '../oai/verbs.ts';

/** The arguments of one request; empty ones are not sent. */
export interface OaiArguments extends Readonly<Partial<Record<Argument, string | undefined>>> {
  readonly verb: Verb;
}

/**
 * Writes arguments as `name=value&…`: the verb first, the rest in a fixed order, no empty ones (F49). A token is
 * percent-encoded whole, exactly once, whatever it looks like (F66, F68); in the other values `:` and `/` stay, which
 * some servers want and RFC 3986 (§3.4) allows (F50).
 *
 * @param rawToken sends the token as it came, for servers that do not decode it (F67).
 */
export function encodeArguments(values: OaiArguments, { rawToken = false } = {}): string {
  const encodeToken = rawToken ? legalInQuery : encodeWhole;
  return ARGUMENTS.filter((name) => (values[name] ?? '') !== '')
    .map((name) => `${name}=${(name === 'resumptionToken' ? encodeToken : encodeValue)(values[name] ?? '')}`)
    .join('&');
}

/** Adds a query to a URL, keeping the URL's path and its own query as they are (F48). */
export function withQuery(url: string, query: string): string {
  const [endpoint = ''] = url.split('#', 1);
  if (query === '') return endpoint;
  if (!endpoint.includes('?')) return `${endpoint}?${query}`;
  return /[?&]$/.test(endpoint) ? endpoint + query : `${endpoint}&${query}`;
}

function encodeValue(value: string): string {
  return encodeWhole(value).replaceAll('%3A', ':').replaceAll('%2F', '/');
}

function encodeWhole(value: string): string {
  const encoded = encodeURIComponent(value.toWellFormed());
  return encoded.replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

function legalInQuery(value: string): string {
  return encodeURI(value.toWellFormed()).replaceAll('%25', '%').replaceAll('#', '%23');
}
