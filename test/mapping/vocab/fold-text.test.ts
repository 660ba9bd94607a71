import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { casefoldText, foldText } from '../../../src/mapping/vocab/fold-text.ts';

describe('texts folded to be compared', () => {
  test.each([
    ['Ćirić, Đorđe', 'ciric dorde'],
    ['STRASSE straße', 'strasse strasse'],
    ['Ὀδυσσεύς', 'οδυσσευσ'],
    ['İstanbul ısı', 'istanbul isi'],
    ['  ½ cup — ﬁg  ', '1 2 cup fig'],
    ['Łódź/Køln', 'lodz koln'],
    ['\uD800lone', 'lone'],
    ['𝐁old 漢字', 'bold 漢字'],
    ['e\u0301té', 'ete'],
    ['…', ''],
  ])('%j is %j', (text, folded) => expect(foldText(text)).toBe(folded));

  test('a text folds to what it folds to taken as a whole', () => {
    const whole = (text: string): string =>
      casefoldText(text.normalize('NFKD'))
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .replace(/[đłøı]/g, (letter) => ({ đ: 'd', ł: 'l', ø: 'o', ı: 'i' })[letter]!)
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => foldText(text) === whole(text)),
      { numRuns: 3000 },
    );
    const codes = Array.from({ length: 0x10000 }, (_, code) => `a${String.fromCharCode(code)}b`);
    expect(codes.filter((text) => foldText(text) !== whole(text))).toEqual([]);
  });

  test('ASCII casefolds as any other text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => casefoldText(text) === casefoldText(`${text}é`).slice(0, -1)),
    );
  });
});
