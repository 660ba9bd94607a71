import { z } from '../../../schema/index.ts';
import { valueTransform } from '../../transform.ts';
import { casefoldText } from '../../vocab/fold-text.ts';
import { unlessBlank } from './unless-blank.ts';

/** Text → text for comparing: `Straße` and `STRASSE` become equal. */
export const casefold = valueTransform({
  name: 'casefold',
  summary: 'Folds case for comparison.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'text',
  bind: () => (value: string) => unlessBlank(casefoldText(value)),
});
