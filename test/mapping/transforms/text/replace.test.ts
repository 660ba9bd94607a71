import { describe, expect, test } from 'vitest';
import { replace } from '../../../../src/mapping/transforms/text/replace.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(replace, {
  'replaces every match': [
    { value: 'a-b-c', args: { re: '-', with: '' }, gives: 'abc' },
    { value: '2010 (5)', args: { re: '(\\d+) \\((\\d+)\\)', with: '$2/$1' }, gives: '5/2010' },
  ],
  'leaves a value without a match': [{ value: 'abc', args: { re: 'x', with: 'y' }, gives: 'abc' }],
  'leaves what is too long, and says so': [
    {
      value: 'a'.repeat(20_001),
      args: { re: 'a', with: 'b' },
      gives: 'a'.repeat(20_001),
      reports: ['text.too-long'],
    },
  ],
});

describe('the pattern of replace', () => {
  test.each([['(a+)+$'], ['(?<=a)b'], ['(unclosed'], ['((a*)b*)*']])('%s is refused', (re) => {
    expect(replace.arguments.safeParse({ re, with: '' }).success).toBe(false);
  });
});
