import type { Geo } from '../../../model/canonical.ts';
import { z } from '../../../schema/index.ts';
import { valueTransform } from '../../transform.ts';

/**
 * Coordinates → text, longitude first and hemispheres named, in decimal degrees (as MARC 255 $c is written):
 * `E 20.46 / N 44.81`, `E 19--E 22 / N 46--N 43`. Polygons are points joined by `; `. Coordinates that are not
 * complete are given as the source wrote them, if it did.
 */
export const geoText = valueTransform({
  name: 'geo_text',
  summary: 'Writes coordinates as text.',
  arguments: z.undefined(),
  takes: 'Geo',
  gives: 'text',
  bind: () => (geo: Geo) => written(geo) ?? geo.text,
});

function written({ type, lon, lat }: Geo): string | undefined {
  if (lon.length === 0 || lon.length !== lat.length) return undefined;
  switch (type) {
    case 'point':
      return lon.length === 1 ? point(lon[0]!, lat[0]!) : undefined;
    case 'box': {
      if (lon.length !== 2) return undefined;
      const [west, east] = lon.map(eastWest);
      const north = Math.max(...lat);
      const south = Math.min(...lat);
      return `${west}--${east} / ${northSouth(north)}--${northSouth(south)}`;
    }
    case 'polygon':
      return lon.map((east, i) => point(east, lat[i]!)).join('; ');
  }
}

function point(lon: number, lat: number): string {
  return `${eastWest(lon)} / ${northSouth(lat)}`;
}

function eastWest(lon: number): string {
  return `${lon < 0 ? 'W' : 'E'} ${Math.abs(lon)}`;
}

function northSouth(lat: number): string {
  return `${lat < 0 ? 'S' : 'N'} ${Math.abs(lat)}`;
}
