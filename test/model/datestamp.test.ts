import { describe, expect, it } from 'vitest';
import {
  addSeconds,
  coarsen,
  formatDatestamp,
  granularityOf,
  lastSecondOf,
  parseGranularity,
  parseLenientDatestamp,
} from '../../src/model/datestamp.ts';

const DAYS = 'YYYY-MM-DD';
const SECONDS = 'YYYY-MM-DDThh:mm:ssZ';

describe('granularityOf', () => {
  it.each([
    ['2024-05-01', DAYS],
    ['2024-02-29', DAYS],
    ['2024-05-01T00:00:00Z', SECONDS],
    ['2024-12-31T23:59:59Z', SECONDS],
    ['0001-01-01', DAYS],
    ['2023-02-29', undefined],
    ['2020-13-01', undefined],
    ['2020-02-30', undefined],
    ['2020-1-1', undefined],
    ['2020', undefined],
    ['2020-01', undefined],
    ['20200101', undefined],
    ['2020-01-01T00:00:00', undefined],
    ['2020-01-01T00:00:00+01:00', undefined],
    ['2020-01-01T00:00:00.000Z', undefined],
    ['2020-01-01T24:00:00Z', undefined],
    ['2020-01-01T23:59:60Z', undefined],
    [' 2020-01-01', undefined],
    ['junk', undefined],
    ['', undefined],
  ])('reads %j as %s', (text, granularity) => {
    expect(granularityOf(text)).toBe(granularity);
  });
});

describe('parseLenientDatestamp', () => {
  it.each([
    ['2016-03-08T11:00:13.016-07:00', '2016-03-08T18:00:13Z'],
    ['2016-03-08T01:30:00+02:00', '2016-03-07T23:30:00Z'],
    ['2016-03-08 11:00:13', '2016-03-08T11:00:13Z'],
    ['2016-03-08T11:00:13', '2016-03-08T11:00:13Z'],
    ['2016-03-08T11:00Z', '2016-03-08T11:00:00Z'],
    ['  2016-03-08\n', '2016-03-08'],
    ['2017-01 -17T00:26:07Z', undefined],
    ['2016-02-30T00:00:00Z', undefined],
    ['yesterday', undefined],
    ['', undefined],
  ])('reads %j as %s', (text, expected) => {
    expect(parseLenientDatestamp(text)).toBe(expected);
  });
});

describe('datestamps', () => {
  it('are written in UTC whatever the local time zone is', () => {
    expect(process.env['TZ']).toBe('Pacific/Auckland');
    expect(formatDatestamp(new Date('2024-01-01T11:30:00.999Z'))).toBe('2024-01-01T11:30:00Z');
    expect(formatDatestamp(new Date('2024-01-01T11:30:00Z'), DAYS)).toBe('2024-01-01');
  });

  it('are coarsened to days and stretched to seconds', () => {
    expect(coarsen('2024-01-01T23:59:59Z', DAYS)).toBe('2024-01-01');
    expect(coarsen('2024-01-01', SECONDS)).toBe('2024-01-01T00:00:00Z');
  });

  it('cover the whole of a day when they are an until', () => {
    expect(lastSecondOf('2024-01-01')).toBe('2024-01-01T23:59:59Z');
    expect(lastSecondOf('2024-01-01T10:00:00Z')).toBe('2024-01-01T10:00:00Z');
  });

  it('move by seconds in their own granularity', () => {
    expect(addSeconds('2024-03-01T00:00:00Z', -1)).toBe('2024-02-29T23:59:59Z');
    expect(addSeconds('2024-03-01', -86_400)).toBe('2024-02-29');
  });
});

describe('parseGranularity', () => {
  it.each([
    ['YYYY-MM-DDThh:mm:ssZ', SECONDS],
    ['yyyy-mm-ddThh:mm:ss', SECONDS],
    ['YYYY-MM-DD', DAYS],
    ['yyyy-mm-dd', DAYS],
    ['', DAYS],
    ['seconds', DAYS],
  ])('reads %j as %s', (text, granularity) => {
    expect(parseGranularity(text)).toBe(granularity);
  });
});
