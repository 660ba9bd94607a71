import { VOCABULARIES } from '../../../../src/mapping/transforms/vocabularies/index.ts';
import { describeRobustness } from '../apply-transform.ts';

describeRobustness(VOCABULARIES, { dcmi_type: { as: 'type' } });
