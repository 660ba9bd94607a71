import { z } from '../../../schema/index.ts';
import { valueTransform } from '../../transform.ts';
import { NEEDS_WORK, trimText } from './trim-text.ts';

const ALTERS = new RegExp(`${NEEDS_WORK.source}|^$`);

/** Text → text on one line; a blank value is dropped. */
export const trim = valueTransform({
  name: 'trim',
  summary: 'Removes white space at the ends and makes one space of every run inside.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'text',
  alters: ALTERS,
  bind: () => (value: string) => trimText(value),
});
