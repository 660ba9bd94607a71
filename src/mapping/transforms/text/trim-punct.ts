import { z } from '../../../schema/index.ts';
import { valueTransform } from '../../transform.ts';
import { trimIsbdPunctuation } from './isbd-punctuation.ts';
import { endsInAbbreviation } from './final-dot.ts';

/** Text → text. A full stop goes only when it ends neither an abbreviation, an initial, a number nor an ellipsis. */
export const trimPunct = valueTransform({
  name: 'trim_punct',
  summary: 'Removes ISBD punctuation at the end, leading dashes, and a final full stop that ends a sentence.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'text',
  bind: () => (value: string) => {
    let text = trimIsbdPunctuation(value);
    const start = /^[-–—\s]+/.exec(text)?.[0].length ?? 0;
    text = text.slice(start);
    if (text.endsWith('.') && !endsInAbbreviation(text)) text = trimIsbdPunctuation(text.slice(0, -1));
    return text === '' ? undefined : text;
  },
});
