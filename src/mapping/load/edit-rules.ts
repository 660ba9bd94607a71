/**
 * What a mapping changes in the rules it inherits: `override`, `disable`, `before`, `after`, by rule id. `disable` may also
 * name a guard.
 */
import { didYouMean } from '../../yaml/did-you-mean.ts';
import type { MappingFile, RuleSpec } from './mapping-file.ts';
import { entries, part, parts, type Reporter, type Spot } from './spot.ts';

/** The inherited rules with the file's edits, then the file's own rules. Ids that the bases lack are reported. */
export function editRules(
  inherited: readonly Spot<RuleSpec>[],
  file: Spot<MappingFile>,
  { report, guards }: { readonly report: Reporter; readonly guards: readonly string[] },
): readonly Spot<RuleSpec>[] {
  const edit: Edit = { rules: [...inherited], guards, report };
  for (const [id, change] of entries(part(file, 'override'))) override(id, change, edit);
  for (const id of listOf<string>(part(file, 'disable'))) disable(id, edit);
  for (const [id, added] of entries<readonly RuleSpec[]>(part(file, 'before'))) insert(id, added, { ...edit, shift: 0 }); // prettier-ignore
  for (const [id, added] of entries<readonly RuleSpec[]>(part(file, 'after'))) insert(id, added, { ...edit, shift: 1 }); // prettier-ignore
  edit.rules.push(...listOf<RuleSpec>(part(file, 'rules')));
  checkIds(edit);
  return edit.rules;
}

interface Edit {
  readonly rules: Spot<RuleSpec>[];
  /** The ids of the inherited guards. */
  readonly guards: readonly string[];
  readonly report: Reporter;
}

/** Replaces the named keys of a rule, or all of it with `replace: true`. */
function override(id: string, change: Spot<RuleSpec>, edit: Edit): void {
  const at = indexOf(id, change, edit);
  if (at < 0) return;
  const base = edit.rules[at]!;
  const { replace, ...changed } = change.value;
  if (replace === true) {
    edit.rules[at] = { ...change, value: { ...changed, id } };
    return;
  }
  const overlay = new Map(base.overlay);
  for (const key of Object.keys(changed) as (keyof typeof changed)[]) overlay.set(key, part(change, key)!);
  edit.rules[at] = { ...base, value: { ...base.value, ...changed, id }, overlay };
}

function disable(spot: Spot<string>, edit: Edit): void {
  const at = edit.rules.findIndex(({ value }) => value.id === spot.value);
  if (at >= 0) edit.rules.splice(at, 1);
  else if (!edit.guards.includes(spot.value)) {
    const hint = didYouMean(spot.value, [...idsOf(edit.rules), ...edit.guards]);
    edit.report.error(spot, 'rule.unknown', `no rule and no guard "${spot.value}" is inherited${hint}`);
  }
}

function insert(id: string, added: Spot<readonly RuleSpec[]>, edit: Edit & { readonly shift: 0 | 1 }): void {
  const at = indexOf(id, added, edit);
  if (at >= 0) edit.rules.splice(at + edit.shift, 0, ...parts<RuleSpec>(added));
}

function indexOf(id: string, spot: Spot, { rules, report }: Edit): number {
  const at = rules.findIndex(({ value }) => value.id === id);
  if (at < 0) {
    const message = `no rule "${id}" is inherited${didYouMean(id, idsOf(rules))}`;
    report.error(spot, 'rule.unknown', message, { atKey: true });
  }
  return at;
}

function idsOf(rules: readonly Spot<RuleSpec>[]): readonly string[] {
  return rules.flatMap(({ value }) => (value.id === undefined ? [] : [value.id]));
}

function checkIds({ rules, report }: Edit): void {
  const known = new Set<string>();
  for (const rule of rules) {
    const { id } = rule.value;
    if (id === undefined) continue;
    if (known.has(id)) {
      const message = `a second rule with the id "${id}"; an inherited rule is changed with "override"`;
      report.error(part(rule, 'id') ?? rule, 'rule.duplicate', message);
    }
    known.add(id);
  }
}

function listOf<T>(spot: Spot<readonly T[]> | undefined): Spot<T>[] {
  return spot === undefined ? [] : parts<T>(spot);
}
