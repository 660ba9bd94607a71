import { describe, expect, test } from 'vitest';
import { join } from '../../../../src/mapping/transforms/lists/join.ts';
import { applyToList } from '../apply-in-context.ts';

describe('the transform "join"', () => {
  test('makes one text of several', () => {
    expect(applyToList(join, ['a', 'b']).values).toEqual(['a; b']);
    expect(applyToList(join, ['a', 'b'], { args: { with: '' } }).values).toEqual(['ab']);
  });

  test('leaves an empty list empty', () => {
    expect(applyToList(join, []).values).toEqual([]);
  });
});
