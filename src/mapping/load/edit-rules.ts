/**
 * What a mapping changes in the rules it inherits: `override`, `disable`, `before`, `after`, by rule id. The same by
 * `rule/case` for the cases of their routes. `disable` may also name a guard.
 */
import { didYouMean } from '../../yaml/did-you-mean.ts';
import {
  CASE_KEYS,
  RULE_KEYS,
  type MappingFile,
  type RouteCaseSpec,
  type RuleOrCaseSpec,
  type RuleSpec,
} from './mapping-file.ts';
import { entries, part, parts, withMembers, type Reporter, type Spot } from './spot.ts';

/** The inherited rules with the file's edits, then the file's own rules. Ids that the bases lack are reported. */
export function editRules(
  inherited: readonly Spot<RuleSpec>[],
  file: Spot<MappingFile>,
  { report, guards }: { readonly report: Reporter; readonly guards: readonly string[] },
): readonly Spot<RuleSpec>[] {
  const edit: Edit = { rules: inherited, guards, report };
  for (const [id, change] of rulesFirst(entries(part(file, 'override')), edit)) override(id, change, edit);
  for (const id of listOf<string>(part(file, 'disable'))) disable(id, edit);
  for (const [id, added] of entries<readonly RuleOrCaseSpec[]>(part(file, 'before'))) insert(id, added, { edit, shift: 0 }); // prettier-ignore
  for (const [id, added] of entries<readonly RuleOrCaseSpec[]>(part(file, 'after'))) insert(id, added, { edit, shift: 1 }); // prettier-ignore
  const rules = [...edit.rules, ...listOf<RuleSpec>(part(file, 'rules'))];
  checkIds(rules, report);
  return rules;
}

interface Edit {
  rules: readonly Spot<RuleSpec>[];
  /** The ids of the inherited guards. */
  readonly guards: readonly string[];
  readonly report: Reporter;
}

/** A route that is overridden as a whole is there before its cases are. */
function rulesFirst<T>(changes: readonly (readonly [string, T])[], { rules }: Edit): typeof changes {
  const isRule = ([id]: readonly [string, T]): boolean => rules.some(({ value }) => value.id === id);
  return [...changes.filter(isRule), ...changes.filter((change) => !isRule(change))];
}

/** Replaces the named keys of a rule or of a case, or all of it with `replace: true`. */
function override(id: string, change: Spot<RuleOrCaseSpec>, edit: Edit): void {
  const place = placeOfId(id, change, edit);
  if (place === undefined) return;
  checkKeys(change, place, edit.report);
  changeList(place, edit, (list, at) => list.with(at, overridden(list[at]!, change)));
}

function overridden(base: Spot<RuleOrCaseSpec>, change: Spot<RuleOrCaseSpec>): Spot<RuleOrCaseSpec> {
  const { id } = base.value;
  const { replace, ...changed } = change.value;
  if (replace === true) return { ...change, value: { ...changed, id } };
  const overlay = new Map(base.overlay);
  for (const key of Object.keys(changed) as (keyof typeof changed)[]) overlay.set(key, part(change, key)!);
  return { ...base, value: { ...base.value, ...changed, id }, overlay };
}

function disable(spot: Spot<string>, edit: Edit): void {
  const place = find(spot.value, edit.rules);
  if (place !== undefined) changeList(place, edit, (list, at) => list.toSpliced(at, 1));
  else if (!edit.guards.includes(spot.value)) {
    const isCase = spot.value.includes('/');
    const what = isCase ? `no case "${spot.value}"` : `no rule and no guard "${spot.value}"`;
    const hint = hintFor(spot.value, [...namesIn(edit.rules), ...edit.guards]);
    edit.report.error(spot, 'rule.unknown', `${what} is inherited${hint}`);
  }
}

