/** Codes under `severity` that nothing reports: a misspelling, or what a transform called it once. */
import { didYouMean } from '../../../yaml/did-you-mean.ts';
import type { Severity } from '../../transform.ts';
import type { ResolvedMapping } from '../resolve-mappings.ts';
import { keyOf, type Reporter, type Spot } from '../spot.ts';
import { REPORT_CODES } from './report-codes.ts';

/** Warns of each code that no mapping which has it under `severity` can report. */
export function checkSeverityCodes(mappings: readonly ResolvedMapping[], report: Reporter): void {
  const declared = new Map<string, Declared>();
  for (const mapping of mappings) {
    if (mapping.severity.size === 0) continue;
    const codes = new Set([...REPORT_CODES, ...codesOf(mapping)]);
    for (const [code, spot] of mapping.severity) {
      const known = declared.get(keyOf(spot)) ?? { spot, code, codes, isReported: false };
      known.isReported ||= codes.has(code);
      declared.set(keyOf(spot), known);
    }
  }
  for (const { spot, code, codes, isReported } of declared.values()) {
    if (isReported) continue;
    const message = `nothing reports "${code}"${didYouMean(code, [...codes])}`;
    report.warn(spot, 'severity.unknown', message, { atKey: true });
  }
}

interface Declared {
  readonly spot: Spot<Severity>;
  readonly code: string;
  /** What is reported where it was met first. */
  readonly codes: ReadonlySet<string>;
  isReported: boolean;
}

/** The codes that a mapping gives: of guards that warn (the others decide), and under `warn` of rules, cases and `onBad`. */
function codesOf({ guards, rules, blocks }: ResolvedMapping): readonly string[] {
  const warning = guards.filter(({ value }) => value.action === 'warn');
  const rulesAndBlocks = [...rules, ...blocks.values()].map(({ value }) => value);
  return [...warning.map(({ value }) => value.code ?? value.id), ...warnings(rulesAndBlocks)];
}

function warnings(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    key === 'warn' && typeof member === 'string' ? [member] : warnings(member),
  );
}
