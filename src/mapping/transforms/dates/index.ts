import type { Transform } from '../../transform.ts';
import { dateEdtf } from './date-edtf.ts';
import { datePeriod } from './date-period.ts';
import { embargoDate } from './embargo-date.ts';

export const DATES: readonly Transform[] = [dateEdtf, datePeriod, embargoDate];
