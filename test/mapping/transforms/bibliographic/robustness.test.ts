import { BIBLIOGRAPHIC } from '../../../../src/mapping/transforms/bibliographic/index.ts';
import { describeRobustness } from '../apply-transform.ts';

describeRobustness(
  BIBLIOGRAPHIC.filter(({ kind, takes }) => kind === 'value' && takes === 'text'),
  { dcmi_scheme: 'box', extent: { keep: true }, degrees: 'lon', coordinate_pairs: { order: 'lat-lon' } },
);
