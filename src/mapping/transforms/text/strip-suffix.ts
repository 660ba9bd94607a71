import { z } from '../../../schema/index.ts';
import { valueTransform } from '../../transform.ts';
import { casefoldText } from '../../vocab/fold-text.ts';
import { unlessBlank } from './unless-blank.ts';

/** Text → text. At most one suffix goes, compared without regard to case. */
export const stripSuffix = valueTransform({
  name: 'strip_suffix',
  summary: 'Removes a suffix of a list.',
  arguments: z.strictObject({ list: z.array(z.string().min(1)).min(1) }),
  takes: 'text',
  gives: 'text',
  bind: (args) => {
    const suffixes = args.list.map(casefoldText).sort((a, b) => b.length - a.length);
    return (value: string) => {
      const text = value.trimEnd();
      const suffix = suffixes.find((end) => casefoldText(text.slice(-end.length)) === end);
      return unlessBlank(suffix === undefined ? value : text.slice(0, -suffix.length).trimEnd());
    };
  },
});
