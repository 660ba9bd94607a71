import { z } from '../../../schema/index.ts';
import { listTransform } from '../../transform.ts';

/** A list → its last value. */
export const last = listTransform({
  name: 'last',
  summary: 'Keeps the last value.',
  arguments: z.undefined(),
  takes: 'any',
  gives: 'any',
  bind: () => (values) => values.slice(-1),
});
