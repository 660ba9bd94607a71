import { nameDates } from '../../../../src/mapping/transforms/agents/name-dates.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(nameDates, {
  'gives an interval': [
    { value: '1853-1890', gives: '1853/1890' },
    { value: '1950-', gives: '1950/..' },
    { value: 'b. 1950', gives: '1950/..' },
    { value: '-1890', gives: '../1890' },
    { value: 'd. 1890', gives: '../1890' },
    { value: '(1853?-1890)', gives: '1853?/1890' },
    { value: 'ca. 1500-1560', gives: '1500~/1560' },
    { value: 'рођ. 1950', gives: '1950/..' },
  ],
  'gives a year of activity': [{ value: 'active 1600', gives: '1600' }],
  'refuses anything else': [{ value: 'Beograd', gives: { bad: 'name-dates.unparseable' } }],
});
