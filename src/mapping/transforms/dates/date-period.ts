import type { z } from '../../../schema/index.ts';
import { NOT_MINE, valueTransform } from '../../transform.ts';
import { dateArguments } from './date-arguments.ts';
import { readDate } from './read-date.ts';

/** A digit, or a word that may begin as the Roman numeral of a century or a year. What has neither is no date. */
const MAY_BE_DATE = /\p{N}|(?<!\p{L})(?:[ivx]|[cdlm][cdilmvx]{3})/iu;

/** Text → Period `{ edtf, label }`, for `dc:coverage`, where most values are places. No date: not mine. */
export const datePeriod = valueTransform({
  name: 'date_period',
  summary: 'Recognises a date or span of time that a resource is about.',
  arguments: dateArguments,
  takes: 'text',
  gives: 'Period',
  recogniser: true,
  bind: (args: z.output<typeof dateArguments>) => (value: string, context) => {
    if (!MAY_BE_DATE.test(value)) return NOT_MINE;
    const reports: [string, string][] = [];
    const dates = readDate(value, {
      dayFirst: args.dayFirst ?? undefined,
      lang: context.lang,
      report: (code, message) => reports.push([code, message]),
    });
    const periods = dates?.filter((date) => date.edtf !== undefined) ?? [];
    if (periods.length === 0) return NOT_MINE;
    for (const [code, message] of reports) context.report(code, message, 'warn');
    return periods.map(({ edtf, raw }) => ({ edtf, label: raw }));
  },
});
