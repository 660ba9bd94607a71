/**
 * What made a stored record what it is, kept with it as its mapping hash: its mapping with its job and the served
 * formats, and the set file if there is one. A change of either selects the record; what of it is today's need not be
 * done again.
 */
import type { DeclaredSets } from '../sets/declared-sets.ts';

const BORDER = '+';

/** The hash that is stored with a record. */
export function versionHashOf({
  mappingHash,
  sets,
}: {
  readonly mappingHash: string;
  readonly sets?: DeclaredSets | undefined;
}): string {
  return sets === undefined ? mappingHash : `${mappingHash}${BORDER}${sets.hash}`;
}

/** The part of a stored hash that its mapping, its job and the served formats decide. */
export function mappingPartOf(versionHash: string): string {
  return versionHash.split(BORDER, 1)[0]!;
}
