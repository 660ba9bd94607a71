import { NOT_MINE } from '../../../../src/mapping/transform.ts';
import { dcmiScheme } from '../../../../src/mapping/transforms/bibliographic/dcmi-scheme.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(dcmiScheme, {
  'reads a period': [
    {
      value: 'name=The Great Depression; start=1929; end=1939;',
      args: 'period',
      gives: { edtf: '1929/1939', label: 'The Great Depression' },
    },
    { value: 'start=1944-09-21', args: 'period', gives: { edtf: '1944-09-21/..' } },
  ],
  'reads a box and a point': [
    {
      value: 'name=Srbija; northlimit=46.2; southlimit=41.8; westlimit=18.8; eastlimit=23.0',
      args: 'box',
      gives: { label: 'Srbija', box: { type: 'box', lon: [18.8, 23], lat: [41.8, 46.2] } },
    },
    {
      value: 'east=20.46; north=44.82; name=Beograd',
      args: 'point',
      gives: { label: 'Beograd', point: { type: 'point', lon: [20.46], lat: [44.82] } },
    },
  ],
  'reports what is out of range or incomplete': [
    { value: 'east=200; north=44', args: 'point', gives: { bad: 'geo.range' } },
    { value: 'northlimit=46', args: 'box', gives: { bad: 'geo.range' } },
    { value: 'start=once', args: 'period', gives: { bad: 'date.unparseable' } },
    { value: 'start=1949; end=1940', args: 'period', gives: { bad: 'date.reversed' } },
  ],
  'leaves other values to others': [
    { value: '1940-1949', args: 'period', gives: NOT_MINE },
    { value: 'Serbia', args: 'box', gives: NOT_MINE },
    { value: 'name=Serbia', args: 'point', gives: NOT_MINE },
  ],
});
