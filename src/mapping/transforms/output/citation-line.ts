import type { Host, Part } from '../../../model/canonical.ts';
import { z } from '../../../schema/index.ts';
import { valueTransform } from '../../transform.ts';
import { titleLine } from './isbd-title.ts';

/**
 * A host or series → one line, as OJS writes `dc:source`: `Title; Vol. 18 No. 2 (2010): Part title; 147-158`. What
 * is missing leaves no punctuation behind.
 */
export const citationLine = valueTransform({
  name: 'citation_line',
  summary: 'Writes where a work was published in one line.',
  arguments: z.undefined(),
  takes: 'Host',
  gives: 'text',
  bind: () => (host: Host) => {
    const [first] = host.titles ?? [];
    const title = first === undefined ? host.title : titleLine(first);
    const pieces = [title, host.number, ...(host.part === undefined ? [] : partPieces(host.part))];
    return pieces.filter((piece) => piece !== undefined && piece !== '').join('; ') || undefined;
  },
});

function partPieces(part: Part): (string | undefined)[] {
  const year = part.year ?? /^\d{4}/.exec(part.date ?? '')?.[0];
  const issue = [
    part.volume && `Vol. ${part.volume}`,
    part.issue && `No. ${part.issue}`,
    part.number,
    year && `(${year})`,
  ];
  const numbered = [issue.filter(Boolean).join(' '), part.partTitle].filter(Boolean).join(': ');
  const pieces = [numbered, part.articleNumber, pagesOf(part)];
  return pieces.some(Boolean) ? pieces : [part.text];
}

function pagesOf({ pages }: Part): string | undefined {
  if (pages === undefined) return undefined;
  if (pages.start === undefined) return pages.end ?? pages.list;
  return pages.end === undefined || pages.end === pages.start ? pages.start : `${pages.start}-${pages.end}`;
}
