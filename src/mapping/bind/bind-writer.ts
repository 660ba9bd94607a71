/** Writers: the last part of a rule or a route case, from one result to its place in the canonical record. */
import type { ExpressionSpec, RouteCaseSpec, RuleSpec } from '../load/mapping-file.ts';
import { part, type Spot } from '../load/spot.ts';
import type { Run } from '../run.ts';
import { isObjectType, resolveTarget, type Field, type ObjectType } from '../target/target-table.ts';
import { put, type Values } from '../target/write.ts';
import { bindApply } from './bind-apply.ts';
import { readsValue, type BoundExpression } from './bind-expression.ts';
import { bindItem, checkedConversion, textObject } from './bind-item.ts';
import { bindTarget, type BoundTarget } from './bind-target.ts';
import type { InputBinding, RuleScope } from './context.ts';
import { checkRequired } from './check-required.ts';
import type { ValueType } from '../transform.ts';

export interface Writer {
  readonly field: Field;
  /** Writes a result; `undefined` when `merge`, `set` and `apply` make the whole item. */
  write(scope: RuleScope, result: unknown): void;
}

export interface WriterSetup extends Pick<BoundExpression, 'gives' | 'literals' | 'stepNames'> {
  /** The type of the object that `to` counts from. */
  readonly type: ObjectType;
}

type Written = RuleSpec | RouteCaseSpec;

export function bindWriter(spot: Spot<Written>, binding: InputBinding, setup: WriterSetup): Writer {
  const to = part(spot, 'to') ?? { ...spot, value: '' };
  const mergeInto = part(spot as Spot<RuleSpec>, 'mergeInto');
  const target = bindTarget(to, binding, { from: setup.type, mergeInto });
  const { type } = target.field;
  if (!isObjectType(type)) return scalarWriter(spot, target, { binding, setup });
  return objectWriter(spot, target, { binding, setup, type });
}

/** The field that a rule's `to` leads to; `undefined` when it is wrong, which the writer reports. */
bindWriter.fieldOf = (spot: Spot<Written>, type: ObjectType): Field | undefined => {
  const resolved = resolveTarget(spot.value.to ?? '', type);
  return resolved.ok ? resolved.fields.at(-1) : undefined;
};

interface WriterParts {
  readonly binding: InputBinding;
  readonly setup: WriterSetup;
}

function scalarWriter(spot: Spot<Written>, target: BoundTarget, { binding, setup }: WriterParts): Writer {
  const { field } = target;
  for (const key of ['set', 'merge', 'as'] as const) {
    const at = part(spot, key);
    if (at === undefined || field.name === '') continue;
    binding.report.error(at, 'target.type', `"${key}" makes objects, but "${field.name}" takes plain values`);
  }
  const convert = checkedConversion(part(spot, 'to') ?? spot, setup, { binding, type: setup.type, field });
  return {
    field,
    write({ run }, result) {
      const owner = target.put(run, run.target, convert(result));
      noteScalar(run, owner, { field, setup, result });
    },
  };
}

function objectWriter(
  spot: Spot<Written>,
  target: BoundTarget,
  { binding, setup, type }: WriterParts & { readonly type: ObjectType },
): Writer {
  const { field } = target;
  const convert = checkedConversion(part(spot, 'to') ?? spot, setup, { binding, type, field });
  const fill = bindItem(spot, binding, type);
  const apply = bindApply(part(spot as Spot<RuleSpec>, 'apply'), binding, type);
  checkRequired(spot, binding, { field, type, gives: valueOf(spot.value, setup) });
  // A `set` for the text field decides about it alone, also when it finds the text blank.
  const setsText = type.textField !== undefined && hasKey(spot.value.set, type.textField);
  return {
    field,
    write(scope, result) {
      const item: Values = {};
      const inner = { run: scope.run, node: scope.node, value: scope.value, index: scope.index, item };
      const taken =
        result !== undefined &&
        takeResult(item, convert(result), { scope, type, setup, setsText, made: result });
      const said = fill(inner, item);
      const applied = apply !== undefined && apply(inner, item);
      if ((taken || said || applied) && Object.keys(item).length > 0) {
        target.put(scope.run, scope.run.target, item);
      }
    },
  };
}

/** What a rule or case makes of a value; `undefined` when `merge`, `set` and `apply` make the whole item. */
function valueOf(written: Written, { gives }: WriterSetup): ValueType | undefined {
  const makesItem = 'each' in written && !readsValue(written) && (written.set ?? written.merge ?? written.apply) !== undefined; // prettier-ignore
  return makesItem ? undefined : gives;
}

function hasKey(set: Readonly<Record<string, ExpressionSpec>> | undefined, key: string): boolean {
  return set !== undefined && Object.hasOwn(set, key);
}

interface Taking {
  readonly scope: RuleScope;
  readonly type: ObjectType;
  readonly setup: WriterSetup;
  readonly setsText: boolean;
  /** The result as the steps gave it. */
  readonly made: unknown;
}

/** Takes a result into the item, an object field by field; answers whether it said something. */
function takeResult(item: Values, result: unknown, taking: Taking): boolean {
  const { scope, type, setup, setsText, made } = taking;
  if (result === undefined) return false;
  const isObject = typeof result === 'object' && result !== null;
  if (!isObject && setsText) return false;
  const { run } = scope;
  const object = isObject ? (result as Values) : textObject(type, result);
  for (const [name, value] of Object.entries(object)) {
    if (value === undefined || value === null) continue;
    const field = type.fields.get(name);
    if (field === undefined) {
      run.refuse('target.field', `${type.name} has no field "${name}"`, value);
      continue;
    }
    put(item, field, value, run);
    run.trace?.wrote(item, name, {
      rule: run.rule,
      steps: setup.stepNames,
      confidence: run.level,
      values: [made],
    });
  }
  return Object.keys(item).length > 0;
}

function noteScalar(
  run: Run,
  owner: Values,
  { field, setup, result }: { readonly field: Field; readonly setup: WriterSetup; readonly result: unknown },
): void {
  if (run.trace === undefined) return;
  const made = { rule: run.rule, steps: setup.stepNames, confidence: run.level, values: [result] };
  const value = owner[field.name];
  if (Array.isArray(value)) run.trace.wrote(value, String(value.length - 1), made);
  else if (value !== undefined) run.trace.wrote(owner, field.name, made);
}
