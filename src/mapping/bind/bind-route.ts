/** `route`: each value is offered to recognisers in turn; the first that says yes claims it. */
import { bindGuarded } from '../conditions.ts';
import type { RouteCaseSpec } from '../load/mapping-file.ts';
import { part, parts, placeOf, type Spot } from '../load/spot.ts';
import type { Path } from '../binding.ts';
import type { RuleName } from '../run.ts';
import { bindSteps, type BoundSteps } from '../steps.ts';
import type { ObjectType } from '../target/target-table.ts';
import type { ValueType } from '../transform.ts';
import { readNodes } from './bind-expression.ts';
import { bindOnBad } from './bind-on-bad.ts';
import { bindWriter } from './bind-writer.ts';
import { NO_VALUES, type InputBinding, type RuleScope } from './context.ts';

interface RouteSetup {
  readonly type: ObjectType;
  /** What `pre` makes of the values. */
  readonly gives: ValueType;
}

/** True when the case took the value. */
type Claim = (scope: RuleScope, value: unknown) => boolean;

export function bindRoute(
  cases: readonly Spot<RouteCaseSpec>[],
  binding: InputBinding,
  setup: RouteSetup,
): (scope: RuleScope) => void {
  checkCases(cases, binding);
  const claims = cases.map((spot, i) => {
    return bindCase(spot, binding, { ...setup, isLast: i === cases.length - 1 });
  });
  return (scope) => {
    const { run } = scope;
    const [value] = scope.value === undefined ? readNodes([scope.node], '.', scope) : [scope.value];
    run.origins = [scope.node];
    run.origin = scope.node;
    for (const claim of claims) if (claim(scope, value)) return;
    if (value !== undefined) {
      run.report('route.unclaimed', 'no case of the route knows this value', { value });
    }
  };
}

function bindCase(
  spot: Spot<RouteCaseSpec>,
  binding: InputBinding,
  setup: RouteSetup & { readonly isLast: boolean },
): Claim {
  const from = part(spot, 'from');
  const paths = from === undefined ? undefined : parts<string>(from).map((path) => binding.path(path));
  const use = part(spot, 'use');
  const errors = binding.report.issues.length;
  const steps = use && bindSteps(use, binding, paths === undefined ? setup.gives : 'text');
  // The last case may claim all that is left, as `else` does.
  const mustRecognise =
    spot.value.else === undefined && !setup.isLast && binding.report.issues.length === errors;
  if (steps !== undefined && mustRecognise && !steps.recogniser) {
    const message = `no step of the case "${spot.value.id}" recognises anything: it claims every value; write "else: true"`;
    binding.report.error(use!, 'route.recogniser', message);
  }
  const condition = bindGuarded(spot, binding);
  const recognise = recogniserOf(spot, binding, { setup, steps });
  return (scope, value) => {
    if (condition !== undefined && !condition(scope)) return false;
    if (paths === undefined) return value !== undefined && recognise(scope, [value]);
    return paths.some((path) => {
      const values = valuesAt(path, value, scope);
      return values.length > 0 && recognise(scope, values);
    });
  };
}

function valuesAt(path: Path<RuleScope>, value: unknown, scope: RuleScope): readonly unknown[] {
  if (path.text !== '.') return readNodes(path.nodes(scope), path.text, scope);
  return value === undefined ? NO_VALUES : [value];
}

function recogniserOf(
  spot: Spot<RouteCaseSpec>,
  binding: InputBinding,
  { setup, steps }: { readonly setup: RouteSetup; readonly steps: BoundSteps<RuleScope> | undefined },
): (scope: RuleScope, values: readonly unknown[]) => boolean {
  const field = bindWriter.fieldOf(spot, setup.type);
  const onBad = bindOnBad(part(spot, 'onBad'), binding, field?.type ?? { kind: 'any' });
  const gives = steps?.gives ?? setup.gives;
  const writer = bindWriter(spot, binding, {
    type: setup.type,
    gives,
    literals: [],
    stepNames: steps?.names ?? [],
  });
  const { id, warn } = spot.value;
  const name = { id, at: placeOf(spot) };
  const names = new Map<string, RuleName>();
  return (scope, values) => {
    const { run } = scope;
    const { rule: outerRule, onBad: outerOnBad, asking: outerAsking, declined: outerDeclined } = run;
    run.rule = ruleNamed(names, outerRule.id, name);
    run.onBad = onBad;
    run.asking = true;
    run.declined = 0;
    run.level = 'certain';
    const results = steps === undefined ? values : steps.run(values, scope, run);
    const claimed = results.length > 0 || run.declined === 0;
    run.asking = outerAsking;
    run.onBad = outerOnBad;
    run.declined = outerDeclined;
    if (claimed) {
      run.coverage?.fired(run.rule.id);
      run.coverage?.fired(outerRule.id);
      if (warn !== undefined) run.report(warn, `the case "${id}" took this value`, { value: values[0] });
      for (const result of results) writer.write(scopeOf(scope, result, values[0]), result);
    }
    run.rule = outerRule;
    return claimed;
  };
}

/** `.` in `set` is a text that the steps gave, or what they were given when they made an object of it. */
function scopeOf(scope: RuleScope, result: unknown, value: unknown): RuleScope {
  const { run, node, index, item } = scope;
  return { run, node, value: typeof result === 'object' ? value : result, index, item };
}

function ruleNamed(names: Map<string, RuleName>, rule: string, name: { id: string; at: string }): RuleName {
  let known = names.get(rule);
  if (known === undefined) names.set(rule, (known = { id: `${rule}/${name.id}`, at: name.at }));
  return known;
}

function checkCases(cases: readonly Spot<RouteCaseSpec>[], binding: InputBinding): void {
  const ids = new Set<string>();
  let closed = false;
  for (const spot of cases) {
    const { id, to, use, else: otherwise, when, unless } = spot.value;
    if (ids.has(id)) binding.report.error(spot, 'rule.duplicate', `a second case with the id "${id}"`);
    ids.add(id);
    if (closed) binding.report.error(spot, 'route.unreachable', `the case "${id}" stands after "else"`);
    if (to === undefined) binding.report.error(spot, 'rule.target', `the case "${id}" needs "to"`);
    if (use === undefined && otherwise === undefined) {
      binding.report.error(spot, 'route.recogniser', `the case "${id}" needs "use" or "else: true"`);
    }
    closed ||= otherwise === true && when === undefined && unless === undefined;
  }
}
