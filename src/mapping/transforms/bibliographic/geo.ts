import type { Geo } from '../../../model/canonical.ts';
import { z } from '../../../schema/index.ts';
import { NOT_MINE, valueTransform } from '../../transform.ts';

const SECONDS = '(?:\\s?(\\d{1,2}(?:[.,]\\d{1,6})?)\\s?["″ʺ”])?';
const MINUTES = `(?:\\s?(\\d{1,2}(?:[.,]\\d{1,6})?)\\s?['′ʹ’]${SECONDS})?`;
const COORDINATE = new RegExp(`([EWNS])\\s?(\\d{1,3}(?:[.,]\\d{1,8})?)\\s?[°º]?${MINUTES}`, 'giu');
const LONGEST = 2000;

/**
 * Text → Geo, the text kept: a point, a box of two longitudes and two latitudes, or the points of a polygon. Each
 * coordinate names its hemisphere; text without is not mine, for nobody can tell latitude from longitude.
 */
export const geo = valueTransform({
  name: 'geo',
  summary: 'Reads coordinates as MARC 255 and MODS write them: "(E 19°--E 23°/N 46°--N 42°)".',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'Geo',
  recogniser: true,
  bind: () => (value: string) => (value.length > LONGEST ? NOT_MINE : (readGeo(value) ?? NOT_MINE)),
});

function readGeo(value: string): Geo | undefined {
  const lon: number[] = [];
  const lat: number[] = [];
  for (const [, hemisphere = '', ...numbers] of value.matchAll(COORDINATE)) {
    const letter = hemisphere.toUpperCase();
    const degrees = degreesOf(numbers) * (letter === 'W' || letter === 'S' ? -1 : 1);
    (letter === 'E' || letter === 'W' ? lon : lat).push(degrees);
  }
  const text = value.trim().replace(/^\(([^()]*)\)\.?$/, '$1');
  const shape = geoOf(lon, lat);
  return shape && { ...shape, text };
}

/** A point, box or polygon; `undefined` when a coordinate is missing or out of range. */
export function geoOf(lon: readonly number[], lat: readonly number[]): Geo | undefined {
  if (lon.length !== lat.length || lon.length < 1) return undefined;
  const inRange = lon.every((value) => Math.abs(value) <= 180) && lat.every((value) => Math.abs(value) <= 90);
  if (!inRange) return undefined;
  const isPoint = lon.length === 1 || (lon.length === 2 && lon[0] === lon[1] && lat[0] === lat[1]);
  if (isPoint) return { type: 'point', lon: [lon[0]!], lat: [lat[0]!] };
  return { type: lon.length === 2 ? 'box' : 'polygon', lon: [...lon], lat: [...lat] };
}

function degreesOf(numbers: readonly (string | undefined)[]): number {
  const [degrees = 0, minutes = 0, seconds = 0] = numbers.map((text) =>
    Number((text ?? '0').replace(',', '.')),
  );
  return rounded(degrees + minutes / 60 + seconds / 3600);
}

/** A millionth of a degree is a decimetre. */
export function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
