/** Items: objects that are put together by `merge`, `as` and `set`. */
import type { ExpressionSpec, Scalar } from '../load/mapping-file.ts';
import { entries, part, parts, type Spot } from '../load/spot.ts';
import { didYouMean } from '../../yaml/did-you-mean.ts';
import { conversionTo } from '../target/conversions.ts';
import {
  isObjectType,
  resolveTarget,
  type Field,
  type ObjectType,
  type ScalarType,
} from '../target/target-table.ts';
import { put, type Values } from '../target/write.ts';
import type { BoundExpression } from './bind-expression.ts';
import type { InputBinding, RuleScope } from './context.ts';

/** Fills an item; answers whether the record itself said something for it, not only constants. */
export type FillItem = (scope: RuleScope, item: Values) => boolean;

export interface ItemKeys {
  readonly merge?: readonly ExpressionSpec[] | undefined;
  readonly as?: Readonly<Record<string, Scalar>> | undefined;
  readonly set?: Readonly<Record<string, ExpressionSpec>> | undefined;
}

/** Binds the keys that make an item; what is set explicitly goes before what was merged. */
export function bindItem(spot: Spot<ItemKeys>, around: InputBinding, type: ObjectType): FillItem {
  const binding = around.making(type);
  const merge = part(spot, 'merge');
  const fills = [
    ...(merge === undefined ? [] : parts<ExpressionSpec>(merge)).map((member) =>
      bindMerge(member, binding, type),
    ),
    ...entries(part(spot, 'as')).map(([key, value]) => bindConstant(key, value, { binding, type })),
    ...entries(part(spot, 'set')).map(([key, value]) => bindSet(key, value, { binding, type })),
  ];
  const speaking = fills.some(({ constant }) => !constant);
  return (scope, item) => {
    let said = !speaking;
    for (const { fill, constant } of fills) if (fill(scope, item) && !constant) said = true;
    return said;
  };
}

interface Fill {
  readonly constant: boolean;
  readonly fill: FillItem;
}

interface ItemPlace {
  readonly binding: InputBinding;
  readonly type: ObjectType;
}

function bindMerge(spot: Spot<ExpressionSpec>, binding: InputBinding, type: ObjectType): Fill {
  const expression = binding.expression(spot, binding, type);
  const convert = checkedConversion(spot, expression, { binding, type, field: undefined });
  return {
    constant: expression.constant,
    fill(scope, item) {
      const { run } = scope;
      run.trace?.begin();
      run.level = 'certain';
      const values = expression.evaluate(scope);
      for (const value of values)
        mergeValue(convert(value), item, { scope, type, expression, made: [value] });
      return values.length > 0;
    },
  };
}

interface Merging {
  readonly scope: RuleScope;
  readonly type: ObjectType;
  readonly expression: BoundExpression;
  /** The values as the steps gave them. */
  readonly made: readonly unknown[];
}

function mergeValue(value: unknown, item: Values, { scope, type, expression, made }: Merging): void {
  const object = typeof value === 'object' && value !== null ? (value as Values) : textObject(type, value);
  for (const [name, member] of Object.entries(object)) {
    if (member === undefined || member === null) continue;
    const field = type.fields.get(name);
    if (field === undefined) {
      scope.run.refuse('target.field', `${type.name} has no field "${name}"`, member);
      continue;
    }
    put(item, field, member, scope.run);
    noteWritten(scope, item, { field, expression, made });
  }
}

/** A bare value stands in the type's text field. */
export function textObject(type: ObjectType, value: unknown): Values {
  return type.textField === undefined ? {} : { [type.textField]: value };
}

function bindConstant(key: string, spot: Spot<Scalar>, place: ItemPlace): Fill {
  const expressionSpot = { ...spot, value: { const: spot.value }, overlay: new Map([['const', spot]]) };
  return { ...bindSet(key, expressionSpot, place), constant: true };
}

