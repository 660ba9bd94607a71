import type { z } from '../../../schema/index.ts';
import { Bad, valueTransform } from '../../transform.ts';
import { dateArguments } from './date-arguments.ts';
import { readDate } from './read-date.ts';

/**
 * Text → DateValue `{ edtf?, raw, qualifiers, undated?, start?, end?, note?, type? }`. `type` is there only when the
 * text says it (`c1999` is a copyright date). EDTF is never more precise than the text. Bad: `date.unparseable`.
 */
export const dateEdtf = valueTransform({
  name: 'date_edtf',
  summary: 'Reads a date as people write it, in many languages, into EDTF.',
  arguments: dateArguments,
  takes: 'text',
  gives: 'DateValue',
  bind: (args: z.output<typeof dateArguments>) => (value: string, context) => {
    if (value.trim() === '') return undefined;
    const dates = readDate(value, {
      dayFirst: args.dayFirst ?? undefined,
      lang: context.lang,
      report: (code, message) => context.report(code, message, 'warn'),
    });
    return dates ?? new Bad('date.unparseable', 'is no date that we can read');
  },
});
