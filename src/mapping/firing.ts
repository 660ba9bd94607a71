/** How many records a few rules make something of: cheap enough for every run. */
import { didYouMean } from '../yaml/did-you-mean.ts';
import type { BoundInputMapping } from './bind/bind-input.ts';
import type { CoverageSink } from './coverage.ts';
import type { InputMapping } from './mapping.ts';

export interface Firing extends CoverageSink {
  readonly rules: readonly string[];
  /** Records that were mapped. */
  records(): number;
  /** Those of them of which the rule made something. */
  recordsOf(rule: string): number;
}

/** A count for some rules (`title`) and route cases (`identifier/doi`), to be given to each `mapRecord`. */
export function countFiring(rules: readonly string[]): Firing {
  const counts = new Map(rules.map((rule) => [rule, 0]));
  const inRecord = new Set<string>();
  let records = 0;
  return {
    rules,
    record() {
      records += 1;
      for (const rule of inRecord) counts.set(rule, counts.get(rule)! + 1);
      inRecord.clear();
    },
    fired(id) {
      if (counts.has(id)) inRecord.add(id);
    },
    took: () => undefined,
    used: () => undefined,
    missed: () => undefined,
    records: () => records,
    recordsOf: (rule) => counts.get(rule) ?? 0,
  };
}

/** What is wrong with the name of a rule; `undefined` when the mapping has it. */
export function unknownRule(mapping: InputMapping, rule: string): string | undefined {
  const { ruleIds } = mapping as BoundInputMapping;
  if (ruleIds.includes(rule)) return undefined;
  return `the mapping "${mapping.id}" has no rule "${rule}"${didYouMean(rule, ruleIds)}`;
}
