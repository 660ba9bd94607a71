import { AGENTS } from '../../../../src/mapping/transforms/agents/index.ts';
import { describeRobustness } from '../apply-transform.ts';

describeRobustness(AGENTS);
