import { identify } from '../../../../src/mapping/transforms/identifiers/identify.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(identify, {
  'says once what is wrong with a value': [
    {
      value: '1234-5678',
      args: { scheme: 'issn' },
      gives: { scheme: 'issn', value: '1234-5678' },
      reports: ['issn.invalid'],
    },
  ],
  'reads a value as the scheme it is said to be': [
    { value: '10.1234/ABC', args: { scheme: 'DOI' }, gives: { scheme: 'doi', value: '10.1234/abc' } },
    { value: '12345679', args: { scheme: 'eissn' }, gives: { scheme: 'issn', value: '1234-5679' } },
    { value: '2808187', args: { scheme: 'pmcid' }, gives: { scheme: 'pmcid', value: 'PMC2808187' } },
    { value: '10217/1880', args: { scheme: 'Handle' }, gives: { scheme: 'hdl', value: '10217/1880' } },
    {
      value: 'http://example.org/a',
      args: { scheme: 'URL' },
      gives: { scheme: 'uri', value: 'http://example.org/a' },
    },
  ],
  'keeps a value of an unknown scheme as it is': [
    { value: ' AB-12 ', args: { scheme: 'local' }, gives: { scheme: 'local', value: 'AB-12' } },
    { value: 'x', args: { scheme: 'constructor' }, gives: { scheme: 'constructor', value: 'x' } },
  ],
  'believes the form more than the name': [
    {
      value: 'https://doi.org/10.1234/a',
      args: { scheme: 'hdl' },
      gives: { scheme: 'doi', value: '10.1234/a' },
    },
  ],
  'reads an unnamed value by its form': [
    { value: 'https://doi.org/10.1234/a', gives: { scheme: 'doi', value: '10.1234/a' } },
    { value: 'ISSN 1234-5679', gives: { scheme: 'issn', value: '1234-5679' } },
    { value: 'http://example.org/a', gives: { scheme: 'uri', value: 'http://example.org/a' } },
    { value: 'MS 14', gives: { scheme: 'other', value: 'MS 14' } },
    { value: ' ', gives: undefined },
  ],
  'reports what is unusable': [
    { value: '10.1234', args: { scheme: 'doi' }, gives: { bad: 'doi.incomplete' } },
  ],
});
