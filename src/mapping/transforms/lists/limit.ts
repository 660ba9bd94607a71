import { z } from '../../../schema/index.ts';
import { listTransform } from '../../transform.ts';

/** A list → its first n values. What is cut off is reported as `values.limited`. */
export const limit = listTransform({
  name: 'limit',
  summary: 'Keeps the first n values.',
  arguments: z.int().min(1),
  takes: 'any',
  gives: 'any',
  bind: (most: number) => (values, context) => {
    if (values.length <= most) return values;
    context.report('values.limited', `kept ${most} of ${values.length} values`, 'warn');
    return values.slice(0, most);
  },
});
