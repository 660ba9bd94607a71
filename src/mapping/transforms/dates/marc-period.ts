import type { Period } from '../../../model/canonical.ts';
import { z } from '../../../schema/index.ts';
import { listTransform } from '../../transform.ts';
import { edtfDay, edtfMonth, edtfYear } from './edtf.ts';

/**
 * The periods of MARC 21 field 045 → Periods. $b is formatted (`d1945`, `c0221`), $a a code of decades (`x3x4`). With
 * the first indicator `2` two formatted dates are the ends of one period. What cannot be read is kept as label and
 * reported as `period.unparseable`.
 */
export const marcPeriod = listTransform({
  name: 'marc_period',
  summary: 'Reads the time periods of MARC field 045.',
  arguments: z.string().optional(),
  takes: 'text',
  gives: 'Period',
  bind: (indicator) => (values, context) => {
    const texts = values.map((value) => String(value).trim());
    const periods = texts.map((text) => readPeriod(text));
    if (indicator === '2' && periods.length === 2 && periods.every((edtf) => edtf !== undefined)) {
      return [{ edtf: periods.join('/') }];
    }
    return periods.map((edtf, i): Period => {
      if (edtf !== undefined) return { edtf };
      context.report('period.unparseable', `"${texts[i]!}" is no time period code`);
      return { label: texts[i]! };
    });
  },
});

const FORMATTED = /^([cd])(\d{1,4})(\d\d)?(\d\d)?(?:\d\d)?$/;
const CODED = /^([e-y])([\d-])([e-y])([\d-])$/;

function readPeriod(text: string): string | undefined {
  const [, era, year, month, day] = FORMATTED.exec(text) ?? [];
  if (era === 'c') return edtfYear(1 - Number(year));
  if (era === 'd') return formatted(year!.padStart(4, '0'), Number(month ?? 0), Number(day ?? 0));
  const [, first, decade, last, lastDecade] = CODED.exec(text) ?? [];
  if (first === undefined) return undefined;
  const [from, to] = [decades(first, decade!), decades(last!, lastDecade!)];
  return from === to ? from : `${from}/${to}`;
}

function formatted(year: string, month: number, day: number): string {
  return edtfDay(year, month, day) ?? edtfMonth(year, month) ?? year;
}

/** `e` is the first century of our era, `x` the twentieth; the digit is the decade. */
function decades(century: string, decade: string): string {
  const hundreds = String(century.charCodeAt(0) - 'e'.charCodeAt(0)).padStart(2, '0');
  return decade === '-' ? `${hundreds}XX` : `${hundreds}${decade}X`;
}
