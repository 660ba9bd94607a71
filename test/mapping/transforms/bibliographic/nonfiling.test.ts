import { nonfiling } from '../../../../src/mapping/transforms/bibliographic/nonfiling.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(nonfiling, {
  'divides after the article': [
    { value: 'The meeting', args: '4', gives: { nonSort: 'The ', title: 'meeting' } },
    { value: 'L’été', args: '2', gives: { nonSort: 'L’', title: 'été' } },
    { value: 'al-Kitāb', args: '3', gives: { nonSort: 'al-', title: 'Kitāb' } },
    { value: 'الكتاب', args: '2', gives: { nonSort: 'ال', title: 'كتاب' } },
    { value: '"The "Beagle"', args: 5, gives: { nonSort: '"The ', title: '"Beagle"' } },
  ],
  'counts letters, not the marks on them': [
    { value: 'E\u0301l libro', args: '3', gives: { nonSort: 'Él ', title: 'libro' } },
  ],
  'leaves a title without article whole': [
    { value: 'Meeting', args: '0', gives: { title: 'Meeting' } },
    { value: 'Meeting', gives: { title: 'Meeting' } },
    { value: 'Meeting', args: '|', gives: { title: 'Meeting' } },
  ],
  'reports a number that cannot be right': [
    { value: 'A meeting', args: '4', gives: { title: 'A meeting' }, reports: ['title.nonfiling'] },
    { value: 'The', args: '4', gives: { title: 'The' }, reports: ['title.nonfiling'] },
  ],
  'blank text is no title': [{ value: ' ', args: '0', gives: undefined }],
});
