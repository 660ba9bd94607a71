import type { Title } from '../../../model/canonical.ts';
import { z } from '../../../schema/index.ts';
import { listTransform } from '../../transform.ts';

/**
 * Titles → titles with their variants beside them, each variant in the group of the title it varies (MODS
 * `altRepGroup`), of the same kind, and never primary. A title with variants that has no group gets one.
 */
export const titleForms = listTransform({
  name: 'title_forms',
  summary: 'Puts the variants of titles beside them, in one group.',
  arguments: z.undefined(),
  takes: 'Title',
  gives: 'Title',
  bind: () => (values) => {
    const titles = values as readonly Title[];
    if (titles.every((title) => title.variants.length === 0)) return titles;
    const groups = new Set(titles.map((title) => title.group));
    return titles.flatMap((title): Title[] => {
      if (title.variants.length === 0) return [title];
      const group = title.group ?? freeName(groups);
      groups.add(group);
      return [{ ...title, group }, ...title.variants.map((variant) => formOf(title, variant, group))];
    });
  },
});

function formOf(title: Title, variant: Title['variants'][number], group: string): Title {
  const { primary: _, ...form } = variant;
  return { ...form, kind: title.kind, group, variants: [] };
}

function freeName(taken: ReadonlySet<string | undefined>): string {
  let number = taken.size;
  while (taken.has(`title-${number}`)) number += 1;
  return `title-${number}`;
}
