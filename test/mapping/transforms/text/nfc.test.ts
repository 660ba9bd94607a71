import { nfc } from '../../../../src/mapping/transforms/text/nfc.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(nfc, {
  'composes accents': [{ value: 'e\u0301', gives: '\u00e9' }],
  'removes control characters, soft hyphens and byte order marks': [
    { value: 'a\u0000b\u00ADc\uFEFFd\u0085e', gives: 'abcde' },
    { value: 'a\tb\nc', gives: 'a\tb\nc' },
    { value: 'a\r\nb\rc', gives: 'a\nb\nc' },
  ],
  'drops a value of nothing else': [{ value: '\uFEFF', gives: undefined }],
  'keeps and reports the replacement character': [
    { value: 'Popovi\uFFFD', gives: 'Popovi\uFFFD', reports: ['text.replacement'] },
  ],
});
