/** What steps have done to the letters and blanks of a text, so that a comparison that can never hold is seen. */
import type { StepSpec, StepsSpec } from '../mapping-file.ts';
import { casefoldText } from '../../vocab/fold-text.ts';
import { trimText } from '../../transforms/text/trim-text.ts';
import { holdsSome } from '../regex/automaton.ts';
import { parseRegex, type RegexNode } from '../regex/syntax.ts';
import { parts, type Spot } from '../spot.ts';

/** The steps after which a text is known to be unchanged by a function. */
const LETTERS: ReadonlyMap<string, (text: string) => string> = new Map([
  ['casefold', casefoldText],
  ['lower', (text: string) => text.toLowerCase()],
  ['upper', (text: string) => text.toUpperCase()],
]);
const TRIM = 'trim';

/** Steps that only choose among values or take something away, and leave the letters as they are. */
const KEEP_LETTERS: ReadonlySet<string> = new Set([
  TRIM, 'first', 'last', 'limit', 'dedupe', 'split', 'collapse_lines', 'strip_prefix', 'strip_suffix', 'trim_punct',
  'trim_brackets', 'trim_final_dot', 'truncate',
]); // prettier-ignore
/** Those of them that leave the blanks as they are, too. */
const KEEP_BLANKS: ReadonlySet<string> = new Set([...LETTERS.keys(), 'first', 'last', 'limit', 'dedupe']);

export interface TextState {
  /** `casefold`, `lower` or `upper`, the last that was run. */
  readonly letters: string | undefined;
  readonly trimmed: boolean;
}

export const AS_READ: TextState = { letters: undefined, trimmed: false };

/** The steps with pipes written out; a pipe that leads back to itself is left out. */
export function writtenOut(
  spot: Spot<StepsSpec>,
  pipes: ReadonlyMap<string, Spot<StepsSpec>>,
  open: readonly string[] = [],
): readonly Spot<StepSpec>[] {
  return parts<StepSpec>(spot).flatMap((step) => {
    const pipe = typeof step.value === 'object' ? step.value['pipe'] : undefined;
    if (typeof pipe !== 'string') return [step];
    const steps = pipes.get(pipe);
    return steps === undefined || open.includes(pipe) ? [] : writtenOut(steps, pipes, [...open, pipe]);
  });
}

/** The state after one more step. */
export function stateAfter(state: TextState, step: StepSpec): TextState {
  const name = typeof step === 'string' ? step : (Object.keys(step)[0] ?? '');
  const letters = LETTERS.has(name) ? name : KEEP_LETTERS.has(name) ? state.letters : undefined;
  return { letters, trimmed: name === TRIM || (state.trimmed && KEEP_BLANKS.has(name)) };
}

/** Why a text in this state is never the literal, and what to write instead; `undefined` when it can be. */
export function whyNever(literal: string, { letters, trimmed }: TextState): string | undefined {
  const fold = letters === undefined ? undefined : LETTERS.get(letters)!;
  const folded = fold?.(literal) ?? literal;
  if (folded !== literal) return `"${letters!}" leaves no text like "${literal}"; write "${folded}"`;
  const trim = trimText(literal) ?? '';
  if (!trimmed || trim === literal) return undefined;
  return `"trim" leaves no text like "${literal}"; write "${trim}"`;
}

/** Why a pattern never matches a text in this state. */
export function whyNeverMatches(pattern: string, { letters }: TextState): string | undefined {
  if (letters === undefined) return undefined;
  const fold = LETTERS.get(letters)!;
  if (isPossible(parsed(pattern), (character) => fold(character) === character)) return undefined;
  return `"${letters}" leaves no text that ${pattern} matches; write its letters as that step leaves them`;
}

/** What does not compile is reported where it is compiled. */
function parsed(pattern: string): RegexNode {
  try {
    new RegExp(pattern, 'u');
  } catch {
    return { kind: 'sequence', of: [] };
  }
  return parseRegex(pattern);
}

/** Whether a pattern can match a text of characters that are all `isLeft`. */
function isPossible(node: RegexNode, isLeft: (character: string) => boolean): boolean {
  switch (node.kind) {
    case 'characters':
      return holdsSome(node.source, isLeft);
    case 'sequence':
      return node.of.every((member) => isPossible(member, isLeft));
    case 'choice':
      return node.of.some((branch) => isPossible(branch, isLeft));
    case 'repeat':
      return node.min === 0 || isPossible(node.of, isLeft);
    default:
      return true;
  }
}
