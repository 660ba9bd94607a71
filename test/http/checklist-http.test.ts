/** Checklist 1.1 (HTTP), 1.2 (the envelope) and 1.3 (the verb); each row names its items. */
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checklistRepository, SPECIAL } from '../support/stored-repository.ts';
import {
  ask,
  echoOf,
  errorCodesOf,
  expectValid,
  harvest,
  headersOf,
  post,
  textsOf,
  walk,
} from './harvester.ts';
import { NOW, serve, type Served } from './served.ts';

let served: Served;
let url: string;
beforeAll(async () => {
  served = await serve({ groups: checklistRepository() });
  url = served.url;
});
afterAll(() => served.stop());

const RECORD = 'oai:aggregator.example.org:demo/oai:origin.example.org:item/1';
const ODD = `oai:aggregator.example.org:demo/${SPECIAL.oddIdentifier}`;
/** As the oai-identifier guideline escapes it. */
const ODD_IDENTIFIER = ODD.replace('h%20', 'h%2520')
  .replace('a b', 'a%20b')
  .replace('ü', '%C3%BC')
  .replace('#', '%23');

const everyCharacter = (text: string): string =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');

/** Requests that all succeed, one for each verb. */
const ONE_OF_EACH = [
  'verb=Identify',
  'verb=ListMetadataFormats',
  'verb=ListSets',
  'verb=ListIdentifiers&metadataPrefix=oai_dc',
  'verb=ListRecords&metadataPrefix=mods',
  `verb=GetRecord&identifier=${RECORD}&metadataPrefix=oai_dc`,
];

