import { NOT_MINE } from '../../../../src/mapping/transform.ts';
import { dcmiType } from '../../../../src/mapping/transforms/vocabularies/dcmi-type.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(dcmiType, {
  'reads names and URIs': [
    { value: 'Text', gives: 'Text' },
    { value: 'http://purl.org/dc/dcmitype/StillImage', gives: 'StillImage' },
    { value: 'still image', gives: 'StillImage' },
    { value: 'sound recording', gives: 'Sound' },
    { value: 'TEXTO', gives: 'Text' },
    { value: 'three dimensional object', gives: 'PhysicalObject' },
  ],
  'takes the words off that LOC’s stylesheet glues to a type': [
    { value: 'manuscripttext', gives: 'Text' },
    { value: 'manuscripttext', args: { as: 'type' }, gives: { dcmi: 'Text', manuscript: true } },
    { value: 'collectiontext', args: { as: 'type' }, gives: { dcmi: 'Text', collection: true } },
    { value: 'Text', args: { as: 'type' }, gives: { dcmi: 'Text' } },
  ],
  'reads a collection as a type, not as a flag': [
    { value: 'Collection', args: { as: 'type' }, gives: { dcmi: 'Collection' } },
  ],
  'leaves other values to others': [
    { value: 'Photograph', gives: NOT_MINE },
    { value: 'manuscript', gives: NOT_MINE },
  ],
});
