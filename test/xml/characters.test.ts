import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isLegalCodePoint, isLegalXml, removeIllegal } from '../../src/xml/characters.ts';

test.each([
  ['\u0000', ''], ['a\u000Bb', 'ab'], ['\t\n\r', '\t\n\r'], ['\uFFFE\uFFFF\uFFFD', '\uFFFD'],
  ['\uD83D', ''], ['\uDE00x', 'x'], ['\u{1F600}\u{20000}', '\u{1F600}\u{20000}'], ['\u0085\u00AD', '\u0085\u00AD'],
])('of %j the legal characters are %j', (text, legal) => {
  expect(removeIllegal(text)).toBe(legal);
}); // prettier-ignore

test('what is left after removal is legal, and a legal text is untouched', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) }), (text) => {
      const legal = removeIllegal(text);
      expect(isLegalXml(legal)).toBe(true);
      if (isLegalXml(text)) expect(legal).toBe(text);
    }),
  );
});

test('a code point is legal when its character is', () => {
  fc.assert(
    fc.property(fc.nat(0x10ffff), (code) => {
      expect(isLegalCodePoint(code)).toBe(isLegalXml(String.fromCodePoint(code)));
    }),
  );
  expect(isLegalCodePoint(0x110000)).toBe(false);
});
