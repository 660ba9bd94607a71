import type { DateValue } from '../../../model/canonical.ts';
import { z } from '../../../schema/index.ts';
import { listTransform } from '../../transform.ts';

/**
 * Dates → the dates without those that another one of the same type says as well, or more precisely: the year 2018
 * beside 2018-05-03. Formats repeat the date of publication in two elements.
 */
export const dedupeDates = listTransform({
  name: 'dedupe_dates',
  summary: 'Drops a date that another of the same type says as precisely or more precisely.',
  arguments: z.undefined(),
  takes: 'DateValue',
  gives: 'DateValue',
  bind: () => (values) => {
    const dates = values as readonly DateValue[];
    return dates.filter(
      (date, at) => !dates.some((other, index) => index !== at && repeats(date, other, index < at)),
    );
  },
});

/** Of two equal dates the first stays. */
function repeats(date: DateValue, other: DateValue, isEarlier: boolean): boolean {
  const { edtf, type, note } = date;
  if (edtf === undefined || other.edtf === undefined || type !== other.type) return false;
  if (note !== undefined && note !== other.note) return false;
  if (edtf === other.edtf) return isEarlier || (note === undefined && other.note !== undefined);
  return (
    /^-?\d{4}(?:-\d\d)?$/.test(edtf) &&
    /^-?\d{4}-\d\d(?:-\d\d)?$/.test(other.edtf) &&
    other.edtf.startsWith(`${edtf}-`)
  );
}
