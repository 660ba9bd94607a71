/** A request as a command for a terminal, so that anybody can see what the repository answers. */
import type { FetcherOptions } from './fetch-response.ts';
import { encodeArguments, withQuery, type OaiArguments } from './request-url.ts';

/** Writes the `curl` command of a request; the values of the job's own headers are masked. */
export function curlOf(
  {
    baseUrl,
    method,
    headers,
    userAgent,
  }: Pick<FetcherOptions, 'baseUrl' | 'method' | 'headers' | 'userAgent'>,
  values: OaiArguments,
): string {
  const query = encodeArguments(values);
  const custom = Object.keys(headers).flatMap((name) => ['-H', quote(`${name}: ***`)]);
  const where =
    method === 'POST' ? ['--data', quote(query), quote(baseUrl)] : [quote(withQuery(baseUrl, query))];
  return ['curl', '-sSL', '-A', quote(userAgent), ...custom, ...where].join(' ');
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
