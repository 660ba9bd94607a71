/** Expressions: where values come from (`from`, `const`, `first`, `case`, `each`) and the steps they go through. */
import type { InputNode } from '../paths/scope.ts';
import { bindGuarded, type Condition } from '../conditions.ts';
import type { CaseBranchSpec, ExpressionSpec, Scalar } from '../load/mapping-file.ts';
import { part, parts, placeOf, type Spot } from '../load/spot.ts';
import type { OnBad } from '../run.ts';
import { bindSteps, type BoundSteps } from '../steps.ts';
import { isObjectType, type TargetType } from '../target/target-table.ts';
import type { ValueType } from '../transform.ts';
import { bindItem } from './bind-item.ts';
import { bindOnBad } from './bind-on-bad.ts';
import { NO_VALUES, type InputBinding, type RuleScope } from './context.ts';

export interface BoundExpression {
  readonly gives: ValueType;
  /** True when it says the same of every record. */
  readonly constant: boolean;
  /** The literals it may give; they are checked against the target's vocabulary. */
  readonly literals: readonly Spot<Scalar>[];
  readonly stepNames: readonly string[];
  evaluate(scope: RuleScope): readonly unknown[];
}

/** The keys of an expression, also when they stand in a rule. */
export type ExpressionKeys = Pick<
  ExpressionSpec,
  | 'from'
  | 'const'
  | 'default'
  | 'first'
  | 'case'
  | 'each'
  | 'set'
  | 'merge'
  | 'use'
  | 'onBad'
  | 'when'
  | 'unless'
>;

/** Binds an expression; `target` is where its values go. */
export function bindExpression(
  spot: Spot<ExpressionKeys>,
  binding: InputBinding,
  target: TargetType,
): BoundExpression {
  const eachValue = readsEach(spot.value);
  const source = eachValue ? bindEachValue(spot, binding, target) : bindSource(spot, binding, target);
  // What is read of each item goes through the steps item by item.
  const use = eachValue ? undefined : part(spot, 'use');
  const steps = use && bindSteps(use, binding, source.gives);
  const onBad = bindOnBad(part(spot, 'onBad'), binding, target);
  const condition = bindGuarded(spot, binding);
  const read = steps === undefined ? source.evaluate : withSteps(source.evaluate, steps, onBad);
  return {
    gives: steps?.gives ?? source.gives,
    constant: source.constant,
    literals: steps === undefined ? source.literals : [],
    stepNames: [...source.stepNames, ...(steps?.names ?? [])],
    evaluate: condition === undefined ? read : (scope) => (condition(scope) ? read(scope) : NO_VALUES),
  };
}

type Evaluate = (scope: RuleScope) => readonly unknown[];

function withSteps(source: Evaluate, steps: BoundSteps<RuleScope>, onBad: OnBad | undefined): Evaluate {
  return (scope) => {
    const values = source(scope);
    if (values.length === 0) return values;
    const { run } = scope;
    const outer = run.onBad;
    run.onBad = onBad;
    const results = steps.run(values, scope, run);
    run.onBad = outer;
    return results;
  };
}

const VALUE_SOURCES = ['from', 'const', 'default', 'first', 'case'] as const;
const SOURCES = [...VALUE_SOURCES, 'each'] as const;

function bindSource(spot: Spot<ExpressionKeys>, binding: InputBinding, target: TargetType): BoundExpression {
  const given = SOURCES.filter((key) => spot.value[key] !== undefined);
  if (given.length !== 1) {
    const message = given.length === 0 ? `no source: one of ${SOURCES.join(', ')} is needed` : `only one of ${given.join(', ')} can be the source`; // prettier-ignore
    binding.report.error(spot, 'expression.source', message);
    return constantOf(spot as Spot<never>);
  }
  switch (given[0]!) {
    case 'from':
      return bindFrom(part(spot, 'from')!, binding);
    case 'const':
      return bindConstant(part(spot, 'const')!, binding);
    case 'default':
      return defaultOf(part(spot, 'default')!, binding);
    case 'first':
      return bindFirst(part(spot, 'first')!, binding, target);
    case 'case':
      return bindCase(part(spot, 'case')!, binding, target);
    case 'each':
      return bindEach(spot, binding, target);
  }
}

/** Reads paths; of several the first that has text. */
function bindFrom(spot: Spot<string | readonly string[]>, binding: InputBinding): BoundExpression {
  const paths = parts<string>(spot).map((path) => binding.path(path));
  return {
    gives: paths.some((path) => path.text === '.') ? 'any' : 'text',
    constant: false,
    literals: [],
    stepNames: [],
    evaluate(scope) {
      for (const path of paths) {
        const values = readNodes(path.nodes(scope), path.text, scope);
        if (values.length > 0) return values;
      }
      return NO_VALUES;
    },
  };
}

