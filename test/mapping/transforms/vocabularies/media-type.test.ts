import { NOT_MINE } from '../../../../src/mapping/transform.ts';
import { mediaType } from '../../../../src/mapping/transforms/vocabularies/media-type.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(mediaType, {
  'reads MIME types, extensions and names': [
    { value: 'application/pdf', gives: 'application/pdf' },
    { value: 'Text/Plain; charset=UTF-8', gives: 'text/plain' },
    { value: 'PDF', gives: 'application/pdf' },
    { value: '.docx', gives: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
    { value: 'pdf file', gives: 'application/pdf' },
    { value: 'Adobe PDF', gives: 'application/pdf' },
  ],
  'reports an address after the type': [
    {
      value: 'application/pdf https://ep.example.nl/retrieve/9/ERS 9 LIS.pdf',
      gives: 'application/pdf',
      reports: ['media-type.url'],
    },
  ],
  'leaves other values to others': [
    { value: 'and/or', gives: NOT_MINE },
    { value: 'one PDF file: 9 pp.', gives: NOT_MINE },
    { value: 'image', gives: NOT_MINE },
    { value: 'constructor', gives: NOT_MINE },
  ],
});
