import { describe, expect, test } from 'vitest';
import { groupTranslations } from '../../../../src/mapping/transforms/lists/group-translations.ts';
import { applyToList } from '../apply-in-context.ts';

const title = (kind: string, group?: string): object => ({
  title: kind,
  kind,
  ...(group !== undefined && { group }),
});
const groupsOf = (values: readonly unknown[]): unknown[] =>
  values.map((value) => (value as { group?: string }).group);

describe('the transform "group_translations"', () => {
  test.each([
    ['a title and its translation', [title('main'), title('translated')], ['1', '1']],
    [
      'an alternative title beside them',
      [title('main'), title('alternative'), title('translated')],
      ['1', undefined, '1'],
    ],
    ['no translation', [title('main'), title('alternative')], [undefined, undefined]],
    ['titles that are in groups', [title('main', 't1'), title('translated', 't1')], ['t1', 't1']],
  ])('%s', (_, titles, groups) => {
    expect(groupsOf(applyToList(groupTranslations, titles).values)).toEqual(groups);
  });
});
