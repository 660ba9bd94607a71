import { casefoldText } from '../../vocab/fold-text.ts';

const ABBREVIATIONS = new Set(
  ('etc al vol vols no nos nr ed eds hrsg jr sr inc ltd co corp st dr prof univ dept fig figs ca cf vs tom bd br str ' +
    'god sv izd cit ibid bros assoc rev gen col mr mrs ms messrs mt ave blvd ил изд стр бр год св др т вып сост ред et')
    .split(' '),
); // prettier-ignore

/** How far back the last word of a value can begin. */
const LONGEST_WORD = 60;

/**
 * Whether the full stop at the end belongs to the last word: an abbreviation, an initial (`J.`, `U.S.`), a number
 * (the ordinal dot of many languages) or an ellipsis.
 */
export function endsInAbbreviation(text: string): boolean {
  const word = lastWord(text);
  if (word === '' || word.endsWith('.') || word.includes('.')) return true;
  if (/\p{N}$/u.test(word)) return true;
  return [...word].length === 1 || ABBREVIATIONS.has(casefoldText(word));
}

/** The last word without the final full stop. */
export function lastWord(text: string): string {
  const tail = text.slice(Math.max(0, text.length - 1 - LONGEST_WORD), -1);
  return /[^\s,;:()[\]"'„“”/-]*$/u.exec(tail)?.[0] ?? '';
}
