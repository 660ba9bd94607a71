/** The exit codes of every command (design §3.1). */
import type { Outcome } from '../model/harvest.ts';

export const EXIT = { complete: 0, failed: 1, usage: 2, incomplete: 3, losses: 4, skipped: 5 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const OF_OUTCOME = {
  complete: EXIT.complete,
  'complete-with-losses': EXIT.losses,
  incomplete: EXIT.incomplete,
  failed: EXIT.failed,
  skipped: EXIT.skipped,
} as const satisfies Record<Outcome, ExitCode>;

/** Worst first: what a command over several jobs ends with. */
const WORST_FIRST: readonly Outcome[] = [
  'failed',
  'incomplete',
  'skipped',
  'complete-with-losses',
  'complete',
];

/** The exit code of several outcomes: that of the worst. No job at all is complete. */
export function exitCodeOf(outcomes: readonly Outcome[]): ExitCode {
  return OF_OUTCOME[WORST_FIRST.find((outcome) => outcomes.includes(outcome)) ?? 'complete'];
}
