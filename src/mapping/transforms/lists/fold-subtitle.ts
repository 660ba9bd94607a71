import type { Title } from '../../../model/canonical.ts';
import { z } from '../../../schema/index.ts';
import { listTransform } from '../../transform.ts';

/** A title of a mapping's list; one that is only a subtitle has no `title` yet. */
type Item = Partial<Title>;

/**
 * Titles, of which some have a subtitle and no title → titles: each subtitle joins the first title of its language
 * (or the first one, when no language is declared) that has none. A subtitle that is left becomes a title of kind
 * `other`: formats that mark subtitles one by one (DataCite) may have more of them than titles.
 */
export const foldSubtitle = listTransform({
  name: 'fold_subtitle',
  summary: 'Joins subtitles that stand by themselves with the title they belong to.',
  arguments: z.undefined(),
  takes: 'any',
  gives: 'any',
  bind: () => (values) => {
    const items = values as readonly Item[];
    const titles = items.filter(({ title }) => title !== undefined).map((item) => ({ ...item }));
    for (const { subtitle, ...rest } of items.filter(({ title }) => title === undefined)) {
      if (subtitle === undefined) continue;
      const owner = titles.find((title) => title.subtitle === undefined && fits(title, rest));
      if (owner === undefined) titles.push({ ...rest, title: subtitle, kind: 'other' });
      else owner.subtitle = subtitle;
    }
    return titles;
  },
});

function fits({ lang }: Item, subtitle: Item): boolean {
  return lang === subtitle.lang || lang === undefined || subtitle.lang === undefined;
}
