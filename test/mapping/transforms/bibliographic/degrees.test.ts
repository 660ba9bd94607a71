import { degrees } from '../../../../src/mapping/transforms/bibliographic/degrees.ts';
import { describeRobustness, describeTransform } from '../apply-transform.ts';

describeTransform(degrees, {
  'reads decimal degrees': [
    { value: '20.46', args: 'lon', gives: { lon: [20.46] } },
    { value: '-123.1207', args: 'lon', gives: { lon: [-123.1207] } },
    { value: '+44.81', args: 'lat', gives: { lat: [44.81] } },
    { value: '67.3 W', args: 'lon', gives: { lon: [-67.3] } },
  ],
  'reads degrees, minutes and seconds': [
    { value: '44°49′12″N', args: 'lat', gives: { lat: [44.82] } },
    { value: `S 10° 30'`, args: 'lat', gives: { lat: [-10.5] } },
  ],
  'refuses what is out of range or no coordinate': [
    { value: '144.8', args: 'lat', gives: { bad: 'geo.range' } },
    { value: 'north', args: 'lat', gives: { bad: 'geo.malformed' } },
    { value: '44°61′', args: 'lat', gives: { bad: 'geo.malformed' } },
  ],
  'drops blank values': [{ value: '  ', args: 'lon', gives: undefined }],
});

describeRobustness([degrees], { degrees: 'lon' });
