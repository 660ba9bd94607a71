/** Names that are declared and never used: a warning, because it is usually a misspelling elsewhere. */
import type { NameKind } from '../binding.ts';
import type { ResolvedMapping } from './resolve-mappings.ts';
import { keyOf, type Reporter, type Spot } from './spot.ts';

export interface Use {
  note(spot: Spot, kind: NameKind): void;
  reportUnused(mappings: readonly ResolvedMapping[], report: Reporter): void;
}

export function createUse(): Use {
  const used = new Set<string>();
  return {
    note: (spot) => void used.add(keyOf(spot)),
    reportUnused(mappings, report) {
      for (const mapping of mappings) {
        const declared: readonly (readonly [string, ReadonlyMap<string, Spot>])[] = [
          ['table', mapping.tables],
          ['pipe', mapping.pipes],
          ['variable', mapping.vars],
          ['block', mapping.blocks],
        ];
        for (const [kind, names] of declared) reportKind(kind, names, { mapping, used, report });
      }
    },
  };
}

function reportKind(
  kind: string,
  names: ReadonlyMap<string, Spot>,
  { mapping, used, report }: { mapping: ResolvedMapping; used: ReadonlySet<string>; report: Reporter },
): void {
  for (const [name, spot] of names) {
    const isOwn = spot.yaml === mapping.file.yaml;
    if (!isOwn || used.has(keyOf(spot))) continue;
    report.warn(spot, `${kind}.unused`, `the ${kind} "${name}" is never used`, { atKey: true });
  }
}
