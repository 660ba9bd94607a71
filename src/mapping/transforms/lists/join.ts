import { z } from '../../../schema/index.ts';
import { listTransform } from '../../transform.ts';

/** Texts → one text. An empty list stays empty. */
export const join = listTransform({
  name: 'join',
  summary: 'Joins texts into one.',
  arguments: z.strictObject({ with: z.string().default('; ') }).prefault({}),
  takes: 'text',
  gives: 'text',
  bind: (args) => (values) => (values.length === 0 ? [] : [values.map(String).join(args.with)]),
});
