import { NOT_MINE } from '../../../../src/mapping/transform.ts';
import { datePeriod } from '../../../../src/mapping/transforms/dates/date-period.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(datePeriod, {
  'gives a span of time with its words': [
    { value: '1940-1949', gives: [{ edtf: '1940/1949', label: '1940-1949' }] },
    { value: '19. Jahrhundert', gives: [{ edtf: '18XX', label: '19. Jahrhundert' }] },
    { value: 'XIX век', gives: [{ edtf: '18XX', label: 'XIX век' }] },
    { value: 'siècle XVIII', gives: [{ edtf: '17XX', label: 'siècle XVIII' }] },
    { value: 'MDCCXLV', gives: [{ edtf: '1745', label: 'MDCCXLV' }] },
    { value: '١٩٩٨', gives: [{ edtf: '1998', label: '١٩٩٨' }] },
  ],
  'is not asked for places': [
    { value: 'Yugoslavia', gives: NOT_MINE },
    { value: 'n.d.', gives: NOT_MINE },
  ],
});
