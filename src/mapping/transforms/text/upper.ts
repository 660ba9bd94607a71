import { z } from '../../../schema/index.ts';
import { valueTransform } from '../../transform.ts';
import { unlessBlank } from './unless-blank.ts';

/** Text → text. */
export const upper = valueTransform({
  name: 'upper',
  summary: "Makes every letter a capital, in no language's own way.",
  arguments: z.undefined(),
  takes: 'text',
  gives: 'text',
  bind: () => (value: string) => unlessBlank(value.toUpperCase()),
});