describe('HTTP (1.1)', () => {
  test.each(ONE_OF_EACH)('items 1, 2, 3: GET and POST answer alike: %s', async (query) => {
    const byGet = await harvest(url, query);
    expect(errorCodesOf(byGet)).toEqual([]);
    const byPost = await post(url, query);
    const withCharset = await post(url, query, {
      'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
    });
    expect(byPost.text).toBe(byGet);
    expect(withCharset.text).toBe(byGet);
  });

  test('item 4: the order of arguments does not matter', async () => {
    const xml = await harvest(url, `metadataPrefix=oai_dc&identifier=${RECORD}&verb=GetRecord`);
    expect(headersOf(xml).map(({ identifier }) => identifier)).toEqual([RECORD]);
  });

  test.each([
    ['reserved characters', encodeURIComponent(ODD_IDENTIFIER)],
    ['every character', everyCharacter(ODD_IDENTIFIER)],
  ])('items 5, 228: %s may be percent-encoded, and are decoded once', async (_, encoded) => {
    const xml = await harvest(url, `verb=GetRecord&metadataPrefix=oai_dc&identifier=${encoded}`);
    expect(headersOf(xml).map(({ identifier }) => identifier)).toEqual([ODD_IDENTIFIER]);
    expect(echoOf(xml)['identifier']).toBe(ODD_IDENTIFIER);
  });

  test('item 5: a value decoded twice would be another identifier', async () => {
    const decodedOnceMore = ODD_IDENTIFIER.replaceAll('%2520', '%20');
    const xml = await harvest(
      url,
      `verb=GetRecord&metadataPrefix=oai_dc&identifier=${encodeURIComponent(decodedOnceMore)}`,
    );
    expect(errorCodesOf(xml)).toEqual(['idDoesNotExist']);
  });

  test('item 6: the names of arguments are decoded too', async () => {
    expect(errorCodesOf(await harvest(url, '%76erb=Identify'))).toEqual([]);
  });

  test.each([...ONE_OF_EACH, '', 'verb=Nonsense', 'verb=ListRecords'])(
    'items 7, 8, 9: text/xml in UTF-8 and status 200, errors too: %s',
    async (query) => {
      const { status, headers } = await ask(`${url}?${query}`);
      expect(status).toBe(200);
      expect(headers['content-type']).toBe('text/xml; charset=UTF-8');
    },
  );

  test.each([
    ['13', undefined, undefined],
    ['14', 'identity', undefined],
    ['15, 19', 'gzip', 'gzip'],
    ['15', 'deflate, gzip;q=0.5', 'gzip'],
    ['15', '*', 'gzip'],
    ['16', 'gzip;q=0', undefined],
    ['16', '*;q=0', undefined],
    ['16', 'gzip;q=0.0, identity', undefined],
    ['16', 'gzip;q=0.2, identity;q=0.9', undefined],
    ['17', 'br', undefined],
    ['17', 'zstd, deflate', undefined],
  ])('item %s: Accept-Encoding %s is answered with %s', async (_, accepted, coding) => {
    const query = `${url}?verb=ListRecords&metadataPrefix=oai_dc`;
    const plain = await ask(query);
    const { headers, body } = await ask(
      query,
      accepted === undefined ? {} : { headers: { 'accept-encoding': accepted } },
    );
    expect(headers['content-encoding']).toBe(coding);
    expect(headers.vary).toBe('Accept-Encoding'); // item 18
    expect(headers['content-length']).toBe(String(body.length));
    expect((coding === 'gzip' ? gunzipSync(body) : body).equals(plain.body)).toBe(true);
  });

  test.each(['application/json', 'text/html,application/xhtml+xml', 'image/*;q=0.1'])(
    'items 20, 21: Accept %s is answered with XML',
    async (accept) => {
      const { headers, text } = await ask(`${url}?verb=Identify`, { headers: { accept } });
      expect(headers['content-type']).toBe('text/xml; charset=UTF-8');
      expectValid(text, accept);
    },
  );

  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'])(
    'item 22: %s is refused with 405',
    async (method) => {
      const { status, headers } = await ask(`${url}?verb=Identify`, { method });
      expect(status).toBe(405);
      expect(headers.allow).toBe('GET, HEAD, POST');
    },
  );

  test.each(ONE_OF_EACH)('item 23: HEAD has the headers of GET and no body: %s', async (query) => {
    const byGet = await ask(`${url}?${query}`);
    const byHead = await ask(`${url}?${query}`, { method: 'HEAD' });
    expect(byHead.status).toBe(200);
    expect(byHead.body.length).toBe(0);
    expect(byHead.headers['content-length']).toBe(byGet.headers['content-length']);
    expect(byHead.headers['content-type']).toBe(byGet.headers['content-type']);
  });

  test('item 24: an argument of 100 kB is answered by POST', async () => {
    const { status, text } = await post(
      url,
      `verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:x:${'a'.repeat(100_000)}`,
    );
    expect(status).toBe(200);
    expect(errorCodesOf(text)).toEqual(['idDoesNotExist']);
    expectValid(text, 'long argument');
  });

  test('item 24: a body beyond the limit is refused with 413', async () => {
    expect((await post(url, `verb=Identify&x=${'a'.repeat(2_000_000)}`)).status).toBe(413);
  });

  test.each([
    [7_000, [200]],
    [60_000, [414, 431]],
  ])('item 25: a GET of %i bytes is answered, or refused as too long', async (length, statuses) => {
    const query = `${url}?verb=GetRecord&metadataPrefix=oai_dc&identifier=${'a'.repeat(length)}`;
    expect(statuses).toContain((await ask(query)).status);
  });

  test('items 26, 27, 41: baseURL and request are the configured URL, whatever the Host', async () => {
    const { text } = await ask(`${url}?verb=Identify`, {
      headers: {
        host: 'evil.example.com',
        'x-forwarded-host': 'evil.example.com',
        'x-forwarded-proto': 'https',
      },
    });
    expect(textsOf(text, 'baseURL')[0]).toBe(url);
    expect(textsOf(text, 'request')).toEqual([url]);
  });

  test('item 29: parallel harvests do not disturb each other', async () => {
    const query = 'verb=ListIdentifiers&metadataPrefix=oai_dc';
    const [alone, ...parallel] = [
      await walk(url, query),
      ...(await Promise.all([1, 2, 3].map(() => walk(url, query)))),
    ];
    for (const pages of parallel) expect(pages.flatMap(headersOf)).toEqual(alone?.flatMap(headersOf));
  });
});

