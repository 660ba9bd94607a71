import type { Relation } from '../../../model/canonical.ts';
import { z } from '../../../schema/index.ts';
import { valueTransform } from '../../transform.ts';
import { titleLine } from './isbd-title.ts';

/** A relation → the title of the related work, or the statement as the source gave it. */
export const relationText = valueTransform({
  name: 'relation_text',
  summary: 'Gives the title of a related work.',
  arguments: z.undefined(),
  takes: 'Relation',
  gives: 'text',
  bind: () => (relation: Relation) => {
    const [title] = relation.item?.titles ?? [];
    return relation.title ?? (title === undefined ? relation.text : titleLine(title));
  },
});
