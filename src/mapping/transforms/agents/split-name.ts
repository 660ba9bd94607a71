import type { Agent } from '../../../model/canonical.ts';
import { ADDRESS, isHonorific, PARTICLES, SUFFIX, UNMISTAKABLE_ADDITION } from '../../vocab/names.ts';
import { foldText } from '../../vocab/fold-text.ts';

/** The parts of a person's name. */
export type NameParts = { -readonly [Key in NamePart]?: Agent[Key] };

type NamePart = 'family' | 'given' | 'particle' | 'suffix' | 'titles' | 'name';

export interface SplitName {
  readonly parts: NameParts;
  /** The order of the words had to be guessed. */
  readonly guessed: boolean;
}

export type NameOrder = 'inverted' | 'direct' | 'auto';

/** `Family, Given`, `Given Family`, `Family GM`. A name that cannot be split keeps `name` only. */
export function splitName(text: string, order: NameOrder): SplitName {
  const pieces = text.split(',').map((piece) => piece.trim()).filter((piece) => piece !== ''); // prettier-ignore
  const { head: [first = '', ...rest], suffix, titles } = withoutAdditions(pieces); // prettier-ignore
  const split = rest.length > 0 ? inverted(first, rest.join(', ')) : words(first, order);
  const { parts } = split;
  if (suffix !== undefined) parts.suffix = suffix;
  if (titles.length > 0)
    parts.titles = [...(parts.titles === undefined ? [] : [parts.titles]), ...titles].join(', ');
  return split;
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
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index]!;
    const mayBeAddition = index > 0 && (pieces.length > 2 || UNMISTAKABLE_ADDITION.test(piece));
    if (mayBeAddition && suffix === undefined && SUFFIX.test(piece)) suffix = piece;
    else if (mayBeAddition && isHonorific(piece)) titles.push(piece);
    else head.push(piece);
  }
  return { head, suffix, titles };
}

/** `Beethoven, Ludwig van`: the particle stands behind the given name. */
function inverted(family: string, given: string): SplitName {
  if (!/\s/.test(given)) return { parts: { family, given }, guessed: false };
  const tokens = given.split(/\s+/);
  let end = tokens.length;
  while (end > 1 && isParticle(tokens[end - 1])) end -= 1;
  const parts: NameParts = { family, given: tokens.slice(0, end).join(' ') };
  if (end < tokens.length) parts.particle = tokens.slice(end).join(' ');
  return { parts, guessed: false };
}

const INITIALS = /^(?:\p{Lu}\.?[- ]?){1,4}$/u;
const PATRONYMIC = /(?:ович|евич|ьич|овна|евна|ична|йович|івна|ївна)$/iu;

function words(text: string, order: NameOrder): SplitName {
  const all = text.split(/\s+/);
  const start = all.findIndex((word) => !ADDRESS.test(word));
  const tokens = start > 0 ? all.slice(start) : all;
  const read = tokens.length < 2 ? undefined : ordered(tokens, order);
  const split =
    read === undefined || isBracketed(read.parts.family)
      ? { parts: { name: tokens.join(' ') } as NameParts, guessed: true }
      : read;
  if (start > 0) split.parts.titles = all.slice(0, start).join(' ');
  return split;
}

/** A word in brackets says something about the name, and is no family name: `Ana Petrović (Novi Sad)`. */
function isBracketed(family: string | undefined): boolean {
  return family !== undefined && /^[([]|[)\]]$/.test(family);
}

function ordered(tokens: readonly string[], order: NameOrder): SplitName {
  const [head = '', ...tail] = tokens;
  const initials = tail.join(' ');
  const initialsLast = INITIALS.test(initials) && !INITIALS.test(head);
  // PubMed writes `Smith J`, Russian sources `ИВАНОВ П.Л.` and family, given, patronymic.
  if (order !== 'direct' && initialsLast) return { parts: { family: head, given: initials }, guessed: false };
  const patronymic = tokens.length === 3 && PATRONYMIC.test(tokens[2] ?? '');
  if (order === 'inverted' || patronymic)
    return { parts: { family: head, given: tail.join(' ') }, guessed: true };
  return { parts: direct(tokens), guessed: true };
}

function direct(tokens: readonly string[]): NameParts {
  let familyAt = tokens.length - 1;
  const last = tokens[familyAt] ?? '';
  // `Amartya Kumar Sen` is no senior, and `Hyun Jun` no junior.
  const suffix = familyAt > 1 && SUFFIX.test(last) && !/^(?:jun|sen)$/i.test(last) ? last : undefined;
  if (suffix !== undefined) familyAt -= 1;
  let particleAt = familyAt;
  while (particleAt > 1 && isParticle(tokens[particleAt - 1])) particleAt -= 1;
  const parts: NameParts = { family: tokens[familyAt] ?? '', given: tokens.slice(0, particleAt).join(' ') };
  if (particleAt < familyAt) parts.particle = tokens.slice(particleAt, familyAt).join(' ');
  if (suffix !== undefined) parts.suffix = suffix;
  return parts;
}

/** Written small: `de`, `van der`; `De` is part of the family name. */
function isParticle(word: string | undefined): boolean {
  return word !== undefined && /^\p{Ll}/u.test(word) && PARTICLES.has(foldText(word));
}
