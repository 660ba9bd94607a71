import type { DateValue } from '../../../model/canonical.ts';
import { z } from '../../../schema/index.ts';
import { valueTransform } from '../../transform.ts';

/**
 * A date → W3CDTF (year, month or day). What W3CDTF cannot say (`19XX`, `2010~`, intervals, seasons) stays as the
 * source wrote it; a statement that there is no date is omitted.
 */
export const edtfToW3cdtf = valueTransform({
  name: 'edtf_to_w3cdtf',
  summary: 'Writes a date as W3CDTF, or as the source wrote it.',
  arguments: z.undefined(),
  takes: 'DateValue',
  gives: 'text',
  bind: () => (date: DateValue) => {
    if (date.edtf !== undefined && W3CDTF.test(date.edtf)) return date.edtf;
    return date.undated ? undefined : date.raw;
  },
});

const W3CDTF = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;