/** The texts of nodes, blank ones left out, with the run knowing which node each comes from. */
export function readNodes(nodes: readonly unknown[], path: string, scope: RuleScope): readonly unknown[] {
  const { run } = scope;
  if (nodes.length === 0) return NO_VALUES;
  const values: unknown[] = [];
  const origins: InputNode[] = [];
  for (const node of withinLimit(nodes, path, run)) {
    const isNode = typeof node === 'object' && node !== null && 'index' in node;
    const value: unknown = isNode || typeof node === 'string' ? run.consume(node as InputNode) : node;
    if (!isNode && path === '.') run.trace?.reread(scope.node, value);
    if (typeof value === 'string' && isBlank(value)) continue;
    values.push(value);
    // A value that is no node (a piece after `pre`) keeps the node it was made from.
    origins.push(isNode ? (node as InputNode) : (run.origin ?? ''));
  }
  run.origins = origins;
  run.origin = origins[0];
  return values;
}

/** At most the limit of values; more is reported, never cut silently. */
export function withinLimit<T>(values: readonly T[], path: string, run: RuleScope['run']): readonly T[] {
  const limit = run.limits.values;
  if (values.length <= limit) return values;
  run.origin = values[limit] as InputNode;
  const message = `"${path}" gives ${values.length} values; those after the ${limit}th are left out`;
  run.report('limit.values', message, { severity: 'error', value: path });
  return values.slice(0, limit);
}

function isBlank(text: string): boolean {
  const first = text.charCodeAt(0);
  // Nearly every text begins with a visible character.
  return first > 0x20 && first < 0x80 ? false : text.trim() === '';
}

const VARIABLE = /^\$(?:vars|source|header|item|mapping|run)\.\w/;

/** A literal that is written as it stands; one that looks like a variable would be written with its dollar. */
function bindConstant(spot: Spot<Scalar>, binding: InputBinding): BoundExpression {
  if (VARIABLE.test(String(spot.value))) {
    const message = `"${String(spot.value)}" would be written as it stands; a variable is read with "from"`;
    binding.report.error(spot, 'const.variable', message);
  }
  return constantOf(spot);
}

function constantOf(spot: Spot<Scalar>): BoundExpression {
  const { value } = spot;
  const values = [value];
  return {
    gives: typeof value === 'boolean' ? 'boolean' : typeof value === 'number' ? 'integer' : 'text',
    constant: true,
    literals: [spot],
    stepNames: [],
    evaluate: ({ run }) => {
      run.origins = NO_ORIGINS;
      run.trace?.constant(value);
      return values;
    },
  };
}

const NO_ORIGINS: readonly InputNode[] = [];

/** Like a constant, but marked: the record does not say it. */
function defaultOf(spot: Spot<Scalar>, binding: InputBinding): BoundExpression {
  const constant = bindConstant(spot, binding);
  return {
    ...constant,
    evaluate(scope) {
      scope.run.transform.confidence('defaulted');
      return constant.evaluate(scope);
    },
  };
}

function bindFirst(
  spot: Spot<readonly ExpressionSpec[]>,
  binding: InputBinding,
  target: TargetType,
): BoundExpression {
  const alternatives = parts<ExpressionSpec>(spot);
  alternatives.slice(0, -1).forEach((alternative) => {
    if (alternative.value.default === undefined) return;
    binding.report.error(alternative, 'default.position', '"default" can only be the last of "first"');
  });
  const bound = alternatives.map((alternative) => bindExpression(alternative, binding, target));
  return {
    ...summary(bound),
    evaluate(scope) {
      for (const alternative of bound) {
        const values = asked(scope, alternative.evaluate);
        if (values.length > 0) return values;
      }
      return NO_VALUES;
    },
  };
}

/** Evaluates while "not mine" is an answer, not a loss. */
function asked(scope: RuleScope, evaluate: Evaluate): readonly unknown[] {
  const { run } = scope;
  const outer = run.asking;
  run.asking = true;
  const values = evaluate(scope);
  run.asking = outer;
  return values;
}

function summary(bound: readonly BoundExpression[]): Omit<BoundExpression, 'evaluate'> {
  const types = new Set(bound.map(({ gives }) => gives));
  return {
    gives: types.size === 1 ? [...types][0]! : 'any',
    constant: bound.every(({ constant }) => constant),
    literals: bound.flatMap(({ literals }) => literals),
    stepNames: [],
  };
}

