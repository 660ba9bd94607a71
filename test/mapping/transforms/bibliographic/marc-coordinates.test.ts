import { expect, test } from 'vitest';
import { marcCoordinates } from '../../../../src/mapping/transforms/bibliographic/marc-coordinates.ts';
import { applyToList } from '../apply-in-context.ts';

test.each([
  ['degrees, minutes, seconds', ['E0190000', 'E0230000', 'N0461000', 'N0421500'], { type: 'box', lon: [19, 23], lat: [46.166667, 42.25] }],
  ['decimal degrees with signs', ['-079.533265', '-078.5', '+043.2', '+042'], { type: 'box', lon: [-79.533265, -78.5], lat: [43.2, 42] }],
  ['decimal minutes', ['W07932.5', 'W07830.0', 'N04315.0', 'N04200.0'], { type: 'box', lon: [-79.541667, -78.5], lat: [43.25, 42] }],
  ['one point said twice', ['E0203000', 'E0203000', 'N0444500', 'N0444500'], { type: 'point', lon: [20.5], lat: [44.75] }],
])('reads %s', (_name, values, geo) => {
  expect(applyToList(marcCoordinates, values)).toEqual({ values: [geo], reports: [] });
}); // prettier-ignore

test.each([
  ['three coordinates', ['E0190000', 'E0230000', 'N0461000']],
  ['a latitude among longitudes', ['N0190000', 'E0230000', 'N0461000', 'N0421500']],
  ['a latitude beyond the pole', ['E0190000', 'E0230000', 'N0961000', 'N0421500']],
  ['text', ['east', 'west', 'north', 'south']],
])('reports %s', (_name, values) => {
  expect(applyToList(marcCoordinates, values)).toEqual({ values: [], reports: ['geo.marc-coordinates'] });
});

test('a field without coordinates is nothing to report', () => {
  expect(applyToList(marcCoordinates, [])).toEqual({ values: [], reports: [] });
});
