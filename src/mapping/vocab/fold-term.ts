import { foldText } from './fold-text.ts';

/** No term of a vocabulary is longer than this: longer values are prose and are not looked up. */
export const LONGEST_TERM = 150;

/**
 * The comparison key of a vocabulary term: lower case, without accents, punctuation and blanks, so that
 * `conferenceObject`, `Conference object` and `conference-object` are one. Not for display.
 */
export function foldTerm(term: string): string {
  return foldText(term).replaceAll(' ', '');
}

/** Folded term → what it stands for, from pairs of a thing and its names, divided by `|`. The first to claim a name has it. */
export function termIndex<Thing>(
  entries: Iterable<readonly [Thing, names: string]>,
): ReadonlyMap<string, Thing> {
  const index = new Map<string, Thing>();
  for (const [thing, names] of entries) {
    for (const name of names.split('|')) {
      const key = foldTerm(name);
      if (key !== '' && !index.has(key)) index.set(key, thing);
    }
  }
  return index;
}

/** Looks a value up, or gives `undefined` when it is too long to be a term. */
export function findTerm<Thing>(index: ReadonlyMap<string, Thing>, value: string): Thing | undefined {
  return value.length > LONGEST_TERM ? undefined : index.get(foldTerm(value));
}
