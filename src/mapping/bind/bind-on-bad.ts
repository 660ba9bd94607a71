/** What becomes of values that no step could use: dropped and reported, unless `onBad` says otherwise. */
import type { OnBadSpec } from '../load/mapping-file.ts';
import { part, type Spot } from '../load/spot.ts';
import type { OnBad } from '../run.ts';
import { isObjectType, type TargetType } from '../target/target-table.ts';
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
  return {
    warn: at.value.warn,
    divert: place && ((run, raw) => void place.put(run, run.target, raw)),
  };
}

function keepRaw(spot: Spot, binding: InputBinding, target: TargetType): OnBad {
  if (!isObjectType(target)) return { keep: (raw) => raw };
  const { textField } = target;
  if (textField !== undefined) return { keep: (raw) => ({ [textField]: raw }) };
  binding.report.error(
    spot,
    'onBad.keep_raw',
    `${target.name} has no field for a raw value; use { to: notes }`,
  );
  return {};
}
