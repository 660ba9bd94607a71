import type { Identifier } from '../../../model/canonical.ts';

/** ISO 7064 MOD 11-2 over 16 characters, as ORCID and ISNI use it. Takes the characters without separators. */
export function hasValidCheckDigit(characters: string): boolean {
  if (!/^\d{15}[\dX]$/.test(characters)) return false;
  let total = 0;
  for (const digit of characters.slice(0, 15)) total = (total + Number(digit)) * 2;
  const check = (12 - (total % 11)) % 11;
  return characters.endsWith(check === 10 ? 'X' : String(check));
}

/** The identifier of sixteen characters whose check digit is right. */
export function orcidIdentifier(characters: string): Identifier {
  const value = grouped(characters);
  return { scheme: 'orcid', value, uri: `https://orcid.org/${value}` };
}

/** The ISNI of sixteen characters whose check digit is right. */
export function isniIdentifier(characters: string): Identifier {
  return { scheme: 'isni', value: characters, uri: `https://isni.org/isni/${characters}` };
}

/** Sixteen characters in groups of four: `0000-0002-1825-0097`. */
function grouped(characters: string): string {
  return characters.match(/.{4}/g)?.join('-') ?? characters;
}
