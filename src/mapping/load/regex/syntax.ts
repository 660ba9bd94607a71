/** The syntax of regular expressions in Unicode mode, as far as the time they take depends on it. */

export type RegexNode =
  /** One character of a set, as it is written: `a`, `\d`, `[^;]`, `.`. */
  | { readonly kind: 'characters'; readonly source: string }
  | { readonly kind: 'sequence'; readonly of: readonly RegexNode[] }
  | { readonly kind: 'choice'; readonly of: readonly RegexNode[] }
  | { readonly kind: 'repeat'; readonly of: RegexNode; readonly min: number; readonly max: number }
  | { readonly kind: 'start' }
  | { readonly kind: 'look'; readonly of: RegexNode }
  /** What no automaton reads: a backreference or a lookbehind. */
  | { readonly kind: 'refused'; readonly what: 'a backreference' | 'a lookbehind' };

/** Nothing: matches the empty text. */
export const EMPTY: RegexNode = { kind: 'sequence', of: [] };

/** Reads a pattern that is known to compile in Unicode mode. */
export function parseRegex(pattern: string): RegexNode {
  return readChoice({ pattern, position: 0 });
}

interface Reader {
  readonly pattern: string;
  position: number;
}

function readChoice(reader: Reader): RegexNode {
  const branches = [readSequence(reader)];
  while (accept(reader, '|')) branches.push(readSequence(reader));
  return branches.length === 1 ? branches[0]! : { kind: 'choice', of: branches };
}

function readSequence(reader: Reader): RegexNode {
  const members: RegexNode[] = [];
  for (;;) {
    const next = reader.pattern.charAt(reader.position);
    if (next === '' || next === '|' || next === ')') break;
    members.push(readRepeats(reader, readAtom(reader)));
  }
  return members.length === 1 ? members[0]! : { kind: 'sequence', of: members };
}

const QUANTIFIER = /(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/y;

function readRepeats(reader: Reader, of: RegexNode): RegexNode {
  const found = take(reader, QUANTIFIER);
  if (found === undefined) return of;
  const [, sign, least, comma, most] = found;
  if (sign === '?') return { kind: 'repeat', of, min: 0, max: 1 };
  if (sign !== undefined) return { kind: 'repeat', of, min: sign === '*' ? 0 : 1, max: Infinity };
  const min = Number(least);
  return { kind: 'repeat', of, min, max: comma === '' ? min : most === '' ? Infinity : Number(most) };
}

const GROUP = /\((?:\?(?:(<?[=!])|:|<[^>]*>|[a-z-]*:))?/y;
const ESCAPE =
  /\\(?:([1-9]|k<)|[pPux]\{[^}]*\}|u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[A-Za-z]|[^])/uy;
const CLASS = /\[(?:[^\]\\]|\\[^])*\]/uy;
const ANY = /[^]/uy;

function readAtom(reader: Reader): RegexNode {
  const group = take(reader, GROUP);
  if (group !== undefined) return readGroup(reader, group[1]);
  if (accept(reader, '^')) return { kind: 'start' };
  if (accept(reader, '$')) return EMPTY;
  const escape = take(reader, ESCAPE);
  if (escape === undefined) return charactersOf((take(reader, CLASS) ?? take(reader, ANY))![0]);
  if (escape[1] === undefined) return /^\\[bB]$/.test(escape[0]) ? EMPTY : charactersOf(escape[0]);
  take(reader, /[\w>]*/y);
  return { kind: 'refused', what: 'a backreference' };
}

function charactersOf(source: string): RegexNode {
  return { kind: 'characters', source };
}

function readGroup(reader: Reader, look: string | undefined): RegexNode {
  const of = readChoice(reader);
  accept(reader, ')');
  if (look === undefined) return of;
  return look.startsWith('<') ? { kind: 'refused', what: 'a lookbehind' } : { kind: 'look', of };
}

function accept(reader: Reader, character: string): boolean {
  if (reader.pattern.charAt(reader.position) !== character) return false;
  reader.position += 1;
  return true;
}

function take(reader: Reader, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = reader.position;
  const found = pattern.exec(reader.pattern);
  if (found === null) return undefined;
  reader.position += found[0].length;
  return found;
}
