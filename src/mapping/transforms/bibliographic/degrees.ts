import { z } from '../../../schema/index.ts';
import { Bad, valueTransform } from '../../transform.ts';

const DECIMAL = /^([NSEW])?\s?([-+]?\d{1,3}(?:\.\d{1,20})?)\s?°?\s?([NSEW])?$/i;
/** `44°49′04″N`. */
const SEXAGESIMAL =
  /^([NSEW])?\s?([-+]?\d{1,3})\s?°\s?(\d{1,2})\s?['′](?:\s?(\d{1,2}(?:\.\d{1,10})?)\s?["″])?\s?([NSEW])?$/i;

/**
 * Text → part of a Geo: `{ lon: [20.46] }` or `{ lat: [44.81] }`, west and south negative. What is no coordinate or
 * out of range is bad: `geo.malformed`, `geo.range`.
 */
export const degrees = valueTransform({
  name: 'degrees',
  summary:
    'Reads one coordinate: decimal degrees, or degrees, minutes and seconds, with or without hemisphere.',
  arguments: z.enum(['lon', 'lat']),
  takes: 'text',
  gives: 'Geo',
  bind: (axis) => (text: string) => {
    if (text.trim() === '') return undefined;
    const value = readDegrees(text);
    if (value === undefined) return new Bad('geo.malformed', 'is no coordinate');
    if (Math.abs(value) > LIMITS[axis]) return new Bad('geo.range', `is out of range for ${axis}`);
    return { [axis]: [value] };
  },
});

const LIMITS = { lon: 180, lat: 90 } as const;

/** One coordinate in degrees; `undefined` when it is none. */
function readDegrees(text: string): number | undefined {
  const value = text.length > 60 ? '' : text.trim().replace('−', '-').replace(/^\+/, '');
  const decimal = DECIMAL.exec(value);
  if (decimal !== null) return signed(Number(decimal[2]), decimal[1] ?? decimal[3]);
  const [, before, whole, minutes, seconds = '0', after] = SEXAGESIMAL.exec(value) ?? [];
  if (whole === undefined || Number(minutes) >= 60 || Number(seconds) >= 60) return undefined;
  const size = Math.abs(Number(whole)) + Number(minutes) / 60 + Number(seconds) / 3600;
  const rounded = Math.round(size * 1e6) / 1e6;
  return signed(whole.startsWith('-') ? -rounded : rounded, before ?? after);
}

function signed(value: number, hemisphere: string | undefined): number {
  return hemisphere !== undefined && /[SW]/i.test(hemisphere) ? -Math.abs(value) : value;
}
