import { describe, expect, test } from 'vitest';
import { modsDates } from '../../../../src/mapping/transforms/dates/mods-dates.ts';
import { readDate } from '../../../../src/mapping/transforms/dates/read-date.ts';
import { applyToList } from '../apply-in-context.ts';

const date = (raw: string, type: string, point?: 'start' | 'end'): object => ({
  ...(readDate(raw, { dayFirst: undefined, lang: undefined, report: () => undefined })?.[0] ?? {
    raw,
    qualifiers: [],
  }),
  type,
  ...(point !== undefined && { note: `point ${point}` }),
});
const dates = (...given: readonly object[]): unknown[] =>
  (applyToList(modsDates, given).values as { type: string; edtf?: string; raw: string }[]).map(
    ({ type, edtf, raw }) => [type, edtf, raw],
  );

describe('the transform "mods_dates"', () => {
  test('joins a start and the end of its type', () => {
    expect(dates(date('1940', 'issued', 'start'), date('1949', 'issued', 'end'))).toEqual([
      ['issued', '1940/1949', '1940/1949'],
    ]);
  });

  test('gives a start alone, or with an end that has not come, as an open interval', () => {
    expect(dates(date('1940', 'issued', 'start'))).toEqual([['issued', '1940/..', '1940']]);
    const open = dates(date('1940', 'issued', 'start'), { raw: '9999', type: 'issued', note: 'point end' });
    expect(open).toEqual([['issued', '1940/..', '1940/9999']]);
  });

  test('gives an end alone as an interval with an open start', () => {
    expect(dates(date('1949', 'issued', 'end'))).toEqual([['issued', '../1949', '1949']]);
  });

  test('keeps an end before its start, and one of another type, apart', () => {
    const reversed = dates(date('1949', 'issued', 'start'), date('1940', 'issued', 'end'));
    expect(reversed).toEqual([
      ['issued', '1949', '1949'],
      ['issued', '1940', '1940'],
    ]);
    const { reports } = applyToList(modsDates, [
      date('1949', 'issued', 'start'),
      date('1940', 'issued', 'end'),
    ]);
    expect(reports).toEqual(['date.order']);
    const others = dates(date('1940', 'issued', 'start'), date('1949', 'created', 'end'));
    expect(others).toEqual([
      ['issued', '1940/..', '1940'],
      ['created', '../1949', '1949'],
    ]);
  });

  test('puts dates of issue first, and keeps the order of the others', () => {
    const given = [date('1999', 'created'), date('2001', 'other'), date('2000', 'issued')];
    expect(dates(...given)).toEqual([
      ['issued', '2000', '2000'],
      ['created', '1999', '1999'],
      ['other', '2001', '2001'],
    ]);
  });

  test('leaves no mark of a point behind', () => {
    const [joined] = applyToList(modsDates, [date('1940', 'issued', 'start')]).values;
    expect(joined).not.toHaveProperty('note');
  });
});
