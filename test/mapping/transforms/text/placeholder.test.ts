import { placeholder } from '../../../../src/mapping/transforms/text/placeholder.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(placeholder, {
  'drops what says that there is nothing': [
    { value: 'N/A', gives: undefined },
    { value: 'null', gives: undefined },
    { value: '-', gives: undefined },
    { value: '[s.n.]', gives: undefined },
    { value: '(:unav)', gives: undefined },
    { value: ' Unknown ', gives: undefined },
  ],
  'keeps words that only begin so, and the code of Nauru': [
    { value: 'Unknown pleasures', gives: 'Unknown pleasures' },
    { value: 'na', gives: 'na' },
  ],
  'has its list replaced or lengthened': [
    { value: 'unknown', args: { list: ['null'] }, gives: 'unknown' },
    { value: 'tba', args: { also: ['TBA'] }, gives: undefined },
  ],
});
