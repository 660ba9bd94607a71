import { regexProblem } from './regex/safety.ts';
import { type Reporter, type Spot } from './spot.ts';

const NEVER = /$^/u;

/** Compiles a pattern that a person wrote; one that does not compile, or could run very long, is an error. */
export function compileRegex(spot: Spot<string>, report: Reporter): RegExp {
  const problem = regexProblem(spot.value);
  if (problem === undefined) return new RegExp(spot.value, 'u');
  report.error(spot, problem.code, problem.message);
  return NEVER;
}
