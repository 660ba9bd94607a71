import { stripSuffix } from '../../../../src/mapping/transforms/text/strip-suffix.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(stripSuffix, {
  'takes a suffix of the list off': [
    { value: 'eng. ', args: { list: ['.'] }, gives: 'eng' },
    { value: 'x (PDF)', args: { list: ['(pdf)'] }, gives: 'x' },
    { value: 'x', args: { list: ['y'] }, gives: 'x' },
  ],
});
