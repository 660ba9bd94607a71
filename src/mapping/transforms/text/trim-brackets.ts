import { z } from '../../../schema/index.ts';
import { valueTransform } from '../../transform.ts';

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '(': ')' };

/** Text → text. `[Beograd]` → `Beograd`; `[a] and [b]` and unbalanced brackets stay. */
export const trimBrackets = valueTransform({
  name: 'trim_brackets',
  summary: 'Removes square or round brackets that enclose the whole value.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'text',
  bind: () => (value: string) => {
    let text = value.trim();
    while (isEnclosed(text)) text = text.slice(1, -1).trim();
    return text === '' ? undefined : text;
  },
});

/** Real values are enclosed once or twice; a value of nothing but brackets must not cost a walk for each. */
function isEnclosed(text: string): boolean {
  const open = text.charAt(0);
  const close = CLOSING[open];
  if (close === undefined || text.length > 10_000) return false;
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === open) depth += 1;
    else if (text[index] === close) depth -= 1;
    if (depth === 0) return index === text.length - 1;
  }
  return false;
}
