import { NOT_MINE } from '../../../../src/mapping/transform.ts';
import { coordinatePairs } from '../../../../src/mapping/transforms/bibliographic/coordinate-pairs.ts';
import { describeRobustness, describeTransform } from '../apply-transform.ts';

const args = { order: 'lat-lon' };

describeTransform(coordinatePairs, {
  'reads two numbers as a point': [
    { value: '31.233 -67.302', args, gives: { type: 'point', lat: [31.233], lon: [-67.302] } },
    {
      value: '20.46, 44.81',
      args: { order: 'lon-lat' },
      gives: { type: 'point', lat: [44.81], lon: [20.46] },
    },
  ],
  'reads four numbers as the corners of a box': [
    {
      value: '41.090 -71.032 42.893 -68.211',
      args,
      gives: { type: 'box', lat: [41.09, 42.893], lon: [-71.032, -68.211] },
    },
  ],
  'reads more numbers as a polygon': [
    { value: '1 2 3 4 5 6', args, gives: { type: 'polygon', lat: [1, 3, 5], lon: [2, 4, 6] } },
  ],
  'refuses what is out of range': [{ value: '91 20', args, gives: { bad: 'geo.range' } }],
  'leaves other texts alone': [
    { value: 'Belgrade', args, gives: NOT_MINE },
    { value: '44.8', args, gives: NOT_MINE },
    { value: '44.8 20.5 45', args, gives: NOT_MINE },
  ],
});

describeRobustness([coordinatePairs], { coordinate_pairs: args });
