import { z } from '../../../schema/index.ts';
import { listTransform } from '../../transform.ts';

/** A list → its first value. */
export const first = listTransform({
  name: 'first',
  summary: 'Keeps the first value.',
  arguments: z.undefined(),
  takes: 'any',
  gives: 'any',
  bind: () => (values) => values.slice(0, 1),
});
