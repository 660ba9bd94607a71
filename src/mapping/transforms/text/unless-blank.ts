/** The text, or `undefined` (which drops the value) when nothing can be seen in it. */
export function unlessBlank(text: string): string | undefined {
  return /\S/.test(text) ? text : undefined;
}
