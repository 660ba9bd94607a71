import { describe, expect, test } from 'vitest';
import { mergeVariants } from '../../../../src/mapping/transforms/lists/merge-variants.ts';
import { applyToList } from '../apply-in-context.ts';

const cyrillic = { family: 'Поповић', given: 'Никола Б.', lang: 'sr-Cyrl', script: 'Cyrl' };
const latin = { family: 'Popović', given: 'Nikola B.', lang: 'sr-Latn', script: 'Latn' };

describe('the transform "merge_variants"', () => {
  test('makes a transliteration a variant of the first form', () => {
    expect(applyToList(mergeVariants, [cyrillic, latin]).values).toEqual([
      { ...cyrillic, variants: [{ family: 'Popović', given: 'Nikola B.', lang: 'sr-Latn', script: 'Latn' }] },
    ]);
  });

  test.each([
    ['Чехов', 'Chekhov'],
    ['Ђурић', 'Đurić'],
    ['Хрущёв', 'Khrushchev'],
    ['Жуков', 'Zhukov'],
    ['Љубљана', 'Ljubljana'],
    ['Παπαδόπουλος', 'Papadopoulos'],
  ])('knows %s and %s as one', (first, second) => {
    const { values } = applyToList(mergeVariants, [
      { family: first, given: 'А.' },
      { family: second, given: 'A.' },
    ]);
    expect(values).toHaveLength(1);
  });

  test('keeps one of the same name in two languages', () => {
    const names = [
      { family: 'Smith', given: 'John', lang: 'en' },
      { family: 'Smith', given: 'John', lang: 'de' },
    ];
    expect(applyToList(mergeVariants, names).values).toEqual([names[0]]);
  });

  test('pairs by position when two languages have equally many and nothing contradicts', () => {
    const people = [
      { name: '王伟', lang: 'zh' },
      { name: '李娜', lang: 'zh' },
      { family: 'Wang', given: 'Wei', lang: 'en' },
      { family: 'Li', given: 'Na', lang: 'en' },
    ];
    expect(applyToList(mergeVariants, people).values).toMatchObject([
      { name: '王伟', variants: [{ family: 'Wang', given: 'Wei' }] },
      { name: '李娜', variants: [{ family: 'Li', given: 'Na' }] },
    ]);
  });

  test('leaves both in doubt, and says so', () => {
    const others = [cyrillic, { family: 'Smith', given: 'John', lang: 'en', script: 'Latn' }];
    expect(applyToList(mergeVariants, others)).toEqual({ values: others, reports: ['variants.doubtful'] });
  });

  test('does not merge two persons of one language', () => {
    const people = [latin, { ...latin, given: 'Nenad B.' }];
    expect(applyToList(mergeVariants, people)).toEqual({ values: people, reports: [] });
  });

  test('pairs tens of thousands of names of two scripts', () => {
    const letter = (index: number): string => String.fromCharCode(0x430 + (index % 20));
    const names = Array.from({ length: 20_000 }, (_, index) => {
      return { name: `Иван ${letter(index)}${letter(index / 20)}${letter(index / 400)} ${index}` };
    });
    const { values } = applyToList(mergeVariants, [...names, { name: 'Ivan aaa 0' }, { name: 'Peter' }]);
    expect(values).toHaveLength(20_001);
    expect(values[0]).toEqual({ ...names[0], variants: [{ name: 'Ivan aaa 0', script: 'Latn' }] });
  });
});
