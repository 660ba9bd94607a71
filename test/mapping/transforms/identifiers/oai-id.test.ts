import { NOT_MINE } from '../../../../src/mapping/transform.ts';
import { oaiId } from '../../../../src/mapping/transforms/identifiers/oai-id.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(oaiId, {
  'keeps an OAI identifier as it is': [
    {
      value: 'oai:arXiv.org:hep-th/9901001',
      gives: { scheme: 'oai', value: 'oai:arXiv.org:hep-th/9901001' },
    },
    { value: 'oai:urm_publish:9', gives: { scheme: 'oai', value: 'oai:urm_publish:9' } },
  ],
  'leaves other values to others': [
    { value: 'oai:', gives: NOT_MINE },
    { value: 'oai:a:b c', gives: NOT_MINE },
  ],
});
