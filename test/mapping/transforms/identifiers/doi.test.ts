import { NOT_MINE } from '../../../../src/mapping/transform.ts';
import { doi } from '../../../../src/mapping/transforms/identifiers/doi.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(doi, {
  'takes the resolver off and lowers the case': [
    { value: 'https://doi.org/10.1234/ABC.5', gives: { scheme: 'doi', value: '10.1234/abc.5' } },
    { value: 'http://dx.doi.org/10.1234/ABC', gives: { scheme: 'doi', value: '10.1234/abc' } },
    { value: 'doi.org/10.1000.10/123', gives: { scheme: 'doi', value: '10.1000.10/123' } },
    { value: 'https://www.doi.org/10.1234/abc?nosfx=y', gives: { scheme: 'doi', value: '10.1234/abc' } },
  ],
  'takes the label off': [
    { value: 'doi: 10.1234/abc.5.', gives: { scheme: 'doi', value: '10.1234/abc.5' } },
    { value: 'DOI 10.1234/abc', gives: { scheme: 'doi', value: '10.1234/abc' } },
    { value: 'info:doi/10.1234/abc', gives: { scheme: 'doi', value: '10.1234/abc' } },
    { value: '10.1234/abc', gives: { scheme: 'doi', value: '10.1234/abc' } },
    { value: '10%2E1234%2Fabc', gives: { scheme: 'doi', value: '10.1234/abc' } },
  ],
  'decodes a SICI and keeps its brackets and semicolon': [
    {
      value: 'http://dx.doi.org/10.1002/(SICI)1097-4571(199806)49:8%3C693::AID-ASI4%3E3.0.CO;2-O',
      gives: { scheme: 'doi', value: '10.1002/(sici)1097-4571(199806)49:8<693::aid-asi4>3.0.co;2-o' },
    },
  ],
  'takes sentence punctuation and unopened brackets off the end': [
    { value: '10.1234/abc).', gives: { scheme: 'doi', value: '10.1234/abc' } },
    { value: '10.1234/a(b)', gives: { scheme: 'doi', value: '10.1234/a(b)' } },
    { value: 'doi:10.1234/abc;', gives: { scheme: 'doi', value: '10.1234/abc' } },
  ],
  'claims and reports what is no whole DOI': [
    { value: 'https://doi.org/10.1234', gives: { bad: 'doi.incomplete' } },
    { value: 'doi:', gives: { bad: 'doi.incomplete' } },
    { value: '10.1234/', gives: { bad: 'doi.incomplete' } },
    { value: 'doi:10.1234/abc def', gives: { bad: 'doi.malformed' } },
  ],
  'leaves other values to others': [
    { value: '10.1234', gives: NOT_MINE },
    { value: 'https://example.org/10.1234/abc', gives: NOT_MINE },
    { value: 'Doing history', gives: NOT_MINE },
  ],
});
