/** The automaton of a regular expression (Glushkov's): one state for each character that the pattern writes. */
import { EMPTY, type RegexNode } from './syntax.ts';

export interface Automaton {
  /** The characters that each state reads, one bit for each class of characters that the pattern tells apart. */
  readonly reads: readonly bigint[];
  /** The states that may come after each state. */
  readonly next: readonly ReadonlySet<number>[];
  /** Steps that can be made in two ways, as `from,to`: a repetition inside a repetition. */
  readonly doubled: readonly (readonly [from: number, to: number])[];
}

/** More repetitions than this count as any number of them: `x{1,40}`, `x{40}`, `(x{1,9}){1,9}`. */
const MANY = { varying: 12, fixed: 64, nested: 3 } as const;

/** Builds the automaton; `undefined` when the pattern has more than `maxStates` characters, repetitions written out. */
export function automatonOf(node: RegexNode, maxStates: number): Automaton | undefined {
  const building: Building = { sources: [], next: [], doubled: [], maxStates };
  build(node, building);
  if (building.sources.length > maxStates) return undefined;
  return { reads: readsOf(building.sources), next: building.next, doubled: building.doubled };
}

interface Building {
  readonly sources: string[];
  readonly next: Set<number>[];
  readonly doubled: [number, number][];
  readonly maxStates: number;
}

/** How a part begins and ends. */
interface Part {
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly nullable: boolean;
}

const NOTHING: Part = { first: [], last: [], nullable: true };

function build(node: RegexNode, building: Building): Part {
  if (building.sources.length > building.maxStates) return NOTHING;
  switch (node.kind) {
    case 'characters': {
      const state = building.sources.push(node.source) - 1;
      building.next.push(new Set());
      return { first: [state], last: [state], nullable: false };
    }
    case 'sequence':
      return node.of.reduce<Part>((left, member) => joined(left, build(member, building), building), NOTHING);
    case 'choice': {
      const branches = node.of.map((branch) => build(branch, building));
      return {
        first: branches.flatMap(({ first }) => first),
        last: branches.flatMap(({ last }) => last),
        nullable: branches.some(({ nullable }) => nullable),
      };
    }
    case 'repeat':
      return buildRepeat(node, building);
    default:
      return NOTHING;
  }
}

function joined(left: Part, right: Part, building: Building): Part {
  for (const from of left.last) for (const to of right.first) addStep(from, to, building);
  return {
    first: left.nullable ? [...left.first, ...right.first] : left.first,
    last: right.nullable ? [...left.last, ...right.last] : right.last,
    nullable: left.nullable && right.nullable,
  };
}

function addStep(from: number, to: number, { next, doubled }: Building): void {
  if (next[from]!.has(to)) doubled.push([from, to]);
  next[from]!.add(to);
}

function buildRepeat(node: RegexNode & { readonly kind: 'repeat' }, building: Building): Part {
  const { of, min, max } = node;
  const isLoop = max > (min === max ? MANY.fixed : MANY.varying) || (max > MANY.nested && varies(of));
  if (!isLoop) return build(writtenOut(of, min, max), building);
  const part = build(of, building);
  for (const from of part.last) for (const to of part.first) addStep(from, to, building);
  // Turns that must be made may each read nothing, so any of them may read what there is.
  const [state] = part.first;
  if (min > MANY.nested && part.nullable && state !== undefined) building.doubled.push([state, state]);
  return min === 0 ? { ...part, nullable: true } : part;
}

/** Whether a part can read texts of different lengths by repeating something. */
function varies(node: RegexNode): boolean {
  switch (node.kind) {
    case 'sequence':
    case 'choice':
      return node.of.some(varies);
    case 'repeat':
      return node.min !== node.max || varies(node.of);
    default:
      return false;
  }
}

/** `x{1,3}` as `x(x(x)?)?`, the way it is tried. */
function writtenOut(of: RegexNode, min: number, max: number): RegexNode {
  let optional: RegexNode = EMPTY;
  for (let i = min; i < max; i += 1) {
    optional = { kind: 'choice', of: [{ kind: 'sequence', of: [of, optional] }, EMPTY] };
  }
  return { kind: 'sequence', of: [...new Array<RegexNode>(min).fill(of), optional] };
}

/** Gives each set of characters the bits of the classes in it: two sets share a bit when they share a character. */
function readsOf(sources: readonly string[]): readonly bigint[] {
  const distinct = [...new Set(sources)];
  const members = distinct.map((source) => membersOf(source));
  const literals = distinct.flatMap((source) => [...source].map((character) => character.codePointAt(0)!));
  const codes = new Set([...SAMPLE, ...literals]);
  const bits = new Map<string, bigint>();
  const reads = new Array<bigint>(distinct.length).fill(0n);
  for (const code of codes) {
    const signature = members.map((has) => (has(code) ? '1' : '0')).join('');
    if (!signature.includes('1')) continue;
    let bit = bits.get(signature);
    if (bit === undefined) bits.set(signature, (bit = 1n << BigInt(bits.size)));
    for (let i = 0; i < distinct.length; i += 1) if (signature[i] === '1') reads[i]! |= bit;
  }
  const bySource = new Map(distinct.map((source, i) => [source, reads[i]!]));
  return sources.map((source) => bySource.get(source)!);
}

/** Which characters a set holds. The sets of patterns are few and come again and again. */
const MEMBERS = new Map<string, (code: number) => boolean>();

function membersOf(source: string): (code: number) => boolean {
  let known = MEMBERS.get(source);
  if (known === undefined && source !== '.' && [...source].length === 1) {
    const literal = source.codePointAt(0)!;
    return (code) => code === literal;
  }
  if (known === undefined) {
    const pattern = new RegExp(`^${source}$`, 'u');
    const inSample = new Set(SAMPLE.filter((code) => pattern.test(String.fromCodePoint(code))));
    known = (code) =>
      inSample.has(code) || (!IS_SAMPLE.has(code) && pattern.test(String.fromCodePoint(code)));
    MEMBERS.set(source, known);
  }
  return known;
}

/** Whether a set holds a character of which something is true; of the characters of {@link SAMPLE}. */
export function holdsSome(source: string, isTrue: (character: string) => boolean): boolean {
  const has = membersOf(source);
  const codes = [...SAMPLE, ...[...source].map((character) => character.codePointAt(0)!)];
  return codes.some((code) => has(code) && isTrue(String.fromCodePoint(code)));
}

/** Characters of every kind that patterns tell apart: all of Latin, and some of each other script and category. */
const SAMPLE: readonly number[] = [
  ...Array.from({ length: 0x180 }, (_, code) => code),
  0x300, 0x391, 0x3b1, 0x410, 0x430, 0x459, 0x531, 0x561, 0x5d0, 0x627, 0x660, 0x905, 0x966, 0xe01, 0x10d0, 0x1100,
  0x1680, 0x2003, 0x200b, 0x200d, 0x2010, 0x2013, 0x2014, 0x2018, 0x2019, 0x201c, 0x201d, 0x2020, 0x2026, 0x2028,
  0x2029, 0x2030, 0x203f, 0x20ac, 0x2160, 0x2190, 0x2200, 0x3000, 0x3001, 0x3042, 0x30a2, 0x4e00, 0xac00, 0xe000,
  0xfeff, 0xff10, 0xff21, 0x1d400, 0x1f600, 0x20000,
]; // prettier-ignore
const IS_SAMPLE: ReadonlySet<number> = new Set(SAMPLE);
