/** Cyrillic letters (Serbian, Macedonian, Bulgarian, Russian, Ukrainian, Belarusian) in plain Latin letters. */
const CYRILLIC: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', ђ: 'dj', е: 'e', ж: 'z', з: 'z', и: 'i', ј: 'i', к: 'k', л: 'l', љ: 'li', м: 'm', н: 'n', њ: 'ni',
  о: 'o', п: 'p', р: 'r', с: 's', т: 't', ћ: 'c', у: 'u', ф: 'f', х: 'h', ц: 'c', ч: 'c', џ: 'dz', ш: 's', й: 'i', ы: 'i', ь: '', ъ: '',
  э: 'e', ю: 'iu', я: 'ia', щ: 'sc', ё: 'e', і: 'i', ї: 'i', є: 'ie', ґ: 'g', ѓ: 'g', ќ: 'k', ѕ: 'dz', ў: 'u',
}; // prettier-ignore

const GREEK: Readonly<Record<string, string>> = {
  α: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 't', ι: 'i', κ: 'k', λ: 'l', μ: 'm', ν: 'n', ξ: 'ks', ο: 'o', π: 'p', ρ: 'r', σ: 's',
  ς: 's', τ: 't', υ: 'i', φ: 'f', χ: 'h', ψ: 'ps', ω: 'o',
}; // prettier-ignore

/** Latin spellings of one sound in the schemes in use (ISO 9, ALA-LC, BGN, everyday), reduced to one. */
const LATIN_SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/shch/g, 'sc'], [/sch/g, 's'], [/tch/g, 'c'], [/sh/g, 's'], [/ch/g, 'c'], [/zh/g, 'z'], [/kh/g, 'h'], [/th/g, 't'], [/ph/g, 'f'],
  [/ts|tz/g, 'c'], [/đ/g, 'dj'], [/dj|dzh|dž/g, 'dj'], [/x/g, 'ks'], [/w/g, 'v'], [/[yj]/g, 'i'], [/ou/g, 'u'], [/mp/g, 'b'], [/b/g, 'v'], [/g/g, 'h'],
  [/eu/g, 'ev'], [/[\p{M}'’ʹʺ`]/gu, ''],
]; // prettier-ignore

/**
 * A text in Latin, Cyrillic or Greek letters as a rough Latin skeleton: two transliterations of one name have
 * one skeleton. Good for comparing texts that are already thought to be the same, for nothing else. `undefined`
 * when the text has letters of another script.
 */
export function skeleton(text: string): string | undefined {
  const base = text
    .toLowerCase()
    .replaceAll('й', 'и')
    .replaceAll('ї', 'і')
    .normalize('NFKD')
    .replaceAll('ου', 'u');
  const latin = [...base].map((letter) => CYRILLIC[letter] ?? GREEK[letter] ?? letter).join('');
  const plain = LATIN_SPELLINGS.reduce((result, [pattern, one]) => result.replace(pattern, one), latin)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(\p{L})\1+/gu, '$1')
    .trim();
  return /^[a-z0-9 ]*$/.test(plain) && plain !== '' ? plain : undefined;
}
