import { z } from '../../../schema/index.ts';
import { Bad, NOT_MINE, valueTransform } from '../../transform.ts';
import { readDate } from './read-date.ts';

/** OpenAIRE guidelines 3.0 (`info:eu-repo/date/embargoEnd/…`), and phrases. */
const EMBARGO =
  /^(?:info:eu-repo\/date\/embargoEnd\/|(?:under )?embargo(?:ed)?(?: period)?(?: (?:ends?|until|till|to|end date|lifted|expires))?(?: on)?:?\s+|gesperrt bis:?\s+|sous embargo jusqu'au:?\s+)(.*)$/iu;

/** Text → the day (or month, or year) as text; not mine for anything else. A day that is none is bad: `date.unparseable`. */
export const embargoDate = valueTransform({
  name: 'embargo_date',
  summary: 'Recognises the end of an embargo.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'text',
  recogniser: true,
  bind: () => (value: string, context) => {
    const text = value.length > 200 ? undefined : EMBARGO.exec(value.trim())?.[1];
    if (text === undefined) return NOT_MINE;
    const report = (code: string, message: string): void => context.report(code, message, 'warn');
    const [date] = readDate(text, { dayFirst: undefined, lang: context.lang, report }) ?? [];
    if (date?.edtf === undefined || !/^\d{4}(?:-\d\d){0,2}$/.test(date.edtf)) {
      return new Bad('date.unparseable', 'is no end of an embargo that we can read');
    }
    return date.edtf;
  },
});
