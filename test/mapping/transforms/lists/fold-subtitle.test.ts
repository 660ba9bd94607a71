import { describe, expect, test } from 'vitest';
import { foldSubtitle } from '../../../../src/mapping/transforms/lists/fold-subtitle.ts';
import { applyToList } from '../apply-in-context.ts';

const fold = (...titles: object[]): readonly unknown[] => applyToList(foldSubtitle, titles).values;

describe('the transform "fold_subtitle"', () => {
  test('joins a subtitle with the title of its language', () => {
    expect(
      fold(
        { title: 'Reke', lang: 'sr' },
        { title: 'Rivers', lang: 'en' },
        { subtitle: 'A view', lang: 'en' },
      ),
    ).toEqual([
      { title: 'Reke', lang: 'sr' },
      { title: 'Rivers', lang: 'en', subtitle: 'A view' },
    ]);
  });

  test('joins a subtitle without a language with the first title', () => {
    expect(fold({ subtitle: 'A view' }, { title: 'Rivers', lang: 'en' })).toEqual([
      { title: 'Rivers', lang: 'en', subtitle: 'A view' },
    ]);
  });

  test('keeps a subtitle that no title takes as a title of its own', () => {
    expect(
      fold({ title: 'Rivers', subtitle: 'A view' }, { subtitle: 'Another', kind: 'other', script: 'Latn' }),
    ).toEqual([
      { title: 'Rivers', subtitle: 'A view' },
      { title: 'Another', kind: 'other', script: 'Latn' },
    ]);
  });
});
