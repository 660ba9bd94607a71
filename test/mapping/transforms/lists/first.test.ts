import { describe, expect, test } from 'vitest';
import { first } from '../../../../src/mapping/transforms/lists/first.ts';
import { applyToList } from '../apply-in-context.ts';

describe('the transform "first"', () => {
  test.each([
    [['a', 'b'], ['a']],
    [[], []],
  ])('of %j keeps %j', (values, kept) => {
    expect(applyToList(first, values).values).toEqual(kept);
  });
});
