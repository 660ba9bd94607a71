import { describe, expect, test } from 'vitest';
import { last } from '../../../../src/mapping/transforms/lists/last.ts';
import { applyToList } from '../apply-in-context.ts';

describe('the transform "last"', () => {
  test.each([
    [['a', 'b'], ['b']],
    [[], []],
  ])('of %j keeps %j', (values, kept) => {
    expect(applyToList(last, values).values).toEqual(kept);
  });
});
