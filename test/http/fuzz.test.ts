/** Whatever is sent, the answer is an answer (providers T35, T36, T56): never a fault, always valid. */
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoRepository, SPECIAL } from '../support/stored-repository.ts';
import { ask, expectValid, post } from './harvester.ts';
import { serve, type Served } from './served.ts';

let served: Served;
const faults: unknown[] = [];
beforeAll(async () => {
  served = await serve({
    groups: demoRepository(20, SPECIAL.first),
    http: { onFault: (fault) => faults.push(fault) },
  });
});
afterAll(() => served.stop());

const NASTY = [
  '%', '%0', '%GG', '%00', '%0A', '%0D%0A', '%1B', '%7F', '%C0%80', '%ED%A0%80', '%EF%BF%BE', '%EF%BF%BF', '%F4%90%80%80', '%FF',
  '%C3%A9', '+', ';', '&', '&&', '=', '==', '[]', '[0]', '..%2F..', "'", '%22', '%3C', '%3E', '%3C!--', ']]%3E', '%26amp;',
  '%F0%9F%93%9A', '__proto__', 'constructor', 'toString', '9'.repeat(400), 'a'.repeat(3000), '2026-01-01', '2026-99-99', '-1', '1e999',
]; // prettier-ignore
const WORDS = [
  'verb', 'identifier', 'metadataPrefix', 'from', 'until', 'set', 'resumptionToken', 'Identify', 'ListRecords', 'ListIdentifiers',
  'ListSets', 'ListMetadataFormats', 'GetRecord', 'oai_dc', 'mods', 'demo', 'oai:aggregator.example.org:demo/oai:origin.example.org:item/1',
]; // prettier-ignore

const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 3, arbitrary: fc.constantFrom(...NASTY) },
  {
    weight: 1,
    arbitrary: fc
      .string({ unit: 'binary', maxLength: 20 })
      .map((text) => encodeURIComponent(text.toWellFormed())),
  },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 20 }).map((bytes) => [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')) }, // prettier-ignore
);
const value = fc.array(piece, { maxLength: 3 }).map((pieces) => pieces.join(''));
const argument = fc.tuple(fc.oneof(fc.constantFrom(...WORDS), value), value).map((pair) => pair.join('='));
const query = fc
  .tuple(
    fc.constantFrom('', ...WORDS.filter((word) => /^[A-Z]/.test(word)).map((verb) => `verb=${verb}`)),
    fc.array(argument, { maxLength: 5 }),
  ) // prettier-ignore
  .map(([verb, rest]) => [verb, ...rest].join('&'));

test('2,000 random requests are all answered, and validly', async () => {
  await fc.assert(
    fc.asyncProperty(query, fc.boolean(), async (sent, byPost) => {
      const { status, text } = byPost ? await post(served.url, sent) : await ask(`${served.url}?${sent}`);
      expect(status).toBe(200);
      expectValid(text, sent);
    }),
    { numRuns: 2000 },
  );
  expect(faults).toEqual([]);
}, 120_000);

test('bodies of random bytes and any content type are no fault', async () => {
  const types = [
    'application/x-www-form-urlencoded',
    'application/json',
    'text/xml',
    'multipart/form-data; boundary=x',
    'nonsense',
    '',
  ];
  for (let count = 0; count < 200; count += 1) {
    const { status } = await ask(served.url, {
      method: 'POST',
      body: randomBytes(count * 10),
      headers: { 'content-type': types[count % types.length] ?? '' },
    });
    expect([200, 400, 415]).toContain(status);
  }
  expect(faults).toEqual([]);
});

test('a long list of ampersands and a megabyte of one value are answered', async () => {
  for (const body of ['&'.repeat(1_000_000), `verb=${'%41'.repeat(300_000)}`, 'a&'.repeat(500_000)]) {
    const { status, text } = await post(served.url, body);
    expect(status).toBe(200);
    expect(text.length).toBeLessThan(5_000);
  }
});
