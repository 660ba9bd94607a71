import { z } from '../../../schema/index.ts';

/** Longer values are not offered to a mapping's own regexes. */
export const REGEX_INPUT_LIMIT = 20_000;

/** A regular expression as a mapping writes it: it compiles in Unicode mode and cannot run away. */
export const regexArgument = z.string().min(1).superRefine((pattern, check) => {
  const problem = regexProblem(pattern);
  if (problem !== undefined) check.addIssue({ code: 'custom', message: problem });
}); // prettier-ignore

function regexProblem(pattern: string): string | undefined {
  try {
    new RegExp(pattern, 'u');
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  if (/\(\?<[=!]/.test(pattern)) return 'lookbehind is not allowed in mappings';
  if (hasNestedQuantifier(pattern)) return 'a repeated group repeats inside: this can take exponential time';
  return undefined;
}

/** Whether a group that holds an unbounded quantifier or an alternative is itself repeated without bound. */
function hasNestedQuantifier(pattern: string): boolean {
  const groups: { risky: boolean }[] = [];
  let inClass = false;
  for (let index = 0; index < pattern.length; index += 1) {
    const char = pattern.charAt(index);
    if (char === '\\') index += 1;
    else if (inClass) inClass = char !== ']';
    else if (char === '[') inClass = true;
    else if (char === '(') groups.push({ risky: false });
    else if (char === ')') {
      const risky = groups.pop()?.risky ?? false;
      const repeated = isUnbounded(pattern, index + 1);
      if (risky && repeated) return true;
      const outer = groups.at(-1);
      if (outer !== undefined && (risky || repeated)) outer.risky = true;
    } else if (isUnbounded(pattern, index)) {
      const group = groups.at(-1);
      if (group !== undefined) group.risky = true;
    }
  }
  return false;
}

function isUnbounded(pattern: string, index: number): boolean {
  return /^(?:[*+]|\{\d+,\})/.test(pattern.slice(index, index + 12));
}
