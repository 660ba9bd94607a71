import { NOT_MINE } from '../../../../src/mapping/transform.ts';
import { pmid } from '../../../../src/mapping/transforms/identifiers/pmid.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(pmid, {
  'reads URL and label': [
    { value: 'https://pubmed.ncbi.nlm.nih.gov/12345678/', gives: { scheme: 'pmid', value: '12345678' } },
    { value: 'http://www.ncbi.nlm.nih.gov/pubmed/123', gives: { scheme: 'pmid', value: '123' } },
    { value: 'PMID: 12345678', gives: { scheme: 'pmid', value: '12345678' } },
  ],
  'leaves bare numbers to others': [
    { value: '12345678', gives: NOT_MINE },
    { value: 'PMID: none', gives: NOT_MINE },
  ],
});
