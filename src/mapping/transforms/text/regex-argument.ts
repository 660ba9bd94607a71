import { z } from '../../../schema/index.ts';
import { regexProblem } from '../../load/regex/safety.ts';

export { REGEX_INPUT_LIMIT } from '../../load/regex/safety.ts';

/** A regular expression as a mapping writes it: it compiles in Unicode mode and cannot run away. */
export const regexArgument = z
  .string()
  .min(1)
  .superRefine((pattern, check) => {
    const problem = regexProblem(pattern);
    if (problem !== undefined) check.addIssue({ code: 'custom', message: problem.message });
  });
