import { IDENTIFIERS } from '../../../../src/mapping/transforms/identifiers/index.ts';
import { describeRobustness } from '../apply-transform.ts';

describeRobustness(IDENTIFIERS, { identify: { scheme: 'doi' }, alt_identifier: { only: ['issn'] } });
