import type { DateValue } from '../../../model/canonical.ts';
import { z } from '../../../schema/index.ts';
import { Bad, valueTransform } from '../../transform.ts';
import { edtfDay, edtfMonth, pointBounds } from './edtf.ts';

/**
 * MARC 21 field 008, positions 06-14: the type of date and two dates → DateValues. `u` is an unknown digit; blanks,
 * fill characters and 9999 say nothing. Bad: `date.marc-coded`.
 */
export const dateMarc008 = valueTransform({
  name: 'date_marc008',
  summary: 'Reads the type of date and the two dates of MARC field 008.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'DateValue',
  bind: () => (written: string) => {
    // Editors of MARC text write the blank so.
    const value = written.replaceAll('\\', ' ');
    const read = READERS.get(value.charAt(0));
    if (read === undefined) return new Bad('date.marc-coded', `"${value.charAt(0)}" is no type of date`);
    const [first, second] = [value.slice(1, 5), value.slice(5, 9)];
    // A single date stands, whatever a system that counts positions wrongly wrote behind it.
    const dates = value.startsWith('s') ? [first] : [first, second];
    if (!dates.every((date) => MARC_DATE.test(date))) {
      return new Bad('date.marc-coded', `"${first}" and "${second}" are not two dates of four characters`);
    }
    return read(first, second);
  },
});

type Dated = Pick<DateValue, 'edtf' | 'raw' | 'type'> & Partial<Omit<DateValue, 'edtf' | 'raw' | 'type'>>;
type Reader = (first: string, second: string) => readonly Dated[] | Bad;

/** A date, four digits of a day, or nothing. Some systems write fewer characters than the format has. */
const MARC_DATE = /^(?:[\du ]{0,4}|[|\s]{0,4})$/;

/** By 008/06: https://www.loc.gov/marc/bibliographic/bd008a.html */
const READERS: ReadonlyMap<string, Reader> = new Map(
  Object.entries({
    // Before our era: field 046 has the date. Unknown, or nobody tried to code it.
    b: () => [],
    n: () => [],
    '|': () => [],
    ' ': () => [],
    c: (first) => interval('issued', first, '9999'),
    d: (first, second) => interval('issued', first, second),
    u: (first) => unknownEnd(first),
    e: detailed,
    // A collection, or the bulk of it: when its parts were made.
    i: (first, second) => interval('created', first, second),
    k: (first, second) => interval('created', first, second),
    m: (first, second) => interval('issued', first, second),
    p: (first, second) => [...single('issued', first), ...single('created', second)],
    q: questionable,
    r: (first, second) => [
      ...single('issued', first),
      ...single('other', second).map((date) => ({ ...date, note: 'original publication' })),
    ],
    s: (first) => single('issued', first),
    t: (first, second) => [...single('issued', first), ...single('copyright', second)],
  } satisfies Record<string, Reader>),
);

/** Four characters → a year, with X for an unknown digit. */
function year(date: string): string | undefined {
  if (!/^\d[\du]{3}$/.test(date) || date === '9999' || date === '0000') return undefined;
  const text = date.replaceAll('u', 'X');
  return /^\d+X*$/.test(text) ? text : undefined;
}

function single(type: DateValue['type'], date: string): readonly Dated[] {
  const edtf = year(date);
  return edtf === undefined ? [] : [{ type, edtf, raw: date, ...pointBounds(edtf) }];
}

function interval(type: DateValue['type'], first: string, second: string): readonly Dated[] | Bad {
  const [from, to] = [year(first), year(second)];
  if (from === undefined || to === from) return single(type, to === undefined ? first : second);
  // The second date of what is not complete is 9999; unknown digits alone tell nothing.
  if (to === undefined) return second === '9999' ? [open(type, first, from)] : single(type, first);
  const [start, end] = [pointBounds(from)?.start, pointBounds(to)?.end];
  if ((start ?? '') > (end ?? '')) return new Bad('date.marc-coded', `${first} is later than ${second}`);
  return [{ type, edtf: `${from}/${to}`, raw: `${first}-${second}`, ...bounds(start, end) }];
}

function open(type: DateValue['type'], first: string, from: string): Dated {
  return { type, edtf: `${from}/..`, raw: `${first}-9999`, ...bounds(pointBounds(from)?.start, undefined) };
}

/** Whether it is still published is not known: EDTF leaves the end empty. */
function unknownEnd(first: string): readonly Dated[] {
  const from = year(first);
  if (from === undefined) return [];
  return [{ type: 'issued', edtf: `${from}/`, raw: `${first}-uuuu`, ...bounds(pointBounds(from)?.start, undefined) }]; // prettier-ignore
}

/** One year between the two. */
function questionable(first: string, second: string): readonly Dated[] | Bad {
  const [from, to] = [year(first), year(second)];
  if (from === undefined || to === undefined || from === to) {
    return single('issued', from === undefined ? second : first).map((date) => ({
      ...date,
      edtf: `${date.edtf!}?`,
      qualifiers: ['uncertain'],
    }));
  }
  const [start, end] = [pointBounds(from)?.start, pointBounds(to)?.end];
  if ((start ?? '') > (end ?? '')) return new Bad('date.marc-coded', `${first} is later than ${second}`);
  return [{ type: 'issued', edtf: `[${from}..${to}]`, raw: `${first}-${second}`, qualifiers: ['uncertain'], ...bounds(start, end) }]; // prettier-ignore
}

/** The second date is a month and a day. */
function detailed(first: string, second: string): readonly Dated[] {
  const from = year(first);
  const [month, day] = [Number(second.slice(0, 2)), Number(second.slice(2))];
  if (from === undefined || from.includes('X')) return single('issued', first);
  const edtf = edtfDay(from, month, day) ?? edtfMonth(from, month) ?? from;
  return [{ type: 'issued', edtf, raw: `${first}${second}`.trim(), ...pointBounds(edtf) }];
}

function bounds(start: string | undefined, end: string | undefined): Pick<Dated, 'start' | 'end'> {
  return { ...(start !== undefined && { start }), ...(end !== undefined && { end }) };
}
