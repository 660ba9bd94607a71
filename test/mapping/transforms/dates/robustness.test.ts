import { DATES } from '../../../../src/mapping/transforms/dates/index.ts';
import { describeRobustness } from '../apply-transform.ts';

describeRobustness(DATES.filter(({ kind }) => kind === 'value'));
