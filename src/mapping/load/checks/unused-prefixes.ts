/** Prefixes that are declared under `ns` and stand in no path of any mapping that has them. */
import type { ResolvedMapping } from '../resolve-mappings.ts';
import { keyOf, type Reporter, type Spot } from '../spot.ts';

export function checkUnusedPrefixes(mappings: readonly ResolvedMapping[], report: Reporter): void {
  const declared = new Map<string, { readonly spot: Spot; readonly prefix: string; used: boolean }>();
  for (const mapping of mappings) {
    const text = textOf(mapping);
    for (const [prefix, spot] of mapping.ns) {
      const known = declared.get(keyOf(spot)) ?? { spot, prefix, used: false };
      known.used ||= text.includes(`${prefix}:`) || mapping.from.namespaces?.[prefix] !== undefined;
      declared.set(keyOf(spot), known);
    }
  }
  for (const { spot, prefix, used } of declared.values()) {
    if (used) continue;
    const message = `the prefix "${prefix}" stands in no path; take it out, or see whether a path lacks it`;
    report.warn(spot, 'prefix.unused', message, { atKey: true });
  }
}

/** Everything in which a prefix may stand. */
function textOf({ from, rules, guards, blocks, ignore, pipes }: ResolvedMapping): string {
  const spots = [...rules, ...guards, ...blocks.values(), ...ignore, ...pipes.values()];
  return JSON.stringify([from, spots.map(({ value }) => value)]);
}
