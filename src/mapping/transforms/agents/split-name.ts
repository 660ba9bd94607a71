import type { Agent } from '../../../model/canonical.ts';
import { ADDRESS, isHonorific, PARTICLES, SUFFIX, UNMISTAKABLE_ADDITION } from '../../vocab/names.ts';
import { foldText } from '../text/fold-text.ts';

/** The parts of a person's name. `guessed` when the order of the words had to be guessed. */
export type NameParts = Pick<Agent, 'family' | 'given' | 'particle' | 'suffix' | 'titles' | 'name'> & {
  readonly guessed: boolean;
};

export type NameOrder = 'inverted' | 'direct' | 'auto';

/** `Family, Given`, `Given Family`, `Family GM`. A name that cannot be split keeps `name` only. */
export function splitName(text: string, order: NameOrder): NameParts {
  const pieces = text.split(',').map((piece) => piece.trim()).filter((piece) => piece !== ''); // prettier-ignore
  const { head: [first = '', ...rest], suffix, titles } = withoutAdditions(pieces); // prettier-ignore
  const parts = rest.length > 0 ? inverted(first, rest.join(', ')) : words(first, order);
  const allTitles = [...(parts.titles === undefined ? [] : [parts.titles]), ...titles];
  return {
    ...parts,
    ...(suffix !== undefined && { suffix }),
    ...(allTitles.length > 0 && { titles: allTitles.join(', ') }),
  };
}

interface Additions {
  /** The pieces that are the name. */
  readonly head: readonly string[];
  readonly suffix: string | undefined;
  readonly titles: readonly string[];
}

/** A piece behind the first is a suffix, a title or part of the name. The only one is the given name in any doubt. */
function withoutAdditions(pieces: readonly string[]): Additions {
  const head: string[] = [];
  const titles: string[] = [];
  let suffix: string | undefined;
  for (const [index, piece] of pieces.entries()) {
    const mayBeAddition = index > 0 && (pieces.length > 2 || UNMISTAKABLE_ADDITION.test(piece));
    if (mayBeAddition && suffix === undefined && SUFFIX.test(piece)) suffix = piece;
    else if (mayBeAddition && isHonorific(piece)) titles.push(piece);
    else head.push(piece);
  }
  return { head, suffix, titles };
}

/** `Beethoven, Ludwig van`: the particle stands behind the given name. */
function inverted(family: string, given: string): NameParts {
  const tokens = given.split(/\s+/);
  let end = tokens.length;
  while (end > 1 && isParticle(tokens[end - 1])) end -= 1;
  const particle = tokens.slice(end).join(' ');
  return {
    family,
    given: tokens.slice(0, end).join(' '),
    guessed: false,
    ...(particle !== '' && { particle }),
  };
}

const INITIALS = /^(?:\p{Lu}\.?[- ]?){1,4}$/u;
const PATRONYMIC = /(?:ович|евич|ьич|овна|евна|ична|йович|івна|ївна)$/iu;

function words(text: string, order: NameOrder): NameParts {
  const all = text.split(/\s+/);
  const start = all.findIndex((word) => !ADDRESS.test(word));
  const titles = start > 0 ? all.slice(0, start).join(' ') : undefined;
  const tokens = start > 0 ? all.slice(start) : all;
  const split = tokens.length < 2 ? undefined : ordered(tokens, order);
  const parts =
    split === undefined || isBracketed(split.family) ? { name: tokens.join(' '), guessed: true } : split;
  return titles === undefined ? parts : { ...parts, titles };
}

/** A word in brackets says something about the name, and is no family name: `Ana Petrović (Novi Sad)`. */
function isBracketed(family: string | undefined): boolean {
  return family !== undefined && /^[([]|[)\]]$/.test(family);
}

function ordered(tokens: readonly string[], order: NameOrder): NameParts {
  const [head = '', ...tail] = tokens;
  const initials = tail.join(' ');
  const initialsLast = INITIALS.test(initials) && !INITIALS.test(head);
  // PubMed writes `Smith J`, Russian sources `ИВАНОВ П.Л.` and family, given, patronymic.
  if (order !== 'direct' && initialsLast) return { family: head, given: initials, guessed: false };
  const patronymic = tokens.length === 3 && PATRONYMIC.test(tokens[2] ?? '');
  if (order === 'inverted' || patronymic) return { family: head, given: tail.join(' '), guessed: true };
  return direct(tokens);
}

function direct(tokens: readonly string[]): NameParts {
  let familyAt = tokens.length - 1;
  const last = tokens[familyAt] ?? '';
  // `Amartya Kumar Sen` is no senior, and `Hyun Jun` no junior.
  const suffix = familyAt > 1 && SUFFIX.test(last) && !/^(?:jun|sen)$/i.test(last) ? last : undefined;
  if (suffix !== undefined) familyAt -= 1;
  let particleAt = familyAt;
  while (particleAt > 1 && isParticle(tokens[particleAt - 1])) particleAt -= 1;
  const particle = tokens.slice(particleAt, familyAt).join(' ');
  return {
    family: tokens[familyAt] ?? '',
    given: tokens.slice(0, particleAt).join(' '),
    guessed: true,
    ...(particle !== '' && { particle }),
    ...(suffix !== undefined && { suffix }),
  };
}

/** Written small: `de`, `van der`; `De` is part of the family name. */
function isParticle(word: string | undefined): boolean {
  return word !== undefined && /^\p{Ll}/u.test(word) && PARTICLES.has(foldText(word));
}
