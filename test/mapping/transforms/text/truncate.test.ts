import { truncate } from '../../../../src/mapping/transforms/text/truncate.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(truncate, {
  'cuts before a word': [
    { value: 'Tito met Stalin', args: { n: 10 }, gives: 'Tito met' },
    { value: 'Tito met Stalin', args: { n: 8 }, gives: 'Tito met' },
    { value: 'Tito', args: { n: 8 }, gives: 'Tito' },
  ],
  'cuts inside a word when told': [{ value: 'Tito met', args: { n: 6, at: 'character' }, gives: 'Tito m' }],
  'counts characters and not halves of them': [
    { value: '𝔸𝔹ℂ', args: { n: 2, at: 'character' }, gives: '𝔸𝔹' },
  ],
});
