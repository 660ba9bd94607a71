import { NOT_MINE } from '../../../../src/mapping/transform.ts';
import { hdl } from '../../../../src/mapping/transforms/identifiers/hdl.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(hdl, {
  'reads the resolver and the label': [
    { value: 'http://hdl.handle.net/2027.42/123', gives: { scheme: 'hdl', value: '2027.42/123' } },
    { value: 'hdl:10217/1880', gives: { scheme: 'hdl', value: '10217/1880' } },
    { value: 'info:hdl/20.500.12345/a-1', gives: { scheme: 'hdl', value: '20.500.12345/a-1' } },
  ],
  'reports the prefix of DSpace’s demonstration': [
    {
      value: 'http://hdl.handle.net/123456789/42',
      gives: { scheme: 'hdl', value: '123456789/42' },
      reports: ['hdl.placeholder'],
    },
  ],
  'leaves bare numbers and other URLs to others': [
    { value: '12345/6', gives: NOT_MINE },
    { value: 'http://udspace.udel.edu/handle/19716/9', gives: NOT_MINE },
    { value: 'http://hdl.handle.net/', gives: NOT_MINE },
  ],
});
