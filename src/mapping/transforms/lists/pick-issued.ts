import type { DateValue } from '../../../model/canonical.ts';
import { z } from '../../../schema/index.ts';
import { listTransform } from '../../transform.ts';

/** A date before anything is known of what it is the date of. */
export type UntypedDate = Omit<DateValue, 'type'> & { readonly type?: DateValue['type'] };

/**
 * Dates without a type → the same dates, typed; issued first, none lost. DSpace prints dates accessioned and available
 * as full timestamps beside the date issued, which is coarser: the coarsest kind wins, and of several the first.
 * Among several precise timestamps nothing tells which is which, and none is called issued. The latest
 * timestamp beside a date issued is `available`; what else is left is `other`. A date that has a type keeps it.
 */
export const pickIssued = listTransform({
  name: 'pick_issued',
  summary: 'Finds the date of publication among dates without a type.',
  arguments: z.undefined(),
  takes: 'DateValue',
  gives: 'DateValue',
  bind: () => (values, context) => {
    const dates = values as readonly UntypedDate[];
    const issued = dates.find((date) => date.type === 'issued') ?? publicationDate(dates);
    const untyped = dates.filter((date) => date.type === undefined && date !== issued);
    const coarse = untyped.filter((date) => rank(date) === 0);
    if (issued !== undefined && issued.type === undefined && coarse.length > 0) {
      context.report(
        'date.several',
        'several dates without a type; the first is taken as the date issued',
        'info',
      );
      context.confidence('guess');
    }
    const available = issued === undefined ? undefined : latest(untyped.filter((date) => rank(date) > 0));
    const typed = dates.map((date): DateValue => {
      if (date === issued) return { ...date, type: 'issued' };
      return { ...date, type: date.type ?? (date === available ? 'available' : 'other') };
    });
    return [
      ...typed.filter((date) => date.type === 'issued'),
      ...typed.filter((date) => date.type !== 'issued'),
    ];
  },
});

function publicationDate(dates: readonly UntypedDate[]): UntypedDate | undefined {
  const candidates = dates.filter(
    (date) => date.type === undefined && (date.edtf !== undefined || date.undated === true),
  );
  const dated = candidates.filter((date) => date.edtf !== undefined);
  const pool = dated.length > 0 ? dated : candidates;
  const lowest = Math.min(...pool.map(rank));
  const best = pool.filter((date) => rank(date) === lowest);
  return lowest === 2 && best.length > 1 ? undefined : best[0];
}

/** 0: a date; 1: with a time that is only padding (midnight somewhere); 2: with a real time of day. */
function rank(date: UntypedDate): 0 | 1 | 2 {
  const time = /\d[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?/.exec(date.raw);
  if (time === null) return 0;
  return time.slice(2).every((part) => part === undefined || Number(part) === 0) ? 1 : 2;
}

function latest(dates: readonly UntypedDate[]): UntypedDate | undefined {
  return dates.reduce<UntypedDate | undefined>(
    (best, date) => (best === undefined || date.raw > best.raw ? date : best),
    undefined,
  );
}
