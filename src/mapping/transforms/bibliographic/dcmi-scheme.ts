import type { Geo, Period, Place } from '../../../model/canonical.ts';
import { z } from '../../../schema/index.ts';
import { Bad, NOT_MINE, valueTransform } from '../../transform.ts';

/** W3CDTF dates without time, years with sign. */
const DAY = /^-?\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;
const LONGEST_ENCODING = 2000;

type Components = ReadonlyMap<string, string>;

export const dcmiScheme = valueTransform({
  name: 'dcmi_scheme',
  summary: 'Reads the DCMI encodings of a period, box or point: "name=…; start=1929; end=1939".',
  arguments: z.enum(['period', 'box', 'point']),
  takes: 'text',
  gives: 'any',
  recogniser: true,
  bind: (scheme) => {
    const read = { period: readPeriod, box: readBox, point: readPoint }[scheme];
    return (text: string) => (text.length > LONGEST_ENCODING ? NOT_MINE : read(componentsOf(text)));
  },
});

/** DCSV (https://www.dublincore.org/specifications/dublin-core/dcmi-dcsv/): `name=value` divided by `;`. */
function componentsOf(text: string): Components {
  const pairs = text.split(';').flatMap((component): [string, string][] => {
    const at = component.indexOf('=');
    const value = component.slice(at + 1).trim();
    return at < 1 || value === '' ? [] : [[component.slice(0, at).trim().toLowerCase(), value]];
  });
  return new Map(pairs);
}

/** DCMI Period: an open end stays open, a date in another scheme is reported. */
function readPeriod(components: Components): Period | typeof NOT_MINE | Bad {
  const start = components.get('start');
  const end = components.get('end');
  if (start === undefined && end === undefined) return NOT_MINE;
  for (const date of [start, end]) {
    if (date !== undefined && !DAY.test(date))
      return new Bad('date.unparseable', `"${date}" is not a W3CDTF date`);
  }
  if (
    start !== undefined &&
    end !== undefined &&
    !start.startsWith('-') &&
    end < start &&
    !start.startsWith(end)
  ) {
    return new Bad('date.reversed', `the period ends (${end}) before it begins (${start})`);
  }
  const label = components.get('name');
  return { edtf: `${start ?? '..'}/${end ?? '..'}`, ...(label === undefined ? {} : { label }) };
}

/** DCMI Box: limits in degrees. */
function readBox(components: Components): Partial<Place> | typeof NOT_MINE | Bad {
  const limits = ['westlimit', 'eastlimit', 'southlimit', 'northlimit'].map((name) => components.get(name));
  if (limits.every((limit) => limit === undefined)) return NOT_MINE;
  const [west, east, south, north] = limits.map(degrees);
  const box = geo('box', [west!, east!], [south!, north!]);
  return box instanceof Bad ? box : { ...labelOf(components), box };
}

/** DCMI Point: east is the longitude, north the latitude. */
function readPoint(components: Components): Partial<Place> | typeof NOT_MINE | Bad {
  const east = components.get('east');
  const north = components.get('north');
  if (east === undefined && north === undefined) return NOT_MINE;
  const point = geo('point', [degrees(east)], [degrees(north)]);
  return point instanceof Bad ? point : { ...labelOf(components), point };
}

function degrees(text: string | undefined): number {
  return text !== undefined && /^[-+]?\d{1,3}(?:\.\d{1,15})?$/.test(text) ? Number(text) : Number.NaN;
}

function geo(type: Geo['type'], lon: number[], lat: number[]): Geo | Bad {
  const inRange = lon.every((value) => Math.abs(value) <= 180) && lat.every((value) => Math.abs(value) <= 90);
  return inRange ? { type, lon, lat } : new Bad('geo.range', 'a coordinate is missing or out of range');
}

function labelOf(components: Components): Pick<Place, 'label'> {
  const label = components.get('name');
  return label === undefined ? {} : { label };
}
