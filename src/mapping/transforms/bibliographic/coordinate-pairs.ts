import type { Geo } from '../../../model/canonical.ts';
import { z } from '../../../schema/index.ts';
import { Bad, NOT_MINE, valueTransform } from '../../transform.ts';

const SEPARATOR = /[\s,;]+/;
const DECIMAL = /^[-+]?\d{1,3}(?:\.\d{1,20})?$/;
const LONGEST = 5000;

/**
 * Text of decimal degrees → Geo: two numbers are a point, four a box by two corners (south-west, north-east), more a
 * polygon. The order of latitude and longitude is the format's, and always named. Out of range is bad: `geo.range`.
 */
export const coordinatePairs = valueTransform({
  name: 'coordinate_pairs',
  summary: 'Reads a point, box or polygon from decimal degrees in one text: "41.09 -71.032".',
  arguments: z.strictObject({ order: z.enum(['lat-lon', 'lon-lat']) }),
  takes: 'text',
  gives: 'Geo',
  recogniser: true,
  bind:
    ({ order }) =>
    (text: string) => {
      const numbers = text.length > LONGEST ? [] : text.trim().split(SEPARATOR);
      if (numbers.length < 2 || numbers.length % 2 !== 0 || !numbers.every((one) => DECIMAL.test(one)))
        return NOT_MINE;
      return shaped(numbers.map(Number), order);
    },
});

function shaped(numbers: readonly number[], order: 'lat-lon' | 'lon-lat'): Geo | Bad {
  const first = numbers.filter((_, index) => index % 2 === 0);
  const second = numbers.filter((_, index) => index % 2 === 1);
  const [lat, lon] = order === 'lat-lon' ? [first, second] : [second, first];
  const fits = lon.every((value) => Math.abs(value) <= 180) && lat.every((value) => Math.abs(value) <= 90);
  if (!fits) return new Bad('geo.range', 'a coordinate is out of range');
  return { type: numbers.length === 2 ? 'point' : numbers.length === 4 ? 'box' : 'polygon', lon, lat };
}