describe('the envelope (1.2)', () => {
  test.each([...ONE_OF_EACH, 'verb=Nonsense', `verb=GetRecord&identifier=x&metadataPrefix=oai_dc`])(
    'items 30–38, 47–49: %s is a valid document in UTF-8 (the schema is checked on every response)',
    async (query) => {
      const { body, text } = await ask(`${url}?${query}`);
      expect(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body)).toBe(text);
      expect(text.startsWith('<?xml version="1.0" encoding="UTF-8"?>')).toBe(true);
      expect(text).not.toMatch(/<!DOCTYPE|&(?!amp;|lt;|gt;|quot;|apos;|#)/);
      expect(text).toContain(
        'xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd"',
      );
      expectValid(text, query);
    },
  );

  test('items 38, 39: responseDate is now in UTC, in seconds', async () => {
    expect(textsOf(await harvest(url, 'verb=Identify'), 'responseDate')).toEqual([
      `${NOW.toISOString().slice(0, 19)}Z`,
    ]);
  });

  test.each([
    'verb=Identify',
    'verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01&until=2026-01-03&set=demo',
    'verb=ListIdentifiers&metadataPrefix=mods&until=2026-01-02T00:00:00Z',
    `verb=GetRecord&metadataPrefix=oai_dc&identifier=${RECORD}`,
    'verb=ListIdentifiers&metadataPrefix=oai_dc&from=2030-01-01', // noRecordsMatch, item 44
  ])('items 42, 44, 46: request has the arguments as received: %s', async (query) => {
    expect(echoOf(await harvest(url, query))).toEqual(Object.fromEntries(new URLSearchParams(query)));
  });

  test.each([
    '',
    'verb=Nonsense',
    'verb=ListRecords',
    'verb=Identify&set=demo',
    'verb=ListRecords&metadataPrefix=oai_dc&from=junk',
  ])('item 43: request has no attributes after badVerb and badArgument: %s', async (query) => {
    expect(echoOf(await harvest(url, query))).toEqual({});
  });

  test('item 45: values with markup are escaped in the echo', async () => {
    const token = `a&b<c>"d'`;
    const xml = await harvest(url, `verb=ListRecords&resumptionToken=${encodeURIComponent(token)}`);
    expect(echoOf(xml)['resumptionToken']).toBe(token);
  });

  test.each([
    ['53', 'verb=GetRecord', ['badArgument', 'badArgument']],
    ['54', 'verb=Identify&a=1&b=2', ['badArgument', 'badArgument']],
    ['53', 'verb=GetRecord&identifier=x&metadataPrefix=y', ['idDoesNotExist', 'cannotDisseminateFormat']],
    [
      '53',
      'verb=ListRecords&from=x&until=y&set=a+b',
      ['badArgument', 'badArgument', 'badArgument', 'badArgument'],
    ],
  ])('item %s: all that is wrong is reported: %s', async (_, query, codes) => {
    const xml = await harvest(url, query);
    expect(errorCodesOf(xml)).toEqual(codes);
    expect(textsOf(xml, 'error').every((message) => message.length > 10)).toBe(true); // item 52
  });

  test('item 56: responseDate does not go back', async () => {
    const dates = [];
    for (const query of [...ONE_OF_EACH, 'verb=x'])
      dates.push(textsOf(await harvest(url, query), 'responseDate')[0]);
    expect(dates).toEqual([...dates].sort());
  });
});

describe('the verb (1.3)', () => {
  test.each([
    ['57', ''],
    ['59', `identifier=${RECORD}`],
    ['60', 'verb=Nonsense'],
    ['61', 'verb=identify'],
    ['62', 'verb='],
    ['62', 'verb'],
    ['63', 'verb=Identify&verb=Identify'],
    ['64', 'verb=Identify&verb=ListSets'],
    ['64', 'verb=Identify&%76erb=Identify'],
    ['66', 'junk'],
    ['67', `verb=%3Cb%3E%22%26'`],
    ['68', 'verb=%20Identify%20'],
    ['69', 'Verb=Identify'],
    ['67', 'verb=%00'],
    ['67', 'verb=%FF'],
    ['67', 'verb=Identify%'],
    ['67', 'verb=toString'],
    ['67', 'verb=__proto__'],
  ])('item %s: badVerb alone for %s', async (_, query) => {
    expect(errorCodesOf(await harvest(url, query))).toEqual(['badVerb']);
    const byPost = await post(url, query); // item 65
    expect(errorCodesOf(byPost.text)).toEqual(['badVerb']);
  });

  test('item 58: badVerb for an empty query', async () => {
    expect(errorCodesOf((await ask(`${url}?`)).text)).toEqual(['badVerb']);
  });

  test('item 65: badVerb for a POST without a body', async () => {
    expect(errorCodesOf((await ask(url, { method: 'POST' })).text)).toEqual(['badVerb']);
  });

  test('item 70: arguments of the query and of the body count together', async () => {
    expect(errorCodesOf((await post(`${url}?verb=ListIdentifiers`, 'metadataPrefix=oai_dc')).text)).toEqual(
      [],
    );
    expect(errorCodesOf((await post(`${url}?verb=Identify`, 'verb=Identify')).text)).toEqual(['badVerb']);
  });
});
