import { type Reporter, type Spot } from './spot.ts';

const NEVER = /$^/u;
// A repeated group whose inside ends in another repetition is how a pattern becomes exponential.
const NESTED_QUANTIFIER = /\((?:[^()\\]|\\.)*[+*}](?:[^()\\]|\\.)?\)(?:[+*]|\{\d+,)/;

/** Compiles a pattern that a person wrote; one that does not compile, or could run for ever, is an error. */
export function compileRegex(spot: Spot<string>, report: Reporter): RegExp {
  if (NESTED_QUANTIFIER.test(spot.value) || spot.value.includes('(?<=') || spot.value.includes('(?<!')) {
    report.error(
      spot,
      'regex.unsafe',
      `the pattern ${spot.value} has nested quantifiers or a lookbehind and could run very long`,
    );
    return NEVER;
  }
  try {
    return new RegExp(spot.value, 'u');
  } catch (error) {
    report.error(spot, 'regex.syntax', `the pattern does not compile: ${(error as Error).message}`);
    return NEVER;
  }
}
