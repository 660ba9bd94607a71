import { part } from '../../../../src/mapping/transforms/bibliographic/part.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(part, {
  'reads a part statement': [
    {
      value: 'Vol. 1, no. 2 (2010), p. 147-158',
      gives: { volume: '1', issue: '2', year: '2010', pages: { start: '147', end: '158', total: 12 } },
    },
    { value: 'Godina 5/2010', gives: { volume: '5', year: '2010' } },
    { value: 'God. 2010, br. 3', gives: { year: '2010', issue: '3' } },
    {
      value: 'год. 12, бр. 3/2010, стр. 5-9',
      gives: { volume: '12', issue: '3', year: '2010', pages: { start: '5', end: '9', total: 5 } },
    },
    {
      value: 'Jg. 12 (2010), H. 3, S. 147-158',
      gives: { volume: '12', issue: '3', year: '2010', pages: { start: '147', end: '158', total: 12 } },
    },
    {
      value: '18(2), 147-158',
      gives: { volume: '18', issue: '2', pages: { start: '147', end: '158', total: 12 } },
    },
    { value: 'XII/2010', gives: { volume: 'XII', year: '2010' } },
    { value: '2010', gives: { year: '2010' } },
    { value: 'Vol. 9;no. 9', gives: { volume: '9', issue: '9' } },
  ],
  'keeps as text what it cannot read, or not wholly': [
    { value: 'Special issue', gives: { text: 'Special issue' } },
    { value: 'Vol. 3, Supplement on Serbia', gives: { volume: '3', text: 'Vol. 3, Supplement on Serbia' } },
    { value: ' ', gives: undefined },
  ],
});
