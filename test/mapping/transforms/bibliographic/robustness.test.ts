import { BIBLIOGRAPHIC } from '../../../../src/mapping/transforms/bibliographic/index.ts';
import { describeRobustness } from '../apply-transform.ts';

describeRobustness(BIBLIOGRAPHIC, { dcmi_scheme: 'box', extent: { keep: true } });
