/** What a mapping changes in the guards it inherits: one of the same id takes the place of the inherited one. */
import type { GuardSpec, MappingFile } from './mapping-file.ts';
import { part, parts, type Reporter, type Spot } from './spot.ts';

/** The guards of all bases without those the file disables, then its own. A later base goes before an earlier one. */
export function editGuards(
  bases: readonly (readonly Spot<GuardSpec>[])[],
  file: Spot<MappingFile>,
  report: Reporter,
): readonly Spot<GuardSpec>[] {
  const guards = new Map<string, Spot<GuardSpec>>();
  for (const guard of bases.flat()) guards.set(guard.value.id, guard);
  for (const id of file.value.disable ?? []) guards.delete(id);
  const own = part(file, 'guards');
  const ids = new Set<string>();
  for (const guard of own === undefined ? [] : parts<GuardSpec>(own)) {
    const { id } = guard.value;
    if (ids.has(id)) report.error(guard, 'guard.duplicate', `a second guard with the id "${id}"`);
    ids.add(id);
    guards.set(id, guard);
  }
  return [...guards.values()];
}
