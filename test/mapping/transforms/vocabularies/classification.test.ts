import { NOT_MINE } from '../../../../src/mapping/transform.ts';
import { classification } from '../../../../src/mapping/transforms/vocabularies/classification.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(classification, {
  'reads labelled and eu-repo numbers': [
    { value: 'ddc:949.7', gives: { scheme: 'ddc', value: '949.7' } },
    { value: 'info:eu-repo/classification/ddc/949.7', gives: { scheme: 'ddc', value: '949.7' } },
    { value: 'info:eu-repo/classification/cti/7', gives: { scheme: 'cti', value: '7' } },
    { value: 'JEL: D24', gives: { scheme: 'jelc', value: 'D24' } },
    { value: 'УДК 94(497.1)"1944"', gives: { scheme: 'udc', value: '94(497.1)"1944"' } },
    { value: 'UDC: 94(497)', gives: { scheme: 'udc', value: '94(497)' } },
    {
      value: 'http://dewey.info/class/943/',
      gives: { scheme: 'ddc', value: '943', uri: 'http://dewey.info/class/943/' },
    },
  ],
  'leaves other values to others': [
    { value: 'History: Serbia', gives: NOT_MINE },
    { value: 'UDC studies', gives: NOT_MINE },
    { value: '949.7', gives: NOT_MINE },
    { value: 'valueOf: x', gives: NOT_MINE },
  ],
});
