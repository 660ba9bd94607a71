import { LISTS } from '../../../../src/mapping/transforms/lists/index.ts';
import { describeRobustness } from '../apply-transform.ts';

describeRobustness(
  LISTS.filter(({ kind }) => kind === 'value'),
  { split: { on: [';', '|'], protect: 'parens' } },
);
