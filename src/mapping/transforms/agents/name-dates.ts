import { z } from '../../../schema/index.ts';
import { Bad, valueTransform } from '../../transform.ts';
import { lifeDates } from './life-dates.ts';

/** Text → EDTF: `1853-1890`, `b. 1950`, `active 1600`. Bad: `name-dates.unparseable`. */
export const nameDates = valueTransform({
  name: 'name_dates',
  summary: 'Reads the dates of a life.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'text',
  bind: () => (value: string) => {
    if (value.trim() === '') return undefined;
    return lifeDates(value) ?? new Bad('name-dates.unparseable', 'are no dates of a life that we can read');
  },
});
