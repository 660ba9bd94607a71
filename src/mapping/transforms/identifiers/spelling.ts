/** `%3C` → `<`, when the whole text decodes strictly; otherwise the text as it is. */
export function percentDecoded(text: string): string {
  if (!/%[0-9a-f]{2}/i.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const CLOSING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{', '>': '<' };

/** Takes sentence punctuation, quotes and closing brackets that nothing opened off the end. */
export function withoutTrailingPunctuation(text: string): string {
  let end = text.length;
  if (!/[)\]}>.,;:"'“”’»\s]$/.test(text)) return text;
  const open = bracketBalance(text);
  while (end > 0) {
    const last = text[end - 1]!;
    const opening = CLOSING[last];
    if (opening !== undefined) {
      const balance = open.get(opening) ?? 0;
      if (balance >= 0) break;
      open.set(opening, balance + 1);
    } else if (!/[.,;:"'“”’»\s]/.test(last)) {
      break;
    }
    end -= 1;
  }
  return text.slice(0, end);
}

/** Opening minus closing brackets of each kind. */
function bracketBalance(text: string): Map<string, number> {
  const balance = new Map<string, number>();
  for (const [bracket] of text.matchAll(/[()[\]{}<>]/g)) {
    const opening = CLOSING[bracket];
    const kind = opening ?? bracket;
    balance.set(kind, (balance.get(kind) ?? 0) + (opening === undefined ? 1 : -1));
  }
  return balance;
}
