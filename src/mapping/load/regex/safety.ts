/** Whether a pattern that a person wrote can be let loose on values that strangers wrote. */
import { ambiguityOf } from './ambiguity.ts';
import { automatonOf } from './automaton.ts';
import { parseRegex, type RegexNode } from './syntax.ts';

/**
 * A value longer than this is not offered to the patterns of a mapping: nothing of it matches. The time that a pattern
 * takes grows at most as the square of the length, so this also bounds it, to less than a second.
 */
export const REGEX_INPUT_LIMIT = 20_000;

export interface RegexProblem {
  readonly code: 'regex.syntax' | 'regex.unsafe';
  readonly message: string;
}

/** What is wrong with a pattern: it does not compile, or the time it takes can explode. */
export function regexProblem(pattern: string): RegexProblem | undefined {
  let known = KNOWN.get(pattern);
  if (known === undefined) KNOWN.set(pattern, (known = { problem: findProblem(pattern) }));
  return known.problem;
}

// Rules are inherited, so most patterns are met in many mappings.
const KNOWN = new Map<string, { readonly problem: RegexProblem | undefined }>();

function findProblem(pattern: string): RegexProblem | undefined {
  const flags = flagsIn(pattern);
  // Newer engines take some of them: a mapping would load on one machine and not on the next.
  if (flags !== undefined) return { code: 'regex.syntax', message: `the pattern ${pattern} ${flags}` };
  try {
    new RegExp(pattern, 'u');
  } catch (error) {
    const message = `the pattern does not compile: ${(error as Error).message}`;
    return { code: 'regex.syntax', message };
  }
  const why = dangerOf(parseRegex(pattern));
  return why === undefined ? undefined : { code: 'regex.unsafe', message: `the pattern ${pattern} ${why}` };
}

/** What other languages write as flags inside a pattern, and what is written here instead. */
const INSTEAD_OF_FLAGS: Readonly<Record<string, string>> = {
  i: 'for "i" write both letters, as in [Dd][Oo][Ii], or let a step before it ("lower", "casefold") make them alike',
  m: 'for "m" write (?:^|\\n) and (?:\\n|$)',
  s: 'for "s" write [^] for any character, line breaks too',
  u: '"u" always holds',
  x: 'for "x" write the pattern without its blanks and comments',
};

const ESCAPE_OR_CLASS = /\\[^]|\[(?:[^\]\\]|\\[^])*\]/g;
const FLAGS = /\(\?([a-zA-Z]*(?:-[a-zA-Z]+)?)[:)]/g;

/** `(?i)`, `(?s-m:…)`: what is to be written instead. */
function flagsIn(pattern: string): string | undefined {
  const bare = pattern.replaceAll(ESCAPE_OR_CLASS, '_');
  const flags = [...bare.matchAll(FLAGS)]
    .map(([, letters = '']) => letters)
    .find((letters) => letters !== '');
  if (flags === undefined) return undefined;
  const instead = [...new Set(flags)].flatMap((flag) => INSTEAD_OF_FLAGS[flag] ?? []);
  return [`has the flags (?${flags}), which patterns do not take here`, ...instead].join('; ');
}

const MAX_STATES = 1500;

/** Why it is dangerous, and what to do about it. */
function dangerOf(node: RegexNode): string | undefined {
  const parts = nodesOf(node);
  for (const part of parts) {
    if (part.kind === 'refused') return `has ${part.what}, which can take very long; say it without`;
    if (part.kind === 'repeat' && part.max > 1 && repeatsInLook(part)) {
      return 'repeats a lookahead that repeats something itself; take the lookahead out of the repetition';
    }
    if (part.kind === 'sequence' && part.of.some((member, i) => isSameLoop(member, part.of[i + 1]))) {
      return 'has one repetition twice in a row (as in .*.*); one is enough';
    }
  }
  for (const part of [node, ...parts.flatMap((inner) => (inner.kind === 'look' ? [inner.of] : []))]) {
    const why = growthOf(part);
    if (why !== undefined) return why;
  }
  return undefined;
}

/** `.*.*`, `\s*\s+`: the second finds nothing that the first could not. */
function isSameLoop(left: RegexNode, right: RegexNode | undefined): boolean {
  return isLoop(left) && right !== undefined && isLoop(right) && sourceOf(left) === sourceOf(right);
}

function isLoop(node: RegexNode): boolean {
  return node.kind === 'repeat' && node.max === Infinity && node.of.kind === 'characters';
}

function sourceOf(node: RegexNode): string {
  return node.kind === 'repeat' && node.of.kind === 'characters' ? node.of.source : '';
}

function growthOf(node: RegexNode): string | undefined {
  const automaton = automatonOf(node, MAX_STATES);
  const ways = automaton && ambiguityOf(automaton);
  if (ways === undefined) return 'is too intricate to be proven safe; write it as several, or as a table';
  if (ways === Infinity) {
    return 'repeats what repeats or overlaps inside (as in (a+)+ and (a|a)*): its time doubles with each character; let only one of them repeat, and begin alternatives differently';
  }
  // An engine tries a pattern that is not tied to the start of the text at each of its places.
  if (ways + (isTied(node) ? 1 : 2) <= 2) return undefined;
  return 'has repetitions in a row that can take the same characters (as in .*.*x): its time grows faster than the square of the length; begin it with ^, put what cannot be in it between them ([^;]* instead of .*), or limit one of them (.{0,40})';
}

/** Whether every match begins at the start of the text. */
function isTied(node: RegexNode): boolean {
  switch (node.kind) {
    case 'start':
      return true;
    case 'sequence': {
      const first = node.of.find(({ kind }) => kind !== 'look');
      return first !== undefined && isTied(first);
    }
    case 'choice':
      return node.of.every(isTied);
    case 'repeat':
      return node.min > 0 && isTied(node.of);
    default:
      return false;
  }
}

function repeatsInLook(node: RegexNode): boolean {
  return nodesOf(node).some(
    (part) => part.kind === 'look' && nodesOf(part).some((inner) => inner.kind === 'repeat' && inner.max > 1),
  );
}

/** The node and everything inside it. */
function nodesOf(node: RegexNode): readonly RegexNode[] {
  switch (node.kind) {
    case 'sequence':
    case 'choice':
      return [node, ...node.of.flatMap(nodesOf)];
    case 'repeat':
    case 'look':
      return [node, ...nodesOf(node.of)];
    default:
      return [node];
  }
}
