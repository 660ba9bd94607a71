/** A harvester for tests: asks over real sockets, and reads what the tests compare. */
import { request, type IncomingHttpHeaders } from 'node:http';
import { expect } from 'vitest';
import { hasShared } from '../support/shared.ts';
import { validateResponse } from '../support/xsd.ts';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly text: string;
}

export interface AskOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface Token {
  readonly token: string;
  readonly cursor?: number;
  readonly completeListSize?: number;
  readonly expirationDate?: string;
}

export interface Header {
  readonly identifier: string;
  readonly datestamp: string;
  readonly deleted: boolean;
  readonly sets: readonly string[];
}

const VALIDATES = hasShared();

/** One request, as it is written: nothing is encoded for the caller. */
export function ask(url: string, { method = 'GET', headers = {}, body }: AskOptions = {}): Promise<Answer> {
  const { hostname, port } = new URL(url);
  const path = url.slice(url.indexOf('/', 'http://'.length));
  return new Promise((resolve, reject) => {
    const outgoing = request({ hostname, port, path, method, headers, agent: false }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () => {
        const whole = Buffer.concat(chunks);
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          body: whole,
          text: whole.toString(),
        });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** A POST of form-encoded arguments. */
export function post(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  return ask(url, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  });
}

/** An OAI-PMH response to a query: 200, XML, valid under the official schemas, payloads too. */
export async function harvest(url: string, query: string): Promise<string> {
  const { status, text } = await ask(query === '' ? url : `${url}?${query}`);
  expect(status, query).toBe(200);
  expectValid(text, query);
  return text;
}

/** Fails with the validator's messages when a response is not valid. */
export function expectValid(xml: string, about: string): void {
  if (VALIDATES) expect(validateResponse(xml), about).toEqual([]);
}

/** All pages of a list, from its first request on. */
export async function walk(url: string, query: string): Promise<string[]> {
  const pages = [await harvest(url, query)];
  const verb = /verb=(\w+)/.exec(query)?.[1];
  for (let token = tokenOf(pages[0]); token?.token; token = tokenOf(pages.at(-1))) {
    if (pages.length > 100) throw new Error('the list does not end');
    pages.push(await harvest(url, `verb=${verb}&resumptionToken=${token.token}`));
  }
  return pages;
}

export function errorCodesOf(xml: string): string[] {
  return [...xml.matchAll(/<error code="(\w+)">/g)].map(([, code = '']) => code);
}

export function headersOf(xml: string): Header[] {
  return [...xml.matchAll(/<header( status="deleted")?>(.*?)<\/header>/gs)].map(
    ([, deleted, inner = '']) => ({
      identifier: unescape(textsOf(inner, 'identifier')[0] ?? ''),
      datestamp: textsOf(inner, 'datestamp')[0] ?? '',
      deleted: deleted !== undefined,
      sets: textsOf(inner, 'setSpec'),
    }),
  );
}

export function tokenOf(xml: string | undefined): Token | undefined {
  const match = /<resumptionToken([^>]*?)(?:\/>|>([^<]*)<)/.exec(xml ?? '');
  if (!match) return undefined;
  const attributes = Object.fromEntries(
    [...(match[1] ?? '').matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      name === 'expirationDate' ? value : Number(value),
    ]),
  );
  return { token: match[2] ?? '', ...attributes };
}

export function textsOf(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`, 'g'))].map(
    ([, text = '']) => text,
  );
}

/** The attributes of `request`, references resolved. */
export function echoOf(xml: string): Record<string, string> {
  const [, attributes = ''] = /<request([^>]*)>/.exec(xml) ?? [];
  return Object.fromEntries(
    [...attributes.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, unescape(value)]),
  );
}

export function unescape(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
