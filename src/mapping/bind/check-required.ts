/** Objects that a rule makes and that can never be whole, since nothing gives a field without which they are left out. */
import { writtenOut } from '../load/checks/text-state.ts';
import type { ExpressionSpec, RouteCaseSpec, RuleSpec } from '../load/mapping-file.ts';
import { entries, part, parts, type Spot } from '../load/spot.ts';
import { isObjectType, type Field, type ObjectType } from '../target/target-table.ts';
import { neutralOf } from '../target/write.ts';
import type { ValueType } from '../transform.ts';
import { TRANSFORMS } from '../transforms/index.ts';
import type { InputBinding } from './context.ts';

interface Made {
  readonly field: Field;
  readonly type: ObjectType;
  /** What the value gives that the object is made of; `undefined` when there is none. */
  readonly gives: ValueType | undefined;
}

/** Reports the first required field of a list's members that no key of the rule can give. */
export function checkRequired(spot: Spot<RuleSpec | RouteCaseSpec>, binding: InputBinding, made: Made): void {
  const { field, type, gives } = made;
  // Several rules may each write a part of what there is only one of.
  if (!field.many || isWhole(spot.value, gives)) return;
  const given = givenFields(spot, made, binding);
  const missing = type.required.find((one) => !given.has(one.name) && neutralOf(one) === undefined);
  if (missing === undefined) return;
  const inside = isObjectType(missing.type) ? ` (${missing.type.name})` : '';
  const message = `what this makes for "${field.name}" can never have "${missing.name}"${inside}, without which it is left out; give it under "set"`;
  binding.report.error(part(spot, 'to') ?? spot, 'target.required', message);
}

const TEXTS: ReadonlySet<ValueType> = new Set(['text', 'integer', 'boolean']);

/** An object that a transform or a block makes has what it needs, as far as one can know. */
function isWhole(written: RuleSpec | RouteCaseSpec, gives: ValueType | undefined): boolean {
  return (
    ('apply' in written && written.apply !== undefined) ||
    written.merge !== undefined ||
    ('after' in written && written.after !== undefined) ||
    (gives !== undefined && !TEXTS.has(gives))
  );
}

function givenFields(
  spot: Spot<RuleSpec | RouteCaseSpec>,
  { type, gives }: Made,
  binding: InputBinding,
): ReadonlySet<string> {
  const { set, as } = spot.value;
  const mergeInto = 'mergeInto' in spot.value ? spot.value.mergeInto : undefined;
  const keys = [set, as, mergeInto]
    .flatMap((map) => Object.keys(map ?? {}))
    .map((key) => key.split('.', 1)[0]!);
  // An identifier that is recognised for one of its fields brings the others along.
  const brings = entries<ExpressionSpec>(part(spot, 'set')).some(([, one]) => makes(one, type, binding));
  const text = gives === undefined || type.textField === undefined ? [] : [type.textField];
  return new Set([...keys, ...text, ...(brings ? type.fields.keys() : [])]);
}

/** Whether an expression may give a whole object of a type. */
function makes(spot: Spot<ExpressionSpec>, type: ObjectType, binding: InputBinding): boolean {
  const use = part(spot, 'use');
  const last = use && writtenOut(use, binding.pipes).at(-1)?.value;
  if (last !== undefined) {
    const name = typeof last === 'string' ? last : Object.keys(last)[0]!;
    return TRANSFORMS.get(name)?.gives === type.name;
  }
  const first = part(spot, 'first');
  return first !== undefined && parts<ExpressionSpec>(first).some((one) => makes(one, type, binding));
}
