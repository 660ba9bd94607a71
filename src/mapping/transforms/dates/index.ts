import type { Transform } from '../../transform.ts';
import { accessionDays } from './accession-days.ts';
import { dateEdtf } from './date-edtf.ts';
import { dateMarc008 } from './date-marc008.ts';
import { datePeriod } from './date-period.ts';
import { embargoDate } from './embargo-date.ts';
import { marcPeriod } from './marc-period.ts';
import { modsDates } from './mods-dates.ts';
import { modsQualifier } from './mods-qualifier.ts';

export const DATES: readonly Transform[] = [
  accessionDays,
  dateEdtf,
  dateMarc008,
  datePeriod,
  embargoDate,
  marcPeriod,
  modsDates,
  modsQualifier,
];
