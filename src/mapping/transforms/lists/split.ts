import { z } from '../../../schema/index.ts';
import { valueTransform } from '../../transform.ts';
import { trimText } from '../text/trim-text.ts';
import { splitText } from './split-text.ts';

/**
 * Text → texts, trimmed, without blanks. `on` is a separator or several; with `protect: parens` those inside
 * brackets do not count; `every: 3` cuts after each third character instead (MARC 041 `engfre`).
 */
export const split = valueTransform({
  name: 'split',
  summary: 'Splits text at separators, or every n characters.',
  arguments: z
    .strictObject({
      on: z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]).optional(),
      protect: z.literal('parens').optional(),
      every: z.int().min(1).optional(),
    })
    .refine((args) => (args.on === undefined) !== (args.every === undefined), 'needs either "on" or "every"'),
  takes: 'text',
  gives: 'text',
  bind: (args) => {
    const separators = typeof args.on === 'string' ? [args.on] : (args.on ?? []);
    const protectParens = args.protect === 'parens';
    return (value: string) => {
      const parts =
        args.every === undefined
          ? splitText(value, separators, { protectParens })
          : chunks(value.trim(), args.every);
      return parts.map(trimText).filter((part) => part !== undefined);
    };
  },
});

function chunks(text: string, size: number): readonly string[] {
  const parts: string[] = [];
  for (let start = 0; start < text.length; start += size) parts.push(text.slice(start, start + size));
  return parts;
}
