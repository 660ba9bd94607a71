/** Keys of tables that no value can have, since the steps before every lookup leave none like them. */
import type { TableSpec } from '../mapping-file.ts';
import type { ResolvedMapping } from '../resolve-mappings.ts';
import { keyOf, part, type Reporter, type Spot } from '../spot.ts';
import { stateAt } from './constant-conditions.ts';
import { stateAfter, whyNever, writtenOut, type TextState } from './text-state.ts';
import { walkMapping, type Visitor } from './walk.ts';

/** Reports keys that all mappings together never look up. Tables that `shared` holds are used elsewhere, too. */
export function checkTableKeys(
  mappings: readonly ResolvedMapping[],
  report: Reporter,
  shared: ReadonlySet<Spot<TableSpec>>,
): void {
  const lookups = new Map<string, Lookups>();
  const walked = new Set<Spot>();
  for (const mapping of mappings) collect(mapping, lookups, walked);
  for (const { table, states } of lookups.values()) {
    if (!shared.has(table) && table.value.key === 'exact') checkKeys(table, states, report);
  }
}

interface Lookups {
  readonly table: Spot<TableSpec>;
  readonly states: Map<string, TextState>;
}

function collect(mapping: ResolvedMapping, lookups: Map<string, Lookups>, walked: Set<Spot>): void {
  const { tables, pipes } = mapping.file.value;
  // A rule that is inherited looks into other tables only where the mapping has some of its own.
  const isChanged = tables !== undefined || pipes !== undefined;
  const note = (name: unknown, state: TextState): void => {
    const table = mapping.tables.get(String(name));
    if (table === undefined) return;
    const known = lookups.get(keyOf(table)) ?? { table, states: new Map<string, TextState>() };
    const kind = `${state.letters ?? ''} ${state.trimmed}`;
    // Tables that lead back to each other are an error of their own.
    if (known.states.has(kind)) return;
    known.states.set(kind, state);
    lookups.set(keyOf(table), known);
    const { onMiss } = table.value;
    if (typeof onMiss === 'object' && 'table' in onMiss) note(onMiss.table, state);
  };
  const visitor: Visitor = {
    steps(spot, place) {
      const steps = writtenOut(spot, mapping.pipes);
      if (!steps.some(({ value }) => typeof value === 'object' && 'lookup' in value)) return;
      let state = stateAt(place, mapping.pipes);
      for (const { value } of steps) {
        const lookup = typeof value === 'object' ? value['lookup'] : undefined;
        if (lookup !== undefined) note(tableNamed(lookup), state);
        state = stateAfter(state, value);
      }
    },
    condition(spot, place) {
      const at = part(spot, 'missingIn');
      if (at === undefined) return;
      const steps = at.value[0] === '.' ? place.steps : [];
      note(at.value[1], stateAt({ ...place, steps }, mapping.pipes));
    },
  };
  walkMapping(mapping, visitor, (spot) => walked.size === walked.add(spot).size && !isChanged);
}

function tableNamed(lookup: unknown): unknown {
  return typeof lookup === 'object' && lookup !== null && 'table' in lookup ? lookup.table : lookup;
}

function checkKeys(table: Spot<TableSpec>, states: ReadonlyMap<string, TextState>, report: Reporter): void {
  const inline = part(table, 'inline');
  if (inline === undefined) return;
  for (const key of Object.keys(inline.value)) {
    const reasons = [...states.values()].map((state) => whyNever(key, state));
    const [why] = reasons;
    if (why === undefined || reasons.includes(undefined)) continue;
    const message = `the key "${key}" is never looked up: ${why}, or give the table "key: casefold"`;
    report.warn(part(inline, key)!, 'table.unreachable', message, { atKey: true });
  }
}
