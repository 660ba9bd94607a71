import { describe, expect, test } from 'vitest';
import { accessionDays } from '../../../../src/mapping/transforms/dates/accession-days.ts';
import { applyToList } from '../apply-in-context.ts';

const date = (raw: string): { raw: string; edtf: string } => ({ raw, edtf: raw.slice(0, 10) });
const typesOf = (raws: readonly string[]): unknown[] =>
  applyToList(accessionDays, raws.map(date)).values.map((value) => (value as { type?: string }).type);

describe('the transform "accession_days"', () => {
  test.each([
    ['a year', ['2004-12-18', '2004-12-18', '1997']],
    ['a month', ['2004-08-19', '2004-08-19', '2002-09']],
    ['another day', ['2006-04-22', '2006-04-22', '2006-04-21']],
  ])('types one day twice in front of %s', (_, raws) => {
    expect(typesOf(raws)).toEqual(['other', 'available', undefined]);
  });

  test.each([
    ['a date issued in front', ['1998-01', '2004-12-18', '2004-12-18']],
    ['two different days', ['2004-12-18', '2004-12-19', '1997']],
    ['one day three times', ['2004-12-18', '2004-12-18', '2004-12-18']],
    ['two equal days alone', ['2004-12-18', '2004-12-18']],
    ['a timestamp of accession behind', ['1969-12-30', '1969-12-30', '2016-05-05T18:03:35Z']],
    ['years', ['1997', '1997', '1998']],
    ['nothing', []],
  ])('leaves alone %s', (_, raws) => {
    expect(typesOf(raws)).toEqual(raws.map(() => undefined));
  });
});
