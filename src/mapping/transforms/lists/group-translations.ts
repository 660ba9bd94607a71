import type { Title } from '../../../model/canonical.ts';
import { z } from '../../../schema/index.ts';
import { listTransform } from '../../transform.ts';

/**
 * Titles → the same titles; the main one and its translations say the same in several languages, and share a group
 * (MODS `altRepGroup`). Without a translation there is nothing to group.
 */
export const groupTranslations = listTransform({
  name: 'group_translations',
  summary: 'Puts the main title and its translations into one group.',
  arguments: z.undefined(),
  takes: 'Title',
  gives: 'Title',
  bind: () => (values) => {
    const titles = values as readonly Title[];
    if (!titles.some(({ kind }) => kind === 'translated')) return titles;
    return titles.map((title) => {
      return title.kind === 'main' || title.kind === 'translated' ? { group: '1', ...title } : title;
    });
  },
});
