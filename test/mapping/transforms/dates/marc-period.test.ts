import { expect, test } from 'vitest';
import { marcPeriod } from '../../../../src/mapping/transforms/dates/marc-period.ts';
import { applyToList } from '../apply-in-context.ts';

test.each([
  ['a formatted year', ['d1945'], undefined, [{ edtf: '1945' }]],
  ['a formatted day', ['d19450508'], '0', [{ edtf: '1945-05-08' }]],
  ['a month with an hour that is none', ['d194505'], '0', [{ edtf: '1945-05' }]],
  ['a year before our era', ['c0221'], '0', [{ edtf: '-0220' }]],
  ['the ends of a period', ['d1940', 'd1949'], '2', [{ edtf: '1940/1949' }]],
  ['several years', ['d1940', 'd1949'], '1', [{ edtf: '1940' }, { edtf: '1949' }]],
  ['a code of two decades', ['w5x1'], undefined, [{ edtf: '185X/191X' }]],
  ['a code of one decade', ['x4x4'], undefined, [{ edtf: '194X' }]],
  ['a code of one century', ['v-v-'], undefined, [{ edtf: '17XX' }]],
])('reads %s', (_name, values, args, periods) => {
  expect(applyToList(marcPeriod, values, { args })).toEqual({ values: periods, reports: [] });
});

test('keeps as label and reports what is no code', () => {
  expect(applyToList(marcPeriod, ['b0c2'], {})).toEqual({
    values: [{ label: 'b0c2' }],
    reports: ['period.unparseable'],
  });
});
