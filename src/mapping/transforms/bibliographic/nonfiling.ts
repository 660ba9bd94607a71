import { z } from '../../../schema/index.ts';
import { valueTransform, type TransformContext } from '../../transform.ts';

/**
 * A title and the number of its nonfiling characters (MARC 21 field 245, second indicator) → part of a Title:
 * `The meeting` and `4` → `{ nonSort: 'The ', title: 'meeting' }`. A number that would cut a word in two, or leave no
 * title, is reported as `title.nonfiling` and the title stays whole.
 */
export const nonfiling = valueTransform({
  name: 'nonfiling',
  summary: 'Divides a title after the characters that do not count in sorting.',
  arguments: z.union([z.string(), z.int()]).optional(),
  takes: 'text',
  gives: 'any',
  bind: (args) => {
    const count = Number(args ?? 0);
    return (value: string, context) => {
      const title = value.trim();
      if (title === '') return undefined;
      return (Number.isInteger(count) && count > 0 && divided(title, count, context)) || { title };
    };
  },
});

function divided(
  title: string,
  count: number,
  context: TransformContext,
): { nonSort: string; title: string } | undefined {
  const characters = [...title.normalize('NFC')];
  const nonSort = characters.slice(0, count).join('');
  const rest = characters.slice(count).join('');
  if (rest.trim() !== '' && !cutsWord(nonSort, rest)) return { nonSort, title: rest };
  context.report('title.nonfiling', `${count} characters are no leading article of this title`);
  return undefined;
}

/** Latin, Greek and Cyrillic articles end before the next word; Arabic and Hebrew ones are written together with it. */
function cutsWord(nonSort: string, rest: string): boolean {
  const letter = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;
  return letter.test(nonSort.slice(-1)) && letter.test(rest.charAt(0));
}
