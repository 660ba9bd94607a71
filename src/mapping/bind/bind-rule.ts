/** Rules: select, transform, write. Each form is bound to one function of a scope. */
import { bindGuarded } from '../conditions.ts';
import type { RouteCaseSpec, RuleSpec } from '../load/mapping-file.ts';
import { part, parts, placeOf, type Spot } from '../load/spot.ts';
import type { InputNode } from '../paths/scope.ts';
import { readNodes } from './bind-expression.ts';
import type { RuleName, Run } from '../run.ts';
import { bindSteps, type BoundSteps } from '../steps.ts';
import { fillLists, type Values } from '../target/write.ts';
import { DESCRIPTION, isObjectType, type ObjectType } from '../target/target-table.ts';
import { bindCheck } from './bind-check.ts';
import { bindExpression, ofItem, readsValue, withinLimit } from './bind-expression.ts';
import { bindRoute } from './bind-route.ts';
import { store } from './bind-target.ts';
import { bindWriter } from './bind-writer.ts';
import { remembering, watchReads, type MakeItems } from './repeated-items.ts';
import { NO_VALUES, type BoundRule, type InputBinding, type RuleScope } from './context.ts';

/** Binds a rule that writes into objects of a type: the description, or what a block is applied to. */
export function bindRule(spot: Spot<RuleSpec>, binding: InputBinding, type: ObjectType): BoundRule {
  if (isBareApply(spot.value)) return bindBareApply(part(spot, 'apply')!, binding, type);
  checkForm(spot, binding);
  const name: RuleName = { id: spot.value.id ?? '?', at: placeOf(spot) };
  const body = bindBody(spot, binding, type);
  const after = part(spot, 'after');
  const finish = after && bindSteps(after, binding, 'any');
  const check = bindCheck(part(spot, 'check'), binding);
  return (scope) => {
    const { run } = scope;
    const outer = { rule: run.rule, batches: run.batches };
    run.rule = name;
    run.batches = finish === undefined ? undefined : [];
    body(scope);
    if (finish !== undefined) finishBatches(run, scope, finish);
    check?.(run);
    run.rule = outer.rule;
    run.batches = outer.batches;
  };
}

function isBareApply(rule: RuleSpec): boolean {
  return rule.apply !== undefined && rule.each === undefined && rule.to === undefined;
}

/** `- apply: core`: the block's rules, as if they stood here. */
function bindBareApply(spot: Spot<string>, binding: InputBinding, type: ObjectType): BoundRule {
  const block = binding.block(spot, type);
  if (block === undefined || block.isOpen) {
    if (block !== undefined)
      binding.report.error(spot, 'block.cycle', `the block "${spot.value}" applies itself to ${type.name}`);
    return () => undefined;
  }
  const { rules } = block;
  return (scope) => {
    for (const rule of rules()) rule(scope);
  };
}

function bindBody(spot: Spot<RuleSpec>, binding: InputBinding, type: ObjectType): BoundRule {
  if (spot.value.each !== undefined) return bindItems(spot, binding, type);
  const condition = bindGuarded(spot, binding);
  if (isListRule(spot.value)) return bindListRule(spot, binding, type);
  const body = bindValues(spot, binding, type);
  return condition === undefined ? body : (scope) => void (condition(scope) && body(scope));
}

/** A rule with only `to` and `after` works on the whole list as all rules before it left it. */
function isListRule(rule: RuleSpec): boolean {
  return rule.after !== undefined && SOURCE_KEYS.every((key) => rule[key] === undefined);
}

const SOURCE_KEYS = ['from', 'const', 'first', 'case', 'route', 'each', 'merge', 'set'] as const;

function bindListRule(spot: Spot<RuleSpec>, binding: InputBinding, type: ObjectType): BoundRule {
  const writer = bindWriter(spot, binding, { type, gives: 'any', literals: [], stepNames: [] });
  return ({ run }) => {
    const owner = run.target;
    const { field } = writer;
    const items = (owner[field.name] ?? []) as unknown[];
    if (items.length === 0 || !field.many) return;
    run.coverage?.fired(run.rule.id);
    owner[field.name] = [];
    run.batches?.push({ owner, field, items });
  };
}

function bindValues(spot: Spot<RuleSpec>, binding: InputBinding, type: ObjectType): BoundRule {
  const field = bindWriter.fieldOf(spot, type);
  const expression = bindExpression(spot, binding, field?.type ?? { kind: 'any' });
  const writer = bindWriter(spot, binding, { type, ...expression });
  const fired = noting(spot.value);
  return (scope) => {
    const { run } = scope;
    run.trace?.begin();
    run.level = 'certain';
    const values = expression.evaluate(scope);
    for (let i = 0; i < values.length; i += 1) {
      const value = values[i];
      fired(run, value);
      writer.write({ run, node: scope.node, value, index: i, item: undefined }, value);
    }
  };
}

