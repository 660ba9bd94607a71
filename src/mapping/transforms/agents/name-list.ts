import { isHonorific, SUFFIX } from '../../vocab/names.ts';

/**
 * Whether commas may divide whole names (`John Smith, Ana Brown, Bob White`): three parts or more, each of two
 * words or more, none of them a title or an addition.
 */
export function looksLikeNameList(text: string): boolean {
  if (text.length > 5_000 || text.includes(';')) return false;
  const parts = text.split(',').map((part) => part.trim());
  return parts.length >= 3 && parts.every(isTwoWords);
}

function isTwoWords(part: string): boolean {
  return /^\p{Lu}[^\d]*\s\p{Lu}/u.test(part) && !isHonorific(part) && !SUFFIX.test(part);
}
