import type { DateValue } from '../../../model/canonical.ts';
import { z } from '../../../schema/index.ts';
import { listTransform } from '../../transform.ts';

/** A date as a mapping makes it of one element; until the points are joined, `note` says which one it is. */
type Dated = Partial<DateValue> & Pick<DateValue, 'raw'>;

const POINT = /^point (start|end)$/;

/** What MARC writes for an end that has not come yet. */
const NO_END = /^(?:9999|u{4})$/i;

/**
 * DateValues → the same, with each start and the end of its type as one interval. A point says so in its `note`
 * (`point start`), which is removed. A start alone is an open interval; an end before its start is given back as two
 * dates (`date.order`). Dates of issue go first, as the model has them.
 */
export const modsDates = listTransform({
  name: 'mods_dates',
  summary: 'Joins the start and end points of MODS dates, and puts dates of issue first.',
  arguments: z.undefined(),
  takes: 'any',
  gives: 'DateValue',
  bind: () => (values, context) => {
    const joined: Dated[] = [];
    const ends = (values as readonly Dated[]).filter((date) => pointOf(date) === 'end');
    for (const date of values as readonly Dated[]) {
      const point = pointOf(date);
      if (point === undefined) joined.push(date);
      if (point === 'start') {
        const at = ends.findIndex(({ type }) => type === date.type);
        const [end] = at < 0 ? [] : ends.splice(at, 1);
        const interval = intervalOf(date, end);
        if (interval === undefined && end !== undefined) {
          context.report('date.order', 'the end lies before the start, or cannot be read; both are kept');
          joined.push(plain(date), plain(end));
        } else joined.push(interval ?? plain(date));
      }
      if (point === 'end' && ends.includes(date) && !hasStart(values as readonly Dated[], date)) {
        joined.push(openStart(date));
      }
    }
    return joined.toSorted((left, right) => rank(left) - rank(right));
  },
});

function pointOf({ note }: Dated): 'start' | 'end' | undefined {
  return POINT.exec(note ?? '')?.[1] as 'start' | 'end' | undefined;
}

function hasStart(dates: readonly Dated[], end: Dated): boolean {
  return dates.some((date) => pointOf(date) === 'start' && date.type === end.type);
}

function intervalOf(start: Dated, end: Dated | undefined): Dated | undefined {
  if (start.edtf === undefined) return undefined;
  const open = end === undefined || NO_END.test(end.raw);
  if (!open && (end.edtf === undefined || isAfter(start, end))) return undefined;
  const { end: _, ...others } = plain(start);
  return {
    ...others,
    edtf: `${start.edtf}/${open ? '..' : end.edtf!}`,
    raw: end === undefined || end.raw === start.raw ? start.raw : `${start.raw}/${end.raw}`,
    qualifiers: [...new Set([...(start.qualifiers ?? []), ...(end?.qualifiers ?? [])])],
    ...(!open && end.end !== undefined && { end: end.end }),
    ...(end?.keyDate === true && { keyDate: true }),
  };
}

function openStart(end: Dated): Dated {
  if (end.edtf === undefined || NO_END.test(end.raw)) return plain(end);
  const { start: _, ...others } = plain(end);
  return { ...others, edtf: `../${end.edtf}` };
}

function isAfter(start: Dated, end: Dated): boolean {
  return (
    start.start !== undefined &&
    end.end !== undefined &&
    !start.start.startsWith('-') &&
    start.start > end.end
  );
}

function plain(date: Dated): Dated {
  const { note: _, ...others } = date;
  return others;
}

function rank({ type }: Dated): number {
  return type === 'issued' ? 0 : 1;
}
