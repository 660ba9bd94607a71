import { NOT_MINE } from '../../../../src/mapping/transform.ts';
import { ror } from '../../../../src/mapping/transforms/agents/ror.ts';
import { describeRobustness, describeTransform } from '../apply-transform.ts';

const belgrade = { scheme: 'ror', value: '02qsmb048', uri: 'https://ror.org/02qsmb048' };

describeTransform(ror, {
  'gives the canonical form': [
    { value: 'https://ror.org/02qsmb048', gives: belgrade },
    { value: 'ror.org/02QSMB048/', gives: belgrade },
    { value: '02qsmb048', gives: belgrade },
  ],
  'refuses a wrong checksum': [{ value: 'https://ror.org/02qsmb049', gives: { bad: 'ror.checksum' } }],
  'is not asked for other identifiers': [
    { value: 'https://ror.org/12abcde34', gives: NOT_MINE },
    { value: 'grid.7149.b', gives: NOT_MINE },
  ],
});

describeRobustness([ror]);
