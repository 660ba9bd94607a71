import { expect, test } from 'vitest';
import { dedupeDates } from '../../../../src/mapping/transforms/lists/dedupe-dates.ts';
import { applyToList } from '../apply-in-context.ts';

const date = (edtf: string, type = 'issued', note?: string): object => ({
  edtf,
  raw: edtf,
  type,
  ...(note !== undefined && { note }),
});

test.each([
  ['drops a year beside the day in it', [date('2018'), date('2018-05-03')], [date('2018-05-03')]],
  ['drops a date said twice', [date('2018'), date('2018')], [date('2018')]],
  [
    'keeps dates of two types',
    [date('2018'), date('2018-05-03', 'created')],
    [date('2018'), date('2018-05-03', 'created')],
  ],
  ['keeps another year', [date('2018'), date('2019-01-01')], [date('2018'), date('2019-01-01')]],
  [
    'keeps a date with a note of its own',
    [date('2018', 'issued', 'print'), date('2018-05-03')],
    [date('2018', 'issued', 'print'), date('2018-05-03')],
  ],
  [
    'keeps dates that nobody could read',
    [{ raw: 'soon', type: 'issued' }, date('2018')],
    [{ raw: 'soon', type: 'issued' }, date('2018')],
  ],
])('the transform "dedupe_dates" %s', (_, dates, expected) => {
  expect(applyToList(dedupeDates, dates).values).toEqual(expected);
});
