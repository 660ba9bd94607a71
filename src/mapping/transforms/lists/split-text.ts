const OPENING = '([{';
const CLOSING = ')]}';

/**
 * Splits at every separator (the first that matches at a place wins). With `protectParens`, separators inside
 * brackets are text; unbalanced brackets protect nothing.
 */
export function splitText(
  value: string,
  separators: readonly string[],
  options: { readonly protectParens: boolean },
): readonly string[] {
  const protect = options.protectParens && isBalanced(value);
  const starts = new Set(separators.map((separator) => separator.charAt(0)));
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < value.length; index += 1) {
    const char = value.charAt(index);
    if (protect && OPENING.includes(char)) depth += 1;
    if (protect && CLOSING.includes(char)) depth -= 1;
    if (depth > 0 || !starts.has(char)) continue;
    const separator = separators.find((candidate) => value.startsWith(candidate, index));
    if (separator === undefined) continue;
    parts.push(value.slice(start, index));
    start = index + separator.length;
    index = start - 1;
  }
  return [...parts, value.slice(start)];
}

function isBalanced(value: string): boolean {
  let depth = 0;
  for (const char of value) {
    if (OPENING.includes(char)) depth += 1;
    if (CLOSING.includes(char)) depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
