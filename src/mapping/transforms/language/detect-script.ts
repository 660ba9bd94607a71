import { z } from '../../../schema/index.ts';
import { valueTransform } from '../../transform.ts';
import { scriptOf } from './script-of.ts';

/** Text → an ISO 15924 code; nothing for fewer than three letters or without a majority. */
export const detectScript = valueTransform({
  name: 'detect_script',
  summary: 'Names the script that most letters are in.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'text',
  bind: () => (value: string) => scriptOf(value),
});
