import { trimBrackets } from '../../../../src/mapping/transforms/text/trim-brackets.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(trimBrackets, {
  'takes off brackets around the whole': [
    { value: '[Beograd]', gives: 'Beograd' },
    { value: '([1999])', gives: '1999' },
    { value: '[]', gives: undefined },
  ],
  'leaves others': [
    { value: '[a] and [b]', gives: '[a] and [b]' },
    { value: '[Beograd', gives: '[Beograd' },
  ],
});
