import { NOT_MINE } from '../../../../src/mapping/transform.ts';
import { datePeriod } from '../../../../src/mapping/transforms/dates/date-period.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(datePeriod, {
  'gives a span of time with its words': [
    { value: '1940-1949', gives: [{ edtf: '1940/1949', label: '1940-1949' }] },
    { value: '19. Jahrhundert', gives: [{ edtf: '18XX', label: '19. Jahrhundert' }] },
  ],
  'is not asked for places': [
    { value: 'Yugoslavia', gives: NOT_MINE },
    { value: 'n.d.', gives: NOT_MINE },
  ],
});
