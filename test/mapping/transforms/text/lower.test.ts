import { lower } from '../../../../src/mapping/transforms/text/lower.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(lower, {
  'makes small letters in no language of its own': [{ value: 'ЋIRILICA I', gives: 'ћirilica i' }],
});
