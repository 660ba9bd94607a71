import fc from 'fast-check';
import { expect, test } from 'vitest';
import { removeIllegal } from '../../src/xml/characters.ts';
import { escapeAttribute, escapeText } from '../../src/xml/escape.ts';
import { attributeOf, textOf } from '../../src/xml/look.ts';
import { readXml } from '../../src/xml/read-payload.ts';

test('what is escaped is read back as it was, in text and in attributes', () => {
  const legal = fc.string({ unit: 'binary' }).map(removeIllegal);
  const awkward = fc.array(
    fc.constantFrom('&', '<', '>', ']]>', '"', "'", '\r', '\n', '\t', '\r\n', ' ', '&amp;'),
  );
  fc.assert(
    fc.property(
      legal,
      awkward.map((parts) => parts.join('')),
      (plain, marks) => {
        const value = `${plain}${marks}${plain}`;
        const root = readXml(`<a b="${escapeAttribute(value)}">${escapeText(value)}</a>`);
        expect(textOf(root)).toBe(value);
        expect(attributeOf(root, '', 'b')).toBe(value);
      },
    ),
  );
});

test.each(['\u0000', 'a\u000B', '\uD800', '\uFFFF'])(
  'the character in %j is refused, never dropped',
  (text) => {
    expect(() => escapeText(text)).toThrow(expect.objectContaining({ kind: 'illegal-character', line: 1 }));
    expect(() => escapeAttribute(text)).toThrow(expect.objectContaining({ kind: 'illegal-character' }));
  },
);