function insert(
  id: string,
  added: Spot<readonly RuleOrCaseSpec[]>,
  { edit, shift }: { readonly edit: Edit; readonly shift: 0 | 1 },
): void {
  const place = placeOfId(id, added, edit);
  if (place === undefined) return;
  const members = parts<RuleOrCaseSpec>(added).filter(
    (member) => place.case === undefined || hasId(member, edit.report),
  );
  for (const member of members) checkKeys(member, place, edit.report);
  changeList(place, edit, (list, at) => list.toSpliced(at + shift, 0, ...members));
}

/** Where a rule stands among the rules, or a case in the route of one. */
interface Place {
  readonly rule: number;
  readonly case?: number;
}

/** The place of what an id names; one that the bases lack is reported. */
function placeOfId(id: string, spot: Spot, { rules, report }: Edit): Place | undefined {
  const place = find(id, rules);
  if (place === undefined) {
    const what = id.includes('/') ? 'case' : 'rule';
    const message = `no ${what} "${id}" is inherited${hintFor(id, namesIn(rules))}`;
    report.error(spot, 'rule.unknown', message, { atKey: true });
  }
  return place;
}

function find(id: string, rules: readonly Spot<RuleSpec>[]): Place | undefined {
  const named = rules.findIndex(({ value }) => value.id === id);
  if (named >= 0) return { rule: named };
  const rule = rules.findIndex((spot) => caseNames(spot.value).includes(id));
  return rule < 0 ? undefined : { rule, case: caseNames(rules[rule]!.value).indexOf(id) };
}

/** `identifier/doi`, as coverage and issues name it. */
function caseNames({ id, route }: RuleSpec): readonly string[] {
  return id === undefined ? [] : (route ?? []).map((one) => `${id}/${one.id}`);
}

function namesIn(rules: readonly Spot<RuleSpec>[]): readonly string[] {
  return rules.flatMap(({ value }) => (value.id === undefined ? [] : [value.id, ...caseNames(value)]));
}

/** A case is easily called by its own id alone. */
function hintFor(id: string, names: readonly string[]): string {
  const ofCase = names.find((name) => name.endsWith(`/${id}`));
  return ofCase === undefined ? didYouMean(id, names) : ` (did you mean "${ofCase}"?)`;
}

type ChangeList = (list: readonly Spot<RuleOrCaseSpec>[], at: number) => readonly Spot<RuleOrCaseSpec>[];

/** Changes the rules, or the route that a case stands in. */
function changeList(place: Place, edit: Edit, change: ChangeList): void {
  if (place.case === undefined) {
    edit.rules = change(edit.rules, place.rule);
    return;
  }
  const rule = edit.rules[place.rule]!;
  const route = part(rule, 'route')!;
  const cases = change(parts<RouteCaseSpec>(route), place.case) as readonly Spot<RouteCaseSpec>[];
  const changed = withMembers(route, cases);
  const value = { ...rule.value, route: [...changed.value] };
  const overlay = new Map(rule.overlay).set('route', changed);
  edit.rules = edit.rules.with(place.rule, { ...rule, value, overlay });
}

function checkKeys(spot: Spot<RuleOrCaseSpec>, place: Place, report: Reporter): void {
  const [known, message] =
    place.case === undefined
      ? [RULE_KEYS, 'stands in cases of a route, not in rules']
      : [[...CASE_KEYS, 'replace'], 'stands in rules, not in cases of a route'];
  for (const key of Object.keys(spot.value) as (keyof RuleOrCaseSpec)[]) {
    if (!known.includes(key))
      report.error(part(spot, key)!, 'rule.key', `"${key}" ${message}`, { atKey: true });
  }
}

/** Whether a case has an id; a rule without one is reported where it is bound. */
function hasId(spot: Spot<RuleOrCaseSpec>, report: Reporter): boolean {
  if (spot.value.id !== undefined) return true;
  report.error(spot, 'rule.id', 'a case of a route needs an id');
  return false;
}

function checkIds(rules: readonly Spot<RuleSpec>[], report: Reporter): void {
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
