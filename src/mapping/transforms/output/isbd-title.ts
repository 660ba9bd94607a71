import type { Title } from '../../../model/canonical.ts';
import { z } from '../../../schema/index.ts';
import { valueTransform } from '../../transform.ts';

/** A title → one line with ISBD punctuation: `The title : subtitle. Part number, part name`. */
export const isbdTitle = valueTransform({
  name: 'isbd_title',
  summary: 'Writes a title in one line.',
  arguments: z.undefined(),
  takes: 'Title',
  gives: 'text',
  bind: () => titleLine,
});

/** The line for a title; also used where a title stands inside a citation. */
export function titleLine(title: Title): string {
  const { nonSort = '', subtitle, partNumber, partName } = title;
  let line = nonSort + title.title;
  if (subtitle !== undefined) line += ` : ${subtitle}`;
  const part = [partNumber, partName].filter((text) => text !== undefined).join(', ');
  if (part === '') return line;
  return line.endsWith('.') ? `${line} ${part}` : `${line}. ${part}`;
}
