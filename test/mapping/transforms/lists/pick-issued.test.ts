import { describe, expect, test } from 'vitest';
import { pickIssued } from '../../../../src/mapping/transforms/lists/pick-issued.ts';
import { applyToList } from '../apply-in-context.ts';

const date = (raw: string, type?: string): object => ({
  raw,
  edtf: raw.slice(0, 10),
  ...(type !== undefined && { type }),
});
const typesOf = (values: readonly unknown[]): unknown[] => values.map((value) => { const { raw, type } = value as { raw: string; type: string }; return [raw, type]; }); // prettier-ignore

describe('the transform "pick_issued"', () => {
  test.each([
    [
      'the coarse date among timestamps',
      [date('2021-02-01T08:00:01Z'), date('2021-02-01T08:05:11Z'), date('1987')],
      [
        ['1987', 'issued'],
        ['2021-02-01T08:00:01Z', 'other'],
        ['2021-02-01T08:05:11Z', 'available'],
      ],
    ],
    ['a timestamp that stands alone', [date('2013-07-02T14:56:29Z')], [['2013-07-02T14:56:29Z', 'issued']]],
    [
      'a timestamp whose time is padding',
      [date('2013-07-02T14:56:29Z'), date('1929-09-20T08:00:00Z')],
      [
        ['1929-09-20T08:00:00Z', 'issued'],
        ['2013-07-02T14:56:29Z', 'available'],
      ],
    ],
    [
      'the first of several dates',
      [date('1974'), date('2005')],
      [
        ['1974', 'issued'],
        ['2005', 'other'],
      ],
    ],
    [
      'the date that says so',
      [date('1974'), date('2005', 'issued')],
      [
        ['2005', 'issued'],
        ['1974', 'other'],
      ],
    ],
  ])('calls %s issued', (_, dates, expected) => {
    expect(typesOf(applyToList(pickIssued, dates).values)).toEqual(expected);
  });

  test('calls none of several precise timestamps issued', () => {
    const dates = [date('2013-07-02T14:56:29Z'), date('2013-07-02T15:56:29Z')];
    expect(typesOf(applyToList(pickIssued, dates).values).map((pair) => (pair as string[])[1])).toEqual([
      'other',
      'other',
    ]);
  });

  test('leaves a copyright date what it is', () => {
    expect(typesOf(applyToList(pickIssued, [date('1999', 'copyright')]).values)).toEqual([
      ['1999', 'copyright'],
    ]);
  });

  test('takes a statement that there is no date when nothing else is there', () => {
    const undated = { raw: 'n.d.', undated: true };
    expect(applyToList(pickIssued, [undated]).values).toEqual([{ ...undated, type: 'issued' }]);
  });

  test('reports that it had to choose', () => {
    expect(applyToList(pickIssued, [date('1974'), date('2005')]).reports).toEqual(['date.several']);
  });
});