function bindSet(key: string, spot: Spot<ExpressionSpec>, { binding, type }: ItemPlace): Fill {
  const resolved = resolveTarget(key, type);
  if (!resolved.ok) {
    const message = `${type.name} has no "${key}"${didYouMean(key, [...type.fields.keys()])}`;
    binding.report.error(spot, 'target.unknown', message, { atKey: true });
    return { constant: true, fill: () => false };
  }
  const owners = resolved.fields.slice(0, -1);
  const field = resolved.fields.at(-1)!;
  const expression = binding.expression(spot, binding, field.type);
  // An identifier recognised for the `value` of an identifier brings its other fields along.
  const isWhole = expression.gives === type.name && !isObjectType(field.type) && owners.length === 0;
  const convert = isWhole ? same : checkedConversion(spot, expression, { binding, type, field });
  return {
    constant: expression.constant,
    fill(scope, item) {
      const { run } = scope;
      run.trace?.begin();
      run.level = 'certain';
      const values = expression.evaluate(scope);
      if (values.length === 0) return false;
      if (isWhole) return setWhole(values, item, { scope, type, expression, field, made: values });
      let owner = item;
      for (const { name } of owners) owner = (owner[name] ??= {}) as Values;
      replaceField(owner, field, values.map(convert), scope);
      noteWritten(scope, owner, { field, expression, made: values });
      return true;
    },
  };
}

function same(value: unknown): unknown {
  return value;
}

/** What is set takes the place of what was merged. */
function replaceField(owner: Values, field: Field, values: readonly unknown[], { run }: RuleScope): void {
  const merged = owner[field.name];
  if (merged !== undefined) owner[field.name] = undefined;
  for (const value of values) put(owner, field, value, run);
  if (merged === undefined || owner[field.name] !== undefined) return;
  owner[field.name] = merged;
}

function setWhole(
  values: readonly unknown[],
  item: Values,
  setting: Merging & { readonly field: Field },
): boolean {
  const { scope, type, field } = setting;
  for (const value of values) {
    const object = typeof value === 'object' && value !== null ? (value as Values) : { [field.name]: value };
    for (const [name, member] of Object.entries(object)) {
      const own = type.fields.get(name);
      // What the mapping set before (a scheme) stands, except in the field that is being set.
      if (own === undefined || member === undefined || (item[name] !== undefined && own !== field)) continue;
      put(item, own, member, scope.run);
    }
  }
  noteWritten(scope, item, setting);
  return item[field.name] !== undefined;
}

function noteWritten(
  { run }: RuleScope,
  owner: Values,
  { field, expression, made }: Pick<Merging, 'expression' | 'made'> & { readonly field: Field },
): void {
  if (run.trace === undefined || owner[field.name] === undefined) return;
  const { rule, level } = run;
  run.trace.wrote(owner, field.name, { rule, steps: expression.stepNames, confidence: level, values: made });
}

/** How values enter their place; a type that cannot, and literals outside the vocabulary, are reported. */
export function checkedConversion(
  spot: Spot,
  expression: Pick<BoundExpression, 'gives' | 'literals'>,
  place: ItemPlace & { readonly field: Field | undefined },
): (value: unknown) => unknown {
  const { binding } = place;
  const target = place.field?.type ?? place.type;
  const convert = conversionTo(target, expression.gives);
  if (convert === undefined) {
    const wanted = isObjectType(target) ? target.name : target.kind;
    const name = place.field === undefined ? place.type.name : `"${place.field.name}"`;
    binding.report.error(spot, 'target.type', `${name} takes ${wanted}, but gets ${expression.gives}`);
    return same;
  }
  if (!isObjectType(target)) {
    for (const literal of expression.literals) checkLiteral(literal, target, binding);
  }
  return convert;
}

function checkLiteral(literal: Spot<Scalar>, { values, pattern }: ScalarType, binding: InputBinding): void {
  const text = String(literal.value);
  if (values !== undefined && !values.includes(text)) {
    const hint = didYouMean(text, values);
    binding.report.error(literal, 'target.enum', `"${text}" is not one of ${values.join(', ')}${hint}`);
  }
  if (pattern !== undefined && !pattern.test(text)) {
    binding.report.error(literal, 'target.pattern', `"${text}" does not look like ${pattern.source}`);
  }
}
