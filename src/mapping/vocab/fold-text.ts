/** Text folded for comparison without regard to case, in no language's own way: `ß` is `ss`, `ς` is `σ`. */
export function casefoldText(text: string): string {
  if (!NOT_ASCII.test(text)) return text.toLowerCase();
  return text.toUpperCase().toLowerCase().replaceAll('ς', 'σ').replaceAll('i\u0307', 'i');
}

const NOT_ASCII = /[^\x00-\x7F]/;

/** Folded further: compatibility forms, diacritics and punctuation gone, one space between words. */
export function foldText(text: string): string {
  let folded = '';
  let isBetweenWords = true;
  for (let i = 0; i < text.length; i += 1) {
    const piece = foldedUnit(text, i);
    // Half of a character, or one that is several words by itself.
    if (piece === undefined) return foldWhole(text).trim();
    if (piece === ' ') {
      if (isBetweenWords) continue;
      isBetweenWords = true;
    } else if (piece !== '') isBetweenWords = false;
    folded += piece;
  }
  return isBetweenWords ? folded.trimEnd() : folded;
}

/** What the code units that have been asked for fold to: each by itself, since none depends on its neighbours. */
const FOLDED_UNITS = new Array<string | null | undefined>(0x10000).fill(undefined);

function foldedUnit(text: string, index: number): string | undefined {
  const code = text.charCodeAt(index);
  let piece = FOLDED_UNITS[code];
  if (piece === undefined) {
    const isHalf = code >= 0xd800 && code <= 0xdfff;
    const folded = isHalf ? ' ' : foldWhole(text.charAt(index));
    piece = isHalf || (folded.length > 1 && folded.includes(' ')) ? null : folded;
    FOLDED_UNITS[code] = piece;
  }
  return piece ?? undefined;
}

function foldWhole(text: string): string {
  return casefoldText(text.normalize('NFKD'))
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('ı', 'i')
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
}
