import { definition } from '../../../../src/mapping/transforms/text/definition.ts';
import { describeRobustness, describeTransform } from '../apply-transform.ts';

describeTransform(definition, {
  'marks an address': [{ value: ' aff1 ', gives: 'definition:aff1' }],
  'drops a blank one': [{ value: ' ', gives: undefined }],
});

describeRobustness([definition]);
