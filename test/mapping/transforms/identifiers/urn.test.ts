import { NOT_MINE } from '../../../../src/mapping/transform.ts';
import { urn } from '../../../../src/mapping/transforms/identifiers/urn.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(urn, {
  'lowers the namespace and keeps the rest': [
    { value: 'URN:NBN:de:kobv:11-1001', gives: { scheme: 'urn', value: 'urn:nbn:de:kobv:11-1001' } },
    {
      value: 'urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66',
      gives: { scheme: 'urn', value: 'urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66' },
    },
  ],
  'reads the URL of a national resolver': [
    {
      value: 'http://urn.kb.se/resolve?urn=urn:nbn:se:lnu:diva-12',
      gives: { scheme: 'urn', value: 'urn:nbn:se:lnu:diva-12' },
    },
    { value: 'http://urn.fi/urn:nbn:fi:lb-2014', gives: { scheme: 'urn', value: 'urn:nbn:fi:lb-2014' } },
    {
      value: 'https://nbn-resolving.org/urn:nbn:de:bvb:12-1',
      gives: { scheme: 'urn', value: 'urn:nbn:de:bvb:12-1' },
    },
  ],
  'leaves namespaces of other schemes to them': [
    { value: 'urn:isbn:9788674031476', gives: NOT_MINE },
    { value: 'urn:issn:1234-5679', gives: NOT_MINE },
    { value: 'urn:', gives: NOT_MINE },
    { value: 'return to sender', gives: NOT_MINE },
  ],
});
