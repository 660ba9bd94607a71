/** Text folded for comparison without regard to case, in no language's own way: `ß` is `ss`, `ς` is `σ`. */
export function casefoldText(text: string): string {
  return text.toUpperCase().toLowerCase().replaceAll('ς', 'σ').replaceAll('i\u0307', 'i');
}

/** Folded further: compatibility forms, diacritics and punctuation gone, one space between words. */
export function foldText(text: string): string {
  return casefoldText(text)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('ı', 'i')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
