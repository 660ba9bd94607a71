/** No formula of an abstract is longer. */
const LONGEST_FORMULA = 2_000;

/**
 * The place after the TeX formula that begins at `start` (at `$` or `\`), or after that one character when none
 * does. As in Pandoc, `$` opens before a non-blank and closes after a non-blank and not before a digit, so that
 * `$5 and $6` is money.
 */
export function texEnd(text: string, start: number): number {
  const close = closing(text, start);
  if (close === undefined) return start + 1;
  const limit = Math.min(text.length, start + LONGEST_FORMULA);
  const body = text.slice(start + close.length, limit);
  const inside = close === '$' ? inlineEnd(body) : body.indexOf(close);
  return inside <= 0 ? start + 1 : start + close.length + inside + close.length;
}

function closing(text: string, start: number): string | undefined {
  if (text.startsWith('$$', start)) return '$$';
  if (text.startsWith('\\(', start)) return '\\)';
  if (text.startsWith('\\[', start)) return '\\]';
  return text[start] === '$' && /\S/.test(text[start + 1] ?? ' ') ? '$' : undefined;
}

function inlineEnd(body: string): number {
  for (let index = 1; index < body.length; index += 1) {
    const char = body[index];
    if (char === '\\') index += 1;
    else if (char === '\n' && body[index + 1] === '\n') return -1;
    else if (char === '$')
      return /\S/.test(body[index - 1] ?? ' ') && !/\d/.test(body[index + 1] ?? '') ? index : -1;
  }
  return -1;
}
