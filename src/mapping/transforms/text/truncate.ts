import { z } from '../../../schema/index.ts';
import { valueTransform } from '../../transform.ts';
import { unlessBlank } from './unless-blank.ts';

/** Text → at most `n` characters (code points), with `at: word` cut before a word and not inside one. */
export const truncate = valueTransform({
  name: 'truncate',
  summary: 'Cuts text after n characters.',
  arguments: z.strictObject({ n: z.int().min(1), at: z.enum(['word', 'character']).default('word') }),
  takes: 'text',
  gives: 'text',
  bind: (args) => (value: string) => {
    if (value.length <= args.n) return unlessBlank(value);
    const characters = [...value.slice(0, args.n * 2 + 2)];
    if (characters.length <= args.n) return value;
    const cut = characters.slice(0, args.n).join('');
    if (args.at === 'character' || /\s/.test(characters[args.n] ?? '')) return unlessBlank(cut.trimEnd());
    const space = Math.max(cut.lastIndexOf(' '), cut.lastIndexOf('\n'));
    return unlessBlank((space > 0 ? cut.slice(0, space) : cut).trimEnd());
  },
});
