import { z } from '../../../schema/index.ts';
import { valueTransform } from '../../transform.ts';
import { NEEDS_WORK, trimText } from './trim-text.ts';

const ALTERS = new RegExp(`${NEEDS_WORK.source}|^$`);

/** Text → text with paragraphs divided by one blank line. Trims: `trim` after it would join the paragraphs. */
export const collapseLines = valueTransform({
  name: 'collapse_lines',
  summary: 'Joins hard-wrapped lines and keeps paragraphs that a blank line divides.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'text',
  alters: ALTERS,
  bind: () => (value: string) => {
    const paragraphs: string[] = [];
    let lines: string[] = [];
    for (const line of [...value.split(/\r\n?|[\n\u2028\u2029]/), '']) {
      const text = trimText(line);
      if (text !== undefined) {
        lines.push(text);
      } else if (lines.length > 0) {
        paragraphs.push(lines.join(' '));
        lines = [];
      }
    }
    return paragraphs.length === 0 ? undefined : paragraphs.join('\n\n');
  },
});
