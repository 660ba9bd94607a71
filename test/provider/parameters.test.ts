import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseParameters } from '../../src/provider/parameters.ts';

describe('encoded arguments', () => {
  test.each([
    ['', []],
    ['&&', []],
    ['a=1&b=2', [['a', '1'], ['b', '2']]],
    ['a=1&a=1', [['a', '1'], ['a', '1']]],
    ['a', [['a', '']]],
    ['a=b=c', [['a', 'b=c']]],
    ['=b', [['', 'b']]],
    ['a=%2B+%20;x', [['a', '+  ;x']]],
    ['a=%2525', [['a', '%25']]],
    ['%61=%C3%BC', [['a', 'ü']]],
    ['a=%F0%9F%93%9A', [['a', '📚']]],
    ['a=\u00C3\u00BC', [['a', 'ü']]], // raw UTF-8, one character per byte
    ['a=%EF%BB%BFx', [['a', '\uFEFFx']]],
  ])('%j is %j', (encoded, expected) => {
    expect(parseParameters(encoded).map(({ name, value }) => [name, value])).toEqual(expected);
  }); // prettier-ignore

  test.each([
    ['broken percent-encoding', 'a=%', 'a=%2', 'a=%GG', 'a=%2%20'],
    ['bytes that are no UTF-8', 'a=%FF', 'a=%C3', 'a=%C0%80', 'a=%ED%A0%80', 'a=\u00E9'],
    ['characters illegal in XML', 'a=%00', 'a=%0B', 'a=%1B', 'a=%EF%BF%BE', 'a=%EF%BF%BF', 'a=\u0001'],
  ])('%s have no value', (_, ...queries) => {
    for (const query of queries) expect(parseParameters(query)).toEqual([{ name: 'a', value: undefined }]);
  });

  test('a name that is no text is undefined', () => {
    expect(parseParameters('%FF=1')).toEqual([{ name: undefined, value: '1' }]);
  });

  test('any legal text survives encoding', () => {
    const legal = fc.string({ unit: 'grapheme' }).filter((text) => text.isWellFormed() && !/[\0-\x08\x0B\x0C\x0E-\x1F]/.test(text)); // prettier-ignore
    fc.assert(
      fc.property(legal, legal, (name, value) => {
        const encoded = `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
        expect(parseParameters(encoded)).toEqual([{ name, value }]);
      }),
    );
  });
});
