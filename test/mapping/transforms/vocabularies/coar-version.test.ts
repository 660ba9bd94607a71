import { NOT_MINE } from '../../../../src/mapping/transform.ts';
import { coarVersion } from '../../../../src/mapping/transforms/vocabularies/coar-version.ts';
import { describeTransform } from '../apply-transform.ts';

const COAR = 'http://purl.org/coar/version/';

describeTransform(coarVersion, {
  'reads eu-repo, URI, code and label': [
    { value: 'info:eu-repo/semantics/publishedVersion', gives: `${COAR}c_970fb48d4fbd8a85` },
    { value: 'info:eu-repo/semantics/acceptedVersion', gives: `${COAR}c_ab4af688f83e57aa` },
    { value: 'info:eu-repo/semantics/submittedVersion', gives: `${COAR}c_71e4c1898caa6e32` },
    { value: 'info:eu-repo/semantics/draft', gives: `${COAR}c_b1a7d7d4d402bcce` },
    { value: 'https://purl.org/coar/version/c_970fb48d4fbd8a85', gives: `${COAR}c_970fb48d4fbd8a85` },
    { value: 'VoR', gives: `${COAR}c_970fb48d4fbd8a85` },
    { value: 'Accepted Manuscript', gives: `${COAR}c_ab4af688f83e57aa` },
    { value: 'versión publicada', gives: `${COAR}c_970fb48d4fbd8a85` },
  ],
  'is less sure of an updated version': [
    {
      value: 'info:eu-repo/semantics/updatedVersion',
      gives: `${COAR}c_e19f295774971610`,
      confidence: 'likely',
    },
  ],
  'leaves other values to others': [
    { value: 'info:eu-repo/semantics/article', gives: NOT_MINE },
    { value: 'preprint', gives: NOT_MINE },
    { value: 'P', gives: NOT_MINE },
    { value: 'NA', gives: NOT_MINE },
    { value: 'am', gives: NOT_MINE },
  ],
});
