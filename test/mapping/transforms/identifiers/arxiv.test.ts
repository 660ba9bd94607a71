import { NOT_MINE } from '../../../../src/mapping/transform.ts';
import { arxiv } from '../../../../src/mapping/transforms/identifiers/arxiv.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(arxiv, {
  'reads both styles, with version': [
    { value: 'arXiv:2101.12345v2', gives: { scheme: 'arxiv', value: '2101.12345v2' } },
    { value: 'http://arxiv.org/abs/0704.0001', gives: { scheme: 'arxiv', value: '0704.0001' } },
    { value: 'https://arxiv.org/pdf/2101.12345v1.pdf', gives: { scheme: 'arxiv', value: '2101.12345v1' } },
    { value: 'arXiv:1501.00001v1 [cs.CL]', gives: { scheme: 'arxiv', value: '1501.00001v1' } },
    { value: 'hep-th/9901001', gives: { scheme: 'arxiv', value: 'hep-th/9901001' } },
    { value: 'math.gt/0309136', gives: { scheme: 'arxiv', value: 'math.GT/0309136' } },
  ],
  'leaves bare numbers and unknown archives to others': [
    { value: '2101.12345', gives: NOT_MINE },
    { value: 'abc/9901001', gives: NOT_MINE },
    { value: 'oai:arXiv.org:0704.0001', gives: NOT_MINE },
  ],
});
