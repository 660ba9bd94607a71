import { NOT_MINE } from '../../../../src/mapping/transform.ts';
import { extent } from '../../../../src/mapping/transforms/bibliographic/extent.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(extent, {
  'reads the area of physical description': [
    {
      value: '12 str. : ilustr. ; 24 cm',
      gives: { extent: '12 str. : ilustr.', pageCount: 12, dimensions: '24 cm' },
    },
    { value: '240 p.', gives: { extent: '240 p.', pageCount: 240 } },
    { value: 'xii, 240 p. ; 24 cm.', gives: { extent: 'xii, 240 p.', dimensions: '24 cm' } },
    { value: 'Transcript: 9 pages', gives: { extent: 'Transcript: 9 pages' } },
    { value: '2 v.', gives: { extent: '2 v.' } },
  ],
  'reads dimensions and durations': [
    { value: '10 x 15 cm.', gives: { dimensions: '10 x 15 cm' } },
    { value: '9.5x9x9', gives: { dimensions: '9.5x9x9' } },
    { value: '1 hour, 9 minutes, 9 seconds', gives: { duration: '1 hour, 9 minutes, 9 seconds' } },
  ],
  'keeps any text when it is asked to': [
    { value: 'Folder', args: { keep: true }, gives: { extent: 'Folder' } },
  ],
  'leaves other values to others': [
    { value: 'Folder', gives: NOT_MINE },
    { value: '9', gives: NOT_MINE },
    { value: 'JPG scanned at 300dpi from paper original.', gives: NOT_MINE },
  ],
});