function bindCase(
  spot: Spot<readonly CaseBranchSpec[]>,
  binding: InputBinding,
  target: TargetType,
): BoundExpression {
  const branches = parts<CaseBranchSpec>(spot);
  branches.slice(0, -1).forEach((branch, i) => {
    if (branch.value.else === undefined) return;
    const next = branches[i + 1]!;
    binding.report.error(next, 'case.unreachable', 'a branch after "else" is never reached');
  });
  const bound = branches.map((branch) => bindBranch(branch, binding, target));
  return {
    ...summary(bound.map(({ then }) => then)),
    evaluate(scope) {
      for (const { holds, then, at } of bound) {
        if (!holds(scope)) continue;
        scope.run.coverage?.took(at);
        return then.evaluate(scope);
      }
      return NO_VALUES;
    },
  };
}

function bindBranch(
  spot: Spot<CaseBranchSpec>,
  binding: InputBinding,
  target: TargetType,
): { readonly holds: Condition<RuleScope>; readonly then: BoundExpression; readonly at: string } {
  const { when, then, else: otherwise } = spot.value;
  if ((then === undefined) === (otherwise === undefined) || (when === undefined) !== (then === undefined)) {
    binding.report.error(spot, 'case.branch', 'a branch is either "when" with "then", or "else"');
  }
  const value = part(spot, 'then') ?? part(spot, 'else') ?? { ...spot, value: '' };
  const bound =
    typeof value.value === 'object'
      ? bindExpression(value as Spot<ExpressionSpec>, binding, target)
      : bindConstant(value as Spot<Scalar>, binding);
  const at = placeOf(spot);
  binding.branches.set(at, { at, when: when === undefined ? 'else' : JSON.stringify(when) });
  return { holds: bindGuarded(spot, binding) ?? (() => true), then: bound, at };
}

/** Whether `each` reads values, rather than making objects of `set` and `merge`. */
function readsEach({ each, set, merge }: ExpressionKeys): boolean {
  return each !== undefined && set === undefined && merge === undefined;
}

/** Values item by item: `{ each: author, from: given|family, use: join }`. */
function bindEachValue(
  spot: Spot<ExpressionKeys>,
  binding: InputBinding,
  target: TargetType,
): BoundExpression {
  const path = binding.path(part(spot, 'each')!);
  const expression = bindExpression(ofItem(spot), binding, target);
  return {
    ...expression,
    constant: false,
    evaluate(scope) {
      const { run, item } = scope;
      const values: unknown[] = [];
      const origins: InputNode[] = [];
      (withinLimit(path.nodes(scope), path.text, run) as readonly InputNode[]).forEach((node, index) => {
        for (const value of expression.evaluate({ run, node, value: undefined, index, item })) {
          values.push(value);
          origins.push(node);
        }
      });
      run.origins = origins;
      return values;
    },
  };
}

/** Whether something of each item is read for the target itself, beside what `set` and `merge` make. */
export function readsValue(keys: ExpressionKeys): boolean {
  return [...VALUE_SOURCES, 'use' as const].some((key) => keys[key] !== undefined);
}

/** What is read of one item of `each`: the keys that give a value; the item itself where none says from where. */
export function ofItem(spot: Spot<ExpressionKeys>): Spot<ExpressionKeys> {
  const kept = [...VALUE_SOURCES, 'use', 'onBad'] as const;
  const value = Object.fromEntries(kept.map((key) => [key, spot.value[key]])) as ExpressionKeys;
  const overlay = new Map([...(spot.overlay ?? [])].filter(([key]) => key in value));
  if (VALUE_SOURCES.some((key) => value[key] !== undefined)) return { ...spot, value, overlay };
  const self = { ...spot, value: '.' };
  return { ...spot, value: { ...value, from: '.' }, overlay: overlay.set('from', self) };
}

/** Objects inside an item: `{ each: mods:affiliation, set: { name: … } }`. */
function bindEach(spot: Spot<ExpressionKeys>, binding: InputBinding, target: TargetType): BoundExpression {
  const path = binding.path(part(spot, 'each')!);
  if (!isObjectType(target)) {
    const message = '"each" with "set" or "merge" makes objects, but the target takes plain values';
    binding.report.error(spot, 'target.type', message);
    return constantOf({ ...spot, value: '' });
  }
  const fill = bindItem(spot, binding, target);
  return {
    gives: 'any',
    constant: false,
    literals: [],
    stepNames: [],
    evaluate(scope) {
      const nodes = withinLimit(path.nodes(scope), path.text, scope.run);
      const made: unknown[] = [];
      nodes.forEach((node, index) => {
        const item = {};
        const inner = { run: scope.run, node: node as InputNode, value: undefined, index, item };
        if (fill(inner, item)) made.push(item);
      });
      return made;
    },
  };
}
