import { z } from '../../../schema/index.ts';
import { valueTransform } from '../../transform.ts';
import { REGEX_INPUT_LIMIT, regexArgument } from './regex-argument.ts';
import { unlessBlank } from './unless-blank.ts';

/** Text → text. Every match is replaced; `$1` and `$<name>` stand for groups. No match leaves the value alone. */
export const replace = valueTransform({
  name: 'replace',
  summary: 'Replaces every match of a regular expression.',
  arguments: z.strictObject({ re: regexArgument, with: z.string() }),
  takes: 'text',
  gives: 'text',
  bind: (args) => {
    const pattern = new RegExp(args.re, 'gu');
    return (value: string, context) => {
      if (value.length > REGEX_INPUT_LIMIT) {
        context.report('text.too-long', `left alone: longer than ${REGEX_INPUT_LIMIT} characters`, 'warn');
        return unlessBlank(value);
      }
      return unlessBlank(value.replace(pattern, args.with));
    };
  },
});
