/**
 * How the time that a backtracking engine needs grows with the text. It tries every way in which a pattern can read a
 * text, so the number of ways decides. They are found on the automaton: two ways around one loop (the number doubles
 * with each turn), or two loops in a row that can divide one text between them anywhere (it grows as a power).
 * Weber and Seidl, "On the degree of ambiguity of finite automata", 1991.
 */
import type { Automaton } from './automaton.ts';

/** The power by which the ways grow: 0 for one way; `Infinity` when they double; `undefined` when it is too hard to tell. */
export function ambiguityOf(automaton: Automaton): number | undefined {
  const loops = loopsOf(automaton);
  if (loops.some((loop) => isExponential(loop, automaton))) return Infinity;
  return longestChain(loops, automaton);
}

type Loop = ReadonlySet<number>;

/** The states that can be reached again from themselves, put together by who reaches whom. */
function loopsOf(automaton: Automaton): readonly Loop[] {
  const reach = automaton.next.map((_, state) => reachableFrom(state, automaton));
  const loops: Loop[] = [];
  const placed = new Set<number>();
  for (const [state, reached] of reach.entries()) {
    if (placed.has(state) || !reached.has(state)) continue;
    const loop = new Set([...reached].filter((other) => reach[other]!.has(state)));
    for (const member of loop) placed.add(member);
    loops.push(loop);
  }
  return loops;
}

function reachableFrom(state: number, { next }: Automaton): ReadonlySet<number> {
  const reached = new Set<number>();
  const open = [state];
  while (open.length > 0) {
    for (const other of next[open.pop()!]!) {
      if (reached.has(other)) continue;
      reached.add(other);
      open.push(other);
    }
  }
  return reached;
}

/** Whether two different ways lead around a loop with one text. */
function isExponential(loop: Loop, automaton: Automaton): boolean {
  if (automaton.doubled.some(([from, to]) => loop.has(from) && loop.has(to))) return true;
  const size = automaton.next.length;
  const backward = new Map<number, number[]>();
  const reached = new Set<number>([...loop].map((state) => state * size + state));
  // Pairs of states in which two ways can be after the same text, beginning together.
  for (const pair of reached) {
    for (const other of pairsAfter(pair, loop, automaton)) {
      if (backward.get(other)?.push(pair) === undefined) backward.set(other, [pair]);
      reached.add(other);
    }
  }
  const open = [...loop].map((state) => state * size + state);
  const meeting = new Set<number>(open);
  // Those of them from which they come together again.
  while (open.length > 0) {
    for (const pair of backward.get(open.pop()!) ?? []) {
      if (Math.floor(pair / size) !== pair % size) return true;
      if (meeting.has(pair)) continue;
      meeting.add(pair);
      open.push(pair);
    }
  }
  return false;
}

function pairsAfter(pair: number, loop: Loop, { next, reads }: Automaton): readonly number[] {
  const size = next.length;
  const pairs: number[] = [];
  for (const left of next[Math.floor(pair / size)]!) {
    if (!loop.has(left)) continue;
    for (const right of next[pair % size]!) {
      if (loop.has(right) && (reads[left]! & reads[right]!) !== 0n) pairs.push(left * size + right);
    }
  }
  return pairs;
}

/** States of three ways at once that are looked at before a pattern counts as too intricate. */
const MAX_TRIPLES = 200_000;

/** The largest number of loops in a row, less one, each of which can hand any part of one text to the next. */
function longestChain(loops: readonly Loop[], automaton: Automaton): number | undefined {
  const budget = { left: MAX_TRIPLES };
  const follows = loops.map((from) =>
    loops.filter((to) => from !== to && [...from].some((p) => [...to].some((q) => divides({ p, from, q, to }, automaton, budget)))),
  ); // prettier-ignore
  if (budget.left <= 0) return undefined;
  const lengthFrom = (loop: Loop): number =>
    Math.max(0, ...follows[loops.indexOf(loop)]!.map((next) => 1 + lengthFrom(next)));
  return Math.max(0, ...loops.map(lengthFrom));
}

interface LoopPair {
  readonly p: number;
  readonly from: Loop;
  readonly q: number;
  readonly to: Loop;
}

/** Whether one text leads from p back to p, from p to q, and from q back to q. */
function divides(
  { p, from, q, to }: LoopPair,
  { next, reads }: Automaton,
  budget: { left: number },
): boolean {
  const size = next.length;
  const seen = new Set<number>();
  const open: [number, number, number][] = [[p, p, q]];
  while (open.length > 0) {
    const [left, middle, right] = open.pop()!;
    for (const a of next[left]!) {
      if (!from.has(a)) continue;
      for (const c of next[right]!) {
        const shared = reads[a]! & reads[c]!;
        if (!to.has(c) || shared === 0n) continue;
        for (const b of next[middle]!) {
          if ((shared & reads[b]!) === 0n) continue;
          if (a === p && b === q && c === q) return true;
          const key = (a * size + b) * size + c;
          if (seen.has(key)) continue;
          budget.left -= 1;
          if (budget.left <= 0) return false;
          seen.add(key);
          open.push([a, b, c]);
        }
      }
    }
  }
  return false;
}
