import { trim } from '../../../../src/mapping/transforms/text/trim.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(trim, {
  'takes white space off and makes one space of runs': [
    { value: '\u00a0 a \n\t b\u200b ', gives: 'a b' },
    { value: 'a b', gives: 'a b' },
  ],
  'drops what is blank': [{ value: ' \u2003\u200b', gives: undefined }],
});
