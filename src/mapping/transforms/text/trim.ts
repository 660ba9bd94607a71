import { z } from '../../../schema/index.ts';
import { valueTransform } from '../../transform.ts';
import { trimText } from './trim-text.ts';

/** Text → text on one line; a blank value is dropped. */
export const trim = valueTransform({
  name: 'trim',
  summary: 'Removes white space at the ends and makes one space of every run inside.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'text',
  bind: () => (value: string) => trimText(value),
});
