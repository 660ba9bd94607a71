import { collapseLines } from '../../../../src/mapping/transforms/text/collapse-lines.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(collapseLines, {
  'joins wrapped lines and keeps paragraphs': [
    { value: 'one\ntwo\n\n\n  three\r\nfour ', gives: 'one two\n\nthree four' },
    { value: ' \n ', gives: undefined },
  ],
});
