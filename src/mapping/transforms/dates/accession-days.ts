import { z } from '../../../schema/index.ts';
import { listTransform } from '../../transform.ts';
import type { UntypedDate } from '../lists/pick-issued.ts';

/**
 * Dates → the same dates. DSpace prints the dates accessioned, available and issued, in this order; where it prints them
 * by the day, the first two are one day twice. In front of another date they are typed `other` and `available`, and so
 * are not taken for the date issued. Timestamps are left to `pick_issued`, which tells them by their time.
 */
export const accessionDays = listTransform({
  name: 'accession_days',
  summary: 'Tells the days of accession to a repository from the date issued behind them.',
  arguments: z.undefined(),
  takes: 'DateValue',
  gives: 'DateValue',
  bind: () => (values, context) => {
    const dates = values as readonly UntypedDate[];
    if (!beginsWithAccession(dates)) return dates;
    const [accessioned, available, ...others] = dates;
    context.confidence('likely');
    return [{ ...accessioned, type: 'other' }, { ...available, type: 'available' }, ...others];
  },
});

const DAY = /^\d{4}-\d\d-\d\d$/;
const TIME = /\d[T ]\d\d:\d\d/;

function beginsWithAccession(dates: readonly UntypedDate[]): boolean {
  const [accessioned, available, ...others] = dates;
  if (accessioned?.type !== undefined || available?.type !== undefined) return false;
  const day = accessioned?.raw;
  if (day === undefined || day !== available?.raw || !DAY.test(day)) return false;
  // Beside a timestamp of accession the days are the work's own.
  if (others.some(({ raw }) => TIME.test(raw))) return false;
  return others.some(({ type, edtf, raw }) => type === undefined && edtf !== undefined && raw !== day);
}
