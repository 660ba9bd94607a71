import { describe, expect, test } from 'vitest';
import { splitTitle } from '../../../../src/mapping/transforms/lists/split-title.ts';
import { applyInLanguage } from '../apply-in-context.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(splitTitle, {
  'divides title and subtitle': [
    { value: 'Први сусрет : историја', gives: { title: 'Први сусрет', subtitle: 'историја' } },
    { value: 'Title /', gives: { title: 'Title' } },
    { value: 'Ratio 1:2', gives: { title: 'Ratio 1:2' } },
  ],
  'keeps a parallel title in another script as a variant': [
    {
      value: 'Први сусрет = First meeting',
      gives: { title: 'Први сусрет', variants: [{ title: 'First meeting', script: 'Latn' }] },
    },
  ],
  'leaves formulas and slashes': [
    { value: 'The meaning of E = mc', gives: { title: 'The meaning of E = mc' } },
    { value: 'War / Peace', gives: { title: 'War / Peace' } },
  ],
  'takes no article off when no language is declared': [
    { value: 'The meeting', gives: { title: 'The meeting' } },
  ],
});

describe('the article of a title', () => {
  test.each([
    ['en', 'The meeting', { nonSort: 'The ', title: 'meeting' }],
    ['fr', 'L’homme', { nonSort: 'L’', title: 'homme' }],
    ['de', 'Die Zeit', { nonSort: 'Die ', title: 'Zeit' }],
    ['en', 'Die hard', { title: 'Die hard' }],
    ['en', 'The', { title: 'The' }],
    ['sr', 'A sad adio', { title: 'A sad adio' }],
  ])('in %s of %j', (lang, value, expected) => {
    expect(applyInLanguage(splitTitle, value, { lang })).toEqual(expected);
  });
});
