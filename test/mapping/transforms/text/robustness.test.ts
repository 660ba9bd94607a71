import { TEXT } from '../../../../src/mapping/transforms/text/index.ts';
import { describeRobustness } from '../apply-transform.ts';

describeRobustness(TEXT, {
  strip_prefix: { builtin: 'abstract_labels' },
  strip_suffix: { list: ['.'] },
  replace: { re: '\\s+', with: ' ' },
  extract: { re: '\\d+' },
  strip_markup: { profiles: ['html', 'jats'], protect: ['tex'] },
  template: '{.}',
  truncate: { n: 20 },
});
