import { describe, expect, test } from 'vitest';
import { trimFinalDot } from '../../../../src/mapping/transforms/text/trim-final-dot.ts';
import { applyInLanguage } from '../apply-in-context.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(trimFinalDot, {
  'takes the final dot off': [{ value: 'A history.', gives: 'A history' }],
  'keeps the ordinal dot, and every dot after a number in an unknown language': [
    { value: 'Ослобођење Београда 1944.', args: { lang: 'sr' }, gives: 'Ослобођење Београда 1944.' },
    { value: 'Belgrade 1944.', gives: 'Belgrade 1944.' },
    { value: 'Belgrade 1944.', args: { lang: 'en' }, gives: 'Belgrade 1944' },
  ],
  'keeps the dot of initials': [{ value: 'Popović, N. B.', gives: 'Popović, N. B.' }],
});

describe('trim_final_dot without a language of its own', () => {
  test('takes the declared one', () => {
    expect(applyInLanguage(trimFinalDot, 'Belgrade 1944.', { lang: 'en-GB' })).toBe('Belgrade 1944');
    expect(applyInLanguage(trimFinalDot, 'Beograd 1944.', { lang: 'sr-Latn' })).toBe('Beograd 1944.');
  });
});
