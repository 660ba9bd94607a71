/** What can be seen to be wrong with mappings before the first record, beyond what binding them finds. */
import { checkConditions } from './checks/constant-conditions.ts';
import { checkGuards, checkRepeatedCases } from './checks/repeated-cases.ts';
import { checkSeverityCodes } from './checks/severity-codes.ts';
import { checkSourcePaths } from './checks/source-paths.ts';
import { checkTableKeys } from './checks/table-keys.ts';
import { walkMapping } from './checks/walk.ts';
import type { ResolvedMapping } from './resolve-mappings.ts';
import type { Reporter, Spot } from './spot.ts';

/**
 * Checks mappings that can be used by themselves; parts that are only ever extended are checked in what extends them.
 * `common` holds what every output may use as well.
 */
export function checkMappings(
  mappings: readonly ResolvedMapping[],
  report: Reporter,
  common: ResolvedMapping | undefined,
): void {
  const usable = mappings.filter(({ abstract }) => !abstract);
  checkSourcePaths(usable, report);
  checkSeverityCodes(usable, report);
  checkTableKeys(usable, report, new Set(common?.tables.values()));
  const variables = valuesOfVariables(usable);
  const walked = new Set<Spot>();
  for (const mapping of usable) {
    checkGuards(mapping.guards, report);
    // A rule that is inherited as it is has been looked at.
    const isKnown = (spot: Spot): boolean => walked.size === walked.add(spot).size;
    const visitor = {
      ...checkConditions(mapping, report, variables),
      ...checkRepeatedCases(mapping, report),
    };
    walkMapping(mapping, visitor, isKnown);
  }
}

/** All values that each variable has, in whatever mapping. */
function valuesOfVariables(mappings: readonly ResolvedMapping[]): ReadonlyMap<string, readonly unknown[]> {
  const values = new Map<string, unknown[]>();
  for (const { vars } of mappings) {
    for (const [name, { value }] of vars) values.set(name, [...(values.get(name) ?? []), value]);
  }
  return values;
}
