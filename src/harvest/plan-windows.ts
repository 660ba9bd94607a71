/** Which windows a run harvests: pure decisions over the ledger (D7). */
import { addSeconds, coarsen, parseLenientDatestamp, type Granularity } from '../model/datestamp.ts';
import type { HarvestWindow, WindowKind } from '../model/harvest.ts';

/** What a person asked for, beyond "go on where the last run ended". */
export interface Selection {
  /** Everything, from the beginning. */
  readonly full?: boolean;
  readonly from?: string;
  readonly until?: string;
  readonly set?: string;
}

/** The kind of window that a selection makes: only whole, unbounded ones move the cursor. */
export function kindOf(selection: Selection, sets: readonly (string | undefined)[]): WindowKind {
  const { full, from, until, set } = selection;
  if (from !== undefined || until !== undefined || (set !== undefined && !sets.includes(set)))
    return 'selective';
  return full === true ? 'full' : 'incremental';
}

/**
 * The `from` of the next incremental window: the repository's clock at the first response of the last complete
 * one, minus the overlap (harvesters Appendix B, rule 9). `undefined`, which harvests everything, when nothing
 * was completed yet or another format was.
 */
export function nextFrom(
  last: Pick<HarvestWindow, 'repositoryTime' | 'metadataPrefix'> | undefined,
  options: { readonly metadataPrefix: string; readonly granularity: Granularity; readonly overlapMs: number },
): string | undefined {
  if (last?.repositoryTime === undefined || last.metadataPrefix !== options.metadataPrefix) return undefined;
  const overlapMs =
    options.granularity === 'YYYY-MM-DD' ? Math.max(options.overlapMs, TWO_DAYS_MS) : options.overlapMs;
  return coarsen(
    addSeconds(coarsen(last.repositoryTime, 'YYYY-MM-DDThh:mm:ssZ'), -overlapMs / 1000),
    options.granularity,
  );
}

/** With days, `from` and `until` of one day are compared as midnight by many repositories (F105). */
const TWO_DAYS_MS = 48 * 3_600_000;

/**
 * The repository's time as of its first response: the earlier of its clock and ours, so that a clock that runs
 * ahead loses nothing (F93, F94).
 */
export function repositoryTimeOf(responseDate: string | undefined, ourTime: string): string {
  const theirs = responseDate === undefined ? undefined : parseLenientDatestamp(responseDate);
  if (theirs === undefined) return ourTime;
  const inSeconds = coarsen(theirs, 'YYYY-MM-DDThh:mm:ssZ');
  return inSeconds < ourTime ? inSeconds : ourTime;
}

/** How many records fewer than announced may be missing: completeListSize is an estimate (F76). */
const TOLERANCE = 0.01;

/** What is missing from a list that ended, or `undefined` when it holds what was announced. */
export function shortfall(received: number, expected: number | undefined): string | undefined {
  if (expected === undefined || received >= expected - Math.max(1, expected * TOLERANCE)) return undefined;
  return `the list ended after ${received} records, though the repository announced ${expected} (completeListSize)`;
}
