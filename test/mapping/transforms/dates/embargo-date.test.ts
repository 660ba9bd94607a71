import { NOT_MINE } from '../../../../src/mapping/transform.ts';
import { embargoDate } from '../../../../src/mapping/transforms/dates/embargo-date.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(embargoDate, {
  'gives the end of an embargo': [
    { value: 'info:eu-repo/date/embargoEnd/2030-12-31', gives: '2030-12-31' },
    { value: 'embargo until 2030-01', gives: '2030-01' },
    { value: 'Embargoed until: 31 December 2030', gives: '2030-12-31' },
  ],
  'refuses an end that is none': [
    { value: 'info:eu-repo/date/embargoEnd/soon', gives: { bad: 'date.unparseable' } },
  ],
  'is not asked for other dates': [{ value: '2030-12-31', gives: NOT_MINE }],
});
