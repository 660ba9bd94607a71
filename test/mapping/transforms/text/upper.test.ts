import { upper } from '../../../../src/mapping/transforms/text/upper.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(upper, {
  'makes capitals in no language of its own': [{ value: 'ћirilica i', gives: 'ЋIRILICA I' }],
});
