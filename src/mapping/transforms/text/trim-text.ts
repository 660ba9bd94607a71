/** White space and the invisible characters that pad values: zero-width spaces, word joiners, the Braille blank. */
const BLANK = '[\\s\\u200B\\u2060\\u2800\\u180E]';
/** What {@link trimText} changes; the empty text, which it drops, is not among it. */
export const NEEDS_WORK = new RegExp(
  `^${BLANK}|${BLANK}$|${BLANK}${BLANK}|[^\\S ]|[\\u200B\\u2060\\u2800\\u180E]`,
);
const RUN = new RegExp(`${BLANK}+`, 'g');

/** Trimmed, with every run of white space inside as one space; `undefined` when nothing is left. */
export function trimText(value: string): string | undefined {
  const text = NEEDS_WORK.test(value) ? value.replace(RUN, ' ').trim() : value;
  return text === '' ? undefined : text;
}
