import { split } from '../../../../src/mapping/transforms/lists/split.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(split, {
  'splits, trims and drops blanks': [
    { value: 'a; b ;;c;', args: { on: ';' }, gives: ['a', 'b', 'c'] },
    { value: 'a|b;c', args: { on: [';', '|'] }, gives: ['a', 'b', 'c'] },
  ],
  'does not split inside brackets when told': [
    {
      value: 'trade, WW II (1940, 1949), law',
      args: { on: ',', protect: 'parens' },
      gives: ['trade', 'WW II (1940, 1949)', 'law'],
    },
    { value: 'a (b, c', args: { on: ',', protect: 'parens' }, gives: ['a (b', 'c'] },
  ],
  'cuts every n characters': [{ value: 'engfre', args: { every: 3 }, gives: ['eng', 'fre'] }],
});
