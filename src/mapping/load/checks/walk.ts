/** Walks through everything that a resolved mapping says, with the place in a record at which it is said. */
import type {
  CaseBranchSpec,
  ConditionSpec,
  ExpressionSpec,
  RouteCaseSpec,
  RuleSpec,
  StepsSpec,
} from '../mapping-file.ts';
import type { ResolvedMapping } from '../resolve-mappings.ts';
import { entries, part, parts, type Spot } from '../spot.ts';

/** Where in a record something is said. */
export interface Place {
  /** The paths of `each` that lead there, from the root on. */
  readonly within: readonly Spot<string>[];
  /** The steps that the value which `.` stands for has gone through. */
  readonly steps: readonly Spot<StepsSpec>[];
  /** In a guard. */
  readonly guard?: true;
}

/** Is told of what it asks for. */
export interface Visitor {
  /** Paths that a mapping reads; not those that it ignores, nor what a guard looks for that should not be there. */
  path?(spot: Spot<string>, place: Place): void;
  condition?(spot: Spot<ConditionSpec>, place: Place): void;
  /** Steps, with the ones before them. */
  steps?(spot: Spot<StepsSpec>, place: Place): void;
  route?(cases: readonly Spot<RouteCaseSpec>[]): void;
  branches?(branches: readonly Spot<CaseBranchSpec>[]): void;
  /** The members of `first`. */
  alternatives?(alternatives: readonly Spot<ExpressionSpec>[]): void;
}

/** Walks through a mapping; guards and rules that `isKnown` says yes to are left out. */
export function walkMapping(
  mapping: ResolvedMapping,
  visitor: Visitor,
  isKnown: (spot: Spot) => boolean = () => false,
): void {
  const walk: Walk = { mapping, visitor, openBlocks: [] };
  for (const guard of mapping.guards) if (!isKnown(guard)) walkGuarded(guard, { ...ROOT, guard: true }, walk);
  for (const rule of mapping.rules) if (!isKnown(rule)) walkRule(rule, ROOT, walk);
}

const ROOT: Place = { within: [], steps: [] };

interface Walk {
  readonly mapping: ResolvedMapping;
  readonly visitor: Visitor;
  readonly openBlocks: readonly string[];
}

type Guarded = { readonly when?: ConditionSpec | undefined; readonly unless?: ConditionSpec | undefined };

function walkGuarded(spot: Spot<Guarded>, place: Place, walk: Walk): void {
  for (const key of ['when', 'unless'] as const) {
    const condition = part(spot, key);
    if (condition !== undefined) walkCondition(condition, place, walk);
  }
}

const WITH_PATH = ['equals', 'in', 'missingIn', 'matches', 'differs'] as const;

function walkCondition(spot: Spot<ConditionSpec>, place: Place, walk: Walk): void {
  walk.visitor.condition?.(spot, place);
  if (place.guard !== true) visitPaths(part(spot, 'exists'), place, walk);
  visitPaths(part(spot, 'missing'), place, walk);
  for (const key of WITH_PATH) {
    const operands = part(spot, key) as Spot<readonly [string, unknown]> | undefined;
    if (operands !== undefined) visitPaths(part(operands, 0), place, walk);
  }
  const differs = part(spot, 'differs') as Spot<readonly [string, string]> | undefined;
  if (differs !== undefined) visitPaths(part(differs, 1), place, walk);
  for (const key of ['all', 'any'] as const) {
    const inner = part(spot, key);
    for (const one of inner === undefined ? [] : parts<ConditionSpec>(inner)) walkCondition(one, place, walk);
  }
  const not = part(spot, 'not');
  if (not !== undefined) walkCondition(not, place, walk);
}

function visitPaths(spot: Spot<string | readonly string[]> | undefined, place: Place, walk: Walk): void {
  for (const path of spot === undefined ? [] : parts<string>(spot)) walk.visitor.path?.(path, place);
}

