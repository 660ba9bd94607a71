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
  'gives what two possible years share': [
    { value: '1983 or 1984-', gives: '198X/..' },
    { value: '1799 or 1800-1860', gives: '1XXX/1860' },
    { value: 'b. 1950 or 1951', gives: '195X/..' },
  ],
  'gives a year of activity': [{ value: 'active 1600', gives: '1600' }],
  'gives a century': [
    { value: '15th cent.', gives: '14XX' },
    { value: 'active 12th century', gives: '11XX' },
    { value: '0th cent.', gives: { bad: 'name-dates.unparseable' } },
  ],
  'refuses anything else': [{ value: 'Beograd', gives: { bad: 'name-dates.unparseable' } }],
});
