/** What the predicates of all dialects of paths have in common. */
import { REGEX_INPUT_LIMIT, regexProblem } from '../load/regex/safety.ts';
import { PathSyntaxError } from './path-syntax-error.ts';

/** How a place among its siblings, counted from 1, is compared: `[position()>1]`. */
export type Comparison = (typeof COMPARISONS)[number];

/** In the order in which they are tried: `<=` before `<`. */
export const COMPARISONS = ['=', '!=', '<=', '<', '>=', '>'] as const;

export const COMPARE: Readonly<Record<Comparison, (left: number, right: number) => boolean>> = {
  '=': (left, right) => left === right,
  '!=': (left, right) => left !== right,
  '<=': (left, right) => left <= right,
  '<': (left, right) => left < right,
  '>=': (left, right) => left >= right,
  '>': (left, right) => left > right,
};

/** The pattern of `[matches(., 'x')]`. Throws a {@link PathSyntaxError}, also for one that could run very long. */
export function regexOf(pattern: string): RegExp {
  const problem = regexProblem(pattern);
  if (problem !== undefined) throw new PathSyntaxError(problem.code, problem.message);
  return new RegExp(pattern, 'u');
}

/** A text over the limit matches nothing: what a pattern costs grows with it. */
export function matchesIn(text: string, regex: RegExp): boolean {
  return text.length <= REGEX_INPUT_LIMIT && regex.test(text);
}
