import { NOT_MINE } from '../../../../src/mapping/transform.ts';
import { geo } from '../../../../src/mapping/transforms/bibliographic/geo.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(geo, {
  'reads the area of a map': [
    {
      value: '(E 19°--E 23°/N 46°--N 42°).',
      gives: { type: 'box', lon: [19, 23], lat: [46, 42], text: 'E 19°--E 23°/N 46°--N 42°' },
    },
    {
      value: '(W 125°30ʹ--W 66°15ʹ36ʺ/N 49°--S 1°30ʹ)',
      gives: {
        type: 'box',
        lon: [-125.5, -66.26],
        lat: [49, -1.5],
        text: 'W 125°30ʹ--W 66°15ʹ36ʺ/N 49°--S 1°30ʹ',
      },
    },
  ],
  'reads a point': [
    {
      value: 'E 20.46 / N 44.81',
      gives: { type: 'point', lon: [20.46], lat: [44.81], text: 'E 20.46 / N 44.81' },
    },
  ],
  'reads the points of a polygon': [
    {
      value: 'E 1 / N 1; E 2 / N 1; E 2 / N 2',
      gives: { type: 'polygon', lon: [1, 2, 2], lat: [1, 1, 2], text: 'E 1 / N 1; E 2 / N 1; E 2 / N 2' },
    },
  ],
  'leaves to others what does not name its hemispheres, or is incomplete': [
    { value: '44.81, 20.46', gives: NOT_MINE },
    { value: 'E 19°--E 23°', gives: NOT_MINE },
    { value: 'E 190 / N 44', gives: NOT_MINE },
    { value: 'RA 0 hr. to 24 hr.', gives: NOT_MINE },
  ],
});
