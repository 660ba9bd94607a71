import { describe, expect, test } from 'vitest';
import { dedupe } from '../../../../src/mapping/transforms/lists/dedupe.ts';
import { applyToList } from '../apply-in-context.ts';

describe('the transform "dedupe"', () => {
  test.each([
    ['equal texts', ['a', 'b', 'a'], undefined, ['a', 'b']],
    [
      'texts that differ in case, accents and punctuation',
      ['Čačak', 'cacak.', '?'],
      { fold: true },
      ['Čačak', '?'],
    ],
    [
      'objects with one equal field',
      [
        { a: 1, b: 1 },
        { a: 1, b: 2 },
      ],
      { by: 'a' },
      [{ a: 1, b: 1 }],
    ],
    ['equal objects', [{ a: 1 }, { a: 1 }], undefined, [{ a: 1 }]],
  ])('keeps the first of %s', (_, values, args, kept) => {
    expect(applyToList(dedupe, values, { args }).values).toEqual(kept);
  });

  test('keeps objects that lack the compared field', () => {
    expect(applyToList(dedupe, [{ b: 1 }, { b: 1 }], { args: { by: 'a' } }).values).toHaveLength(2);
  });
});
