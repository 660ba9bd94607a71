import { z } from '../../../schema/index.ts';
import { listTransform } from '../../transform.ts';
import { geoOf, rounded } from './geo.ts';

/**
 * The four coordinates of MARC 21 field 034 (`$d$e$f$g`: west, east, north, south) → a Geo, or nothing with the
 * issue `geo.marc-coordinates`. Forms: `hdddmmss`, `hddd.dddddd`, `hdddmm.mmmm`, `hdddmmss.sss`, and the same with `+` and `-`.
 */
export const marcCoordinates = listTransform({
  name: 'marc_coordinates',
  summary: 'Reads the coordinates of MARC field 034.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'Geo',
  bind: () => (values, context) => {
    const texts = values.map((value) => String(value).trim());
    const [west, east, north, south] = texts.map((text, i) => readCoordinate(text, i < 2 ? 'EW' : 'NS'));
    const complete = texts.length === 4 && [west, east, north, south].every((one) => one !== undefined);
    const shape = complete ? geoOf([west!, east!], [north!, south!]) : undefined;
    if (shape !== undefined) return [shape];
    if (texts.length > 0)
      context.report('geo.marc-coordinates', `"${texts.join(' ')}" are not the coordinates of an area`);
    return [];
  },
});

const FORMS: readonly RegExp[] = [
  /^([EWNS+-]?)(\d{3})(\d\d)(\d\d(?:\.\d{1,6})?)$/i,
  /^([EWNS+-]?)(\d{3})(\d\d\.\d{1,6})$/i,
  /^([EWNS+-]?)(\d{1,3}(?:\.\d{1,9})?)$/i,
];

function readCoordinate(text: string, hemispheres: 'EW' | 'NS'): number | undefined {
  for (const form of FORMS) {
    const [, mark = '', degrees, minutes = '0', seconds = '0'] = form.exec(text) ?? [];
    if (degrees === undefined) continue;
    const letter = mark.toUpperCase();
    if (/[EWNS]/.test(letter) && !hemispheres.includes(letter)) return undefined;
    const sign = letter === 'W' || letter === 'S' || letter === '-' ? -1 : 1;
    return sign * rounded(Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600);
  }
  return undefined;
}
