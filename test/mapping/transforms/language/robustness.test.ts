import { LANGUAGE } from '../../../../src/mapping/transforms/language/index.ts';
import { describeRobustness } from '../apply-transform.ts';

describeRobustness(LANGUAGE);
