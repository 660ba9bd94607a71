import { NOT_MINE } from '../../../../src/mapping/transform.ts';
import { extract } from '../../../../src/mapping/transforms/text/extract.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(extract, {
  'takes the first group, or the whole match': [
    { value: 'vol. 18', args: { re: 'vol\\. (\\d+)' }, gives: '18' },
    { value: 'vol. 18', args: { re: '\\d+' }, gives: '18' },
  ],
  'names groups': [
    {
      value: '18(2)',
      args: { re: '(\\d+)\\((\\d+)\\)', groups: ['volume', 'issue'] },
      gives: { volume: '18', issue: '2' },
    },
  ],
  'is not asked for anything else': [{ value: 'x', args: { re: '\\d+' }, gives: NOT_MINE }],
});
