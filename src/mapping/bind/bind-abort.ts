/** `abort`: when a run stops by itself, as a mapping says it. */
import { didYouMean } from '../../yaml/did-you-mean.ts';
import type { ResolvedMapping } from '../load/resolve-mappings.ts';
import { part, parts, type Reporter } from '../load/spot.ts';
import type { Thresholds } from '../../model/job.ts';

/** The thresholds of a mapping; rules that it does not have are reported. */
export function bindAbort(
  { abort }: ResolvedMapping,
  ruleIds: readonly string[],
  report: Reporter,
): { readonly abort?: Thresholds } {
  if (abort === undefined) return {};
  const { rejectedShare, rejectedRatio, min } = abort.value;
  if (rejectedShare !== undefined && rejectedRatio !== undefined) {
    const message = '"rejectedShare" and "rejectedRatio" say the same; write one of them';
    report.error(part(abort, 'rejectedRatio')!, 'abort.twice', message);
  }
  const limit = rejectedShare ?? rejectedRatio;
  const rules = part(abort, 'emptyRuleDrop');
  const watched = rules === undefined ? [] : parts<string>(rules);
  for (const rule of watched) {
    if (ruleIds.includes(rule.value)) continue;
    const hint = didYouMean(rule.value, ruleIds);
    report.error(rule, 'rule.unknown', `the mapping has no rule "${rule.value}"${hint}`);
  }
  return {
    abort: {
      ...(limit !== undefined && { rejectedShare: limit }),
      min,
      emptyRuleDrop: watched.map(({ value }) => value),
    },
  };
}
