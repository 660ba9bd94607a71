import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { VERBS, type VerbArguments } from '../../src/oai/verbs.ts';
import { parseRequest } from '../../src/provider/parse-request.ts';

/** A legal value of each argument. */
const LEGAL: Readonly<Record<string, string>> = {
  identifier: 'oai:a.b:c',
  metadataPrefix: 'oai_dc',
  from: '2026-01-01',
  until: '2026-01-02',
  set: 'a:b',
  resumptionToken: 'x',
};

const codesOf = (query: string): readonly string[] => {
  const parsed = parseRequest(query);
  return 'errors' in parsed ? parsed.errors.map(({ code }) => code) : [];
};
const queryOf = (verb: string, names: readonly string[]): string =>
  [`verb=${verb}`, ...names.map((name) => `${name}=${LEGAL[name]}`)].join('&');

describe.each(Object.entries<VerbArguments>(VERBS))(
  'the table of verbs rules %s',
  (verb, { required, optional, exclusive }) => {
    const legal = [...required, ...optional];

    test('all its arguments are taken together', () => {
      expect(codesOf(queryOf(verb, legal))).toEqual([]);
    });

    test('each missing required argument is one badArgument', () => {
      expect(codesOf(queryOf(verb, optional))).toEqual(required.map(() => 'badArgument'));
    });

    test('an argument of other verbs is badArgument', () => {
      const foreign = Object.keys(LEGAL).filter((name) => !legal.includes(name) && name !== exclusive);
      for (const name of foreign) expect(codesOf(queryOf(verb, [...legal, name]))).toEqual(['badArgument']);
    });

    test('each repeated argument is badArgument', () => {
      for (const name of legal) expect(codesOf(queryOf(verb, [...legal, name]))).toEqual(['badArgument']);
    });

    test('its exclusive argument stands alone', () => {
      if (exclusive === undefined) return;
      expect(codesOf(queryOf(verb, [exclusive]))).toEqual([]);
      for (const name of legal) expect(codesOf(queryOf(verb, [exclusive, name]))).toEqual(['badArgument']);
    });
  },
);

describe('a request', () => {
  test('keeps its arguments as received', () => {
    expect(parseRequest('set=a&verb=ListRecords&until=2026-01-02&metadataPrefix=oai_dc')).toEqual({
      request: {
        verb: 'ListRecords',
        list: { metadataPrefix: 'oai_dc', set: 'a', from: undefined, until: '2026-01-02' },
      },
      received: { verb: 'ListRecords', set: 'a', until: '2026-01-02', metadataPrefix: 'oai_dc' },
    });
  });

  test('with a million bad arguments gets a short answer', () => {
    const parsed = parseRequest(`verb=Identify&${'a&'.repeat(1_000_000)}`);
    expect('errors' in parsed && parsed.errors.length).toBe(20);
  });

  test('with a long bad value gets a short message', () => {
    const parsed = parseRequest(`verb=ListRecords&metadataPrefix=oai_dc&set=${'%20x'.repeat(10_000)}`);
    expect('errors' in parsed && parsed.errors[0]?.message.length).toBeLessThan(200);
  });

  test('can be any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (query) => {
        const parsed = parseRequest(query);
        expect('errors' in parsed ? parsed.errors.length : 1).toBeGreaterThan(0);
      }),
    );
  });
});
