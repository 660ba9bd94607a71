import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeToken, encodeToken, type ListState } from '../../src/provider/resumption-token.ts';

const SECRET = 'the secret of this store';

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
const second = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((date) => `${date.toISOString().slice(0, 19)}Z`);
const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });
const state: fc.Arbitrary<ListState> = fc.record({
  verb: fc.constantFrom('ListSets', 'ListIdentifiers', 'ListRecords'),
  metadataPrefix: optional(text),
  set: optional(text),
  from: optional(second),
  until: optional(second),
  after: text,
  cursor: fc.nat(),
  completeListSize: optional(fc.nat()),
  expiresAt: second,
});

const example: ListState = {
  verb: 'ListRecords',
  metadataPrefix: 'oai_dc',
  set: 'demo:articles',
  from: undefined,
  until: '2026-01-01T00:00:00Z',
  after: '4711',
  cursor: 100,
  completeListSize: 1000,
  expiresAt: '2026-01-02T00:00:00Z',
};

describe('a resumptionToken', () => {
  test('gives back the state it was made of', () => {
    fc.assert(
      fc.property(
        state,
        (given) => void expect(decodeToken(encodeToken(given, SECRET), SECRET)).toEqual(given),
      ),
    );
  });

  test('holds only characters that no harvester has to encode', () => {
    fc.assert(
      fc.property(state, (given) => void expect(encodeToken(given, SECRET)).toMatch(/^[A-Za-z0-9\-_.~]+$/)),
    );
  });

  test('is refused after any change of one character', () => {
    const character = fc.constantFrom(...'ABCxyz019-_.~ %é');
    fc.assert(
      fc.property(state, fc.nat(), character, (given, position, changed) => {
        const token = encodeToken(given, SECRET);
        const at = position % token.length;
        fc.pre(token[at] !== changed);
        expect(decodeToken(token.slice(0, at) + changed + token.slice(at + 1), SECRET)).toBeUndefined();
      }),
      { numRuns: 1000 },
    );
  });

  test('is refused when cut or extended', () => {
    const token = encodeToken(example, SECRET);
    for (let length = 0; length < token.length; length += 1) {
      expect(decodeToken(token.slice(0, length), SECRET)).toBeUndefined();
    }
    for (const tail of ['A', '=', ' ', '.', '\n']) expect(decodeToken(token + tail, SECRET)).toBeUndefined();
  });

  test('is refused when signed with another secret', () => {
    expect(decodeToken(encodeToken(example, 'another secret'), SECRET)).toBeUndefined();
  });

  test('can be anything that a harvester sends, without a fault', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (sent) => void expect(decodeToken(sent, SECRET)).toBeUndefined(),
      ),
    );
  });
});
