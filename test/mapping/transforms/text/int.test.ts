import { int } from '../../../../src/mapping/transforms/text/int.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(int, {
  'reads an integer': [{ value: ' 12 ', gives: 12 }],
  'refuses anything else': [
    { value: '12 p.', gives: { bad: 'integer.invalid' } },
    { value: '1.5', gives: { bad: 'integer.invalid' } },
  ],
});
