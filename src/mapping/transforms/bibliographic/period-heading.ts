import type { Subject } from '../../../model/canonical.ts';
import { z } from '../../../schema/index.ts';
import { NOT_MINE, valueTransform } from '../../transform.ts';

const YEAR = '(?:1\\d|20)\\d\\d';
const SPAN = new RegExp(
  `^(.*\\S)\\s{0,3}\\(\\s?(${YEAR})\\s?[-–—]\\s?(${YEAR}|today|present|)\\s?\\)$`,
  'iu',
);
const LONGEST_HEADING = 200;

export const periodHeading = valueTransform({
  name: 'period_heading',
  summary:
    'Reads a heading that ends in its years, "WW II and following years (1940 - 1949)", into a period subject.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'Subject',
  recogniser: true,
  bind: () => (text: string) => {
    const label = text.length > LONGEST_HEADING ? '' : text.trim();
    const span = SPAN.exec(label);
    if (span === null) return NOT_MINE;
    const [, , from, to] = span;
    // CEEOL: "Present Times (2010 - today)".
    const end = /^\d/.test(to!) ? to! : '..';
    if (end !== '..' && end < from!) return NOT_MINE;
    return { label, kind: 'period', temporal: `${from!}/${end}` } satisfies Partial<Subject>;
  },
});
