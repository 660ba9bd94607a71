/** Marks that ISBD writes before the next area; the first four also end a value when they stand close. */
const CLOSE = '/:;,';
const SPACED = '=+';

/** The text without white space and ISBD marks at its end: `Title /` → `Title`; `C++` stays. */
export function trimIsbdPunctuation(text: string): string {
  let end = text.length;
  for (;;) {
    const before = end;
    while (end > 0 && /\s/.test(text.charAt(end - 1))) end -= 1;
    const mark = text.charAt(end - 1);
    const spaced = end < 2 || /\s/.test(text.charAt(end - 2));
    if (end > 0 && (CLOSE.includes(mark) || (spaced && SPACED.includes(mark)))) end -= 1;
    if (end === before) return text.slice(0, end).trimStart();
  }
}
