import { describe, expect, test } from 'vitest';
import { limit } from '../../../../src/mapping/transforms/lists/limit.ts';
import { applyToList } from '../apply-in-context.ts';

describe('the transform "limit"', () => {
  test('keeps the first values and reports that there were more', () => {
    expect(applyToList(limit, ['a', 'b', 'c'], { args: 2 })).toEqual({
      values: ['a', 'b'],
      reports: ['values.limited'],
    });
  });

  test('leaves a short list alone', () => {
    expect(applyToList(limit, ['a'], { args: 2 })).toEqual({ values: ['a'], reports: [] });
  });
});
