/** What becomes of values that no step could use: dropped and reported, unless `onBad` says otherwise. */
import type { OnBadSpec } from '../load/mapping-file.ts';
import { part, type Spot } from '../load/spot.ts';
import type { OnBad } from '../run.ts';
import { isObjectType, type ScalarType, type TargetType } from '../target/target-table.ts';
import type { InputBinding } from './context.ts';
import { bindTarget } from './bind-target.ts';

export function bindOnBad(
  spot: Spot<OnBadSpec> | undefined,
  binding: InputBinding,
  target: TargetType,
): OnBad | undefined {
  if (spot === undefined) return undefined;
  if (spot.value === 'keep_raw') return keepRaw(spot, binding, target);
  const at = spot as Spot<Exclude<OnBadSpec, string>>;
  const to = part(at, 'to');
  const place = to && bindTarget(to, binding);
  if (to !== undefined && place !== undefined) checkTakesRaw(to, binding, place.field.type);
  return {
    warn: at.value.warn,
    divert: place && ((run, raw) => void place.put(run, run.target, raw)),
  };
}

function keepRaw(spot: Spot, binding: InputBinding, target: TargetType): OnBad {
  checkTakesRaw(spot, binding, target);
  if (!isObjectType(target)) return { keep: (raw) => raw };
  const { textField } = target;
  return textField === undefined ? {} : { keep: (raw) => ({ [textField]: raw }) };
}

/** A text as it came has a place only where any text has. */
function checkTakesRaw(spot: Spot, binding: InputBinding, target: TargetType): void {
  const code = 'onBad.keep_raw';
  const field = isObjectType(target) ? target.fields.get(target.textField ?? '')?.type : target;
  if (field === undefined || isObjectType(field)) {
    const name = isObjectType(target) ? target.name : target.kind;
    binding.report.error(spot, code, `${name} has no field for a raw value; use { to: notes }`);
    return;
  }
  const wanted = wantedOf(field);
  if (wanted === undefined) return;
  const message = `the target takes ${wanted}: a value that no step could use cannot stand there; use { to: notes }`;
  binding.report.error(spot, code, message);
}

/** What alone a field takes; `undefined` when it takes any text. */
function wantedOf({ kind, values, pattern, notation }: ScalarType): string | undefined {
  if (values !== undefined) return `one of ${values.join(', ')}`;
  if (pattern !== undefined) return `what looks like ${pattern.source}`;
  return notation ?? NOT_TEXT[kind];
}

const NOT_TEXT: Partial<Record<ScalarType['kind'], string>> = {
  integer: 'an integer',
  number: 'a number',
  boolean: 'true or false',
  flag: 'true',
};
