import { z } from '../../../schema/index.ts';
import { NOT_MINE, valueTransform } from '../../transform.ts';
import { REGEX_INPUT_LIMIT, regexArgument } from './regex-argument.ts';
import { unlessBlank } from './unless-blank.ts';

/**
 * Text → the first group of the first match (the whole match when there is no group); with `groups`, an object
 * whose keys name the groups in order: `{ re: '(\d+)\((\d+)\)', groups: [volume, issue] }`. No match: not mine.
 */
export const extract = valueTransform({
  name: 'extract',
  summary: 'Takes out what a regular expression matches.',
  arguments: z.strictObject({ re: regexArgument, groups: z.array(z.string().min(1)).min(1).optional() }),
  takes: 'text',
  gives: 'any',
  recogniser: true,
  bind: (args) => {
    const pattern = new RegExp(args.re, 'u');
    return (value: string) => {
      if (value.length > REGEX_INPUT_LIMIT) return NOT_MINE;
      const match = pattern.exec(value);
      if (match === null) return NOT_MINE;
      if (args.groups === undefined)
        return unlessBlank((match.length > 1 ? match[1] : match[0]) ?? '') ?? NOT_MINE;
      const named = args.groups.map((name, index) => [name, match[index + 1]] as const);
      const filled = named.filter(([, text]) => text !== undefined && unlessBlank(text) !== undefined);
      return filled.length === 0 ? NOT_MINE : Object.fromEntries(filled);
    };
  },
});