/** `each`: one scope per node, or per value that `pre` makes of it. */
function bindItems(spot: Spot<RuleSpec>, binding: InputBinding, type: ObjectType): BoundRule {
  const path = binding.path(part(spot, 'each')!);
  const { binding: watched, isSelfContained } = watchReads(binding);
  const makeItems = bindItemsOf(spot, watched, type);
  const make = type === DESCRIPTION && isSelfContained() ? remembering(makeItems) : makeItems;
  return (scope) => {
    let index = 0;
    for (const node of withinLimit(path.nodes(scope), path.text, scope.run) as readonly InputNode[]) {
      index += make(scope, node, index);
    }
  };
}

/** What is made of one node that `each` found. */
function bindItemsOf(spot: Spot<RuleSpec>, binding: InputBinding, type: ObjectType): MakeItems {
  const pre = part(spot, 'pre');
  const prepare = pre && bindSteps(pre, binding, 'text');
  const offer = bindOffer(spot, binding, { type, gives: prepare?.gives ?? 'text' });
  const condition = bindGuarded(spot, binding);
  return (scope, node, first) => {
    const { run } = scope;
    const values = prepare === undefined ? ITSELF : prepared(node, scope, prepare);
    for (let i = 0; i < values.length; i += 1) {
      const inner: RuleScope = { run, node, value: values[i], index: first + i, item: undefined };
      // One that the condition lets go has its place, too: `when: { index: 1 }` is the second.
      if (condition !== undefined && !condition(inner)) continue;
      run.trace?.begin();
      offer(inner);
    }
    return values.length;
  };
}

/** The node is its own value. */
const ITSELF: readonly unknown[] = [undefined];

function prepared(node: InputNode, scope: RuleScope, pre: BoundSteps<RuleScope>): readonly unknown[] {
  const values = readNodes([node], '.', scope);
  return values.length === 0 ? NO_VALUES : pre.run(values, scope, scope.run);
}

type Offer = (scope: RuleScope) => void;

/** What is done with one item: routed, made by `use`, or made by `merge`, `set` and `apply` alone. */
function bindOffer(
  spot: Spot<RuleSpec>,
  binding: InputBinding,
  setup: { readonly type: ObjectType; readonly gives: BoundSteps<RuleScope>['gives'] },
): Offer {
  const route = part(spot, 'route');
  if (route !== undefined) return bindRoute(parts<RouteCaseSpec>(route), binding, setup);
  if (readsValue(spot.value) || !makesItem(spot.value)) return bindUsed(spot, binding, setup);
  const writer = bindWriter(spot, binding, { ...setup, gives: 'any', literals: [], stepNames: [] });
  const fired = noting(spot.value);
  return (scope) => {
    scope.run.origin = scope.node;
    fired(scope.run, undefined);
    writer.write(scope, undefined);
  };
}

function makesItem(rule: RuleSpec): boolean {
  return rule.set !== undefined || rule.merge !== undefined || rule.apply !== undefined;
}

/** `each` with a value of each item: the item itself, or what `from`, `first` … read of it. */
function bindUsed(spot: Spot<RuleSpec>, binding: InputBinding, setup: { readonly type: ObjectType }): Offer {
  const field = bindWriter.fieldOf(spot, setup.type);
  const expression = bindExpression(ofItem(spot), binding, field?.type ?? { kind: 'any' });
  const writer = bindWriter(spot, binding, { type: setup.type, ...expression });
  const fired = noting(spot.value);
  return (scope) => {
    const { run } = scope;
    for (const value of expression.evaluate(scope)) {
      fired(run, value);
      writer.write({ run, node: scope.node, value, index: scope.index, item: scope.item }, value);
    }
  };
}

/** Notes for coverage that the rule took a value, and reports it where the rule says `warn`. */
function noting({ warn }: RuleSpec): (run: Run, value: unknown) => void {
  return (run, value) => {
    run.coverage?.fired(run.rule.id);
    if (warn !== undefined) run.report(warn, `the rule "${run.rule.id}" took this value`, { value });
  };
}

/** Runs `after` over what the rule made for each list, then puts it there. */
function finishBatches(run: Run, scope: RuleScope, after: BoundSteps<RuleScope>): void {
  const batches = run.batches ?? [];
  run.batches = undefined;
  // What a list step reports is about no single node.
  run.origins = [];
  run.origin = undefined;
  for (const { owner, field, items } of batches) {
    if (isObjectType(field.type)) for (const item of items) fillLists(item as Values, field.type);
    for (const item of after.run(items, scope, run)) store(run, { owner, field }, item);
  }
}

function checkForm(spot: Spot<RuleSpec>, binding: InputBinding): void {
  const rule = spot.value;
  const error = (code: string, message: string): void => binding.report.error(spot, code, message);
  if (rule.id === undefined) error('rule.id', 'a rule needs an id');
  if (rule.route === undefined && rule.to === undefined) error('rule.target', 'a rule needs "to" or "route"');
  if (rule.route !== undefined && rule.to !== undefined)
    error('rule.target', 'each case of a route has its own "to"');
  if (rule.route !== undefined && rule.each === undefined) error('rule.each', '"route" needs "each"');
  if (rule.pre !== undefined && rule.each === undefined) error('rule.each', '"pre" needs "each"; use "use"');
}