function walkRule(spot: Spot<RuleSpec>, place: Place, walk: Walk): void {
  const { each, to } = spot.value;
  const apply = part(spot, 'apply');
  if (apply !== undefined && each === undefined && to === undefined) return walkBlock(apply, place, walk);
  const inner = each === undefined ? place : enter(part(spot, 'each')!, place, walk);
  const value = walkSteps(part(spot, 'pre'), inner, walk);
  walkGuarded(spot, value, walk);
  const used = walkSource(spot, value, walk);
  const route = part(spot, 'route');
  if (route !== undefined) walkRoute(parts<RouteCaseSpec>(route), value, walk);
  walkItem(spot, used, walk);
  if (apply !== undefined) walkBlock(apply, value, walk);
  walkSteps(part(spot, 'after'), place, walk);
}

/** A block that applies itself is walked through twice: from outside, and from inside itself. */
function walkBlock(name: Spot<string>, place: Place, walk: Walk): void {
  const block = walk.mapping.blocks.get(name.value);
  const times = walk.openBlocks.filter((open) => open === name.value).length;
  if (block === undefined || times > 1) return;
  const inner = { ...walk, openBlocks: [...walk.openBlocks, name.value] };
  for (const rule of parts<RuleSpec>(block)) walkRule(rule, place, inner);
}

function enter(each: Spot<string>, place: Place, walk: Walk): Place {
  walk.visitor.path?.(each, place);
  return { within: [...place.within, each], steps: [] };
}

/** The place after steps: `.` is what they gave. */
function walkSteps(spot: Spot<StepsSpec> | undefined, place: Place, walk: Walk): Place {
  if (spot === undefined) return place;
  walk.visitor.steps?.(spot, place);
  return { ...place, steps: [...place.steps, spot] };
}

type Source = Pick<ExpressionSpec, 'from' | 'first' | 'case' | 'use'>;

/** What `from`, `first`, `case` and `use` read; answers the place of what is made of it. */
function walkSource(spot: Spot<Source>, place: Place, walk: Walk): Place {
  visitPaths(part(spot, 'from'), place, walk);
  const first = part(spot, 'first');
  if (first !== undefined) walkAlternatives(parts<ExpressionSpec>(first), place, walk);
  const branches = part(spot, 'case');
  if (branches !== undefined) walkBranches(parts<CaseBranchSpec>(branches), place, walk);
  // Only `.` goes on with what it had gone through already.
  const reads = spot.value.from === undefined || spot.value.from === '.' ? place : { ...place, steps: [] };
  return walkSteps(part(spot, 'use'), reads, walk);
}

function walkExpression(spot: Spot<ExpressionSpec>, place: Place, walk: Walk): void {
  walkGuarded(spot, place, walk);
  const each = part(spot, 'each');
  if (each === undefined) return walkItem(spot, walkSource(spot, place, walk), walk);
  // What is read of each item is read inside it.
  const inner = enter(each, place, walk);
  walkSource(spot, inner, walk);
  walkItem(spot, inner, walk);
}

function walkItem(spot: Spot<Pick<ExpressionSpec, 'merge' | 'set'>>, place: Place, walk: Walk): void {
  const merge = part(spot, 'merge');
  for (const one of merge === undefined ? [] : parts<ExpressionSpec>(merge)) walkExpression(one, place, walk);
  for (const [, one] of entries<ExpressionSpec>(part(spot, 'set'))) walkExpression(one, place, walk);
}

function walkAlternatives(alternatives: readonly Spot<ExpressionSpec>[], place: Place, walk: Walk): void {
  walk.visitor.alternatives?.(alternatives);
  for (const one of alternatives) walkExpression(one, place, walk);
}

function walkBranches(branches: readonly Spot<CaseBranchSpec>[], place: Place, walk: Walk): void {
  walk.visitor.branches?.(branches);
  for (const branch of branches) {
    walkGuarded(branch, place, walk);
    for (const key of ['then', 'else'] as const) {
      const value = part(branch, key);
      if (typeof value?.value === 'object') walkExpression(value as Spot<ExpressionSpec>, place, walk);
    }
  }
}

function walkRoute(cases: readonly Spot<RouteCaseSpec>[], place: Place, walk: Walk): void {
  walk.visitor.route?.(cases);
  for (const one of cases) {
    walkGuarded(one, place, walk);
    walkItem(one, walkSource(one, place, walk), walk);
  }
}
