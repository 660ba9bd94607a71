/** Conditions of output mappings, with their literals checked against the canonical model. */
import { didYouMean } from '../../yaml/did-you-mean.ts';
import { bindGuarded, type Condition } from '../conditions.ts';
import type { ConditionSpec } from '../load/mapping-file.ts';
import { part, parts, type Spot } from '../load/spot.ts';
import { isObjectType } from '../target/target-table.ts';
import type { Scope, Shape } from './canonical-path.ts';
import { compileAt, pathBinding, type PathSurroundings } from './output-binding.ts';

interface Place {
  readonly binding: PathSurroundings;
  readonly shape: Shape;
}

/** Binds `when` and `unless`; `undefined` when there is neither. */
export function bindWhen(
  spot: Spot<{ readonly when?: ConditionSpec | undefined; readonly unless?: ConditionSpec | undefined }>,
  place: Place,
): Condition<Scope> | undefined {
  for (const key of ['when', 'unless'] as const) {
    const condition = part(spot, key);
    if (condition !== undefined) checkLiterals(condition, place);
  }
  return bindGuarded(spot, pathBinding(place.binding, place.shape));
}

/** A comparison with a word that the field never has would silently never hold. */
function checkLiterals(spot: Spot<ConditionSpec>, place: Place): void {
  for (const key of ['equals', 'in'] as const) {
    const pair = part(spot, key) as Spot<readonly [string, unknown]> | undefined;
    if (pair === undefined) continue;
    const errors = place.binding.report.issues.length;
    const { type } = compileAt(part(pair, 0)!, place.shape, place.binding);
    // The condition itself reports a wrong path.
    place.binding.report.issues.length = errors;
    const known = isObjectType(type) ? undefined : type.values;
    if (known === undefined) continue;
    for (const literal of parts(part(pair, 1) as Spot)) checkLiteral(literal, known, place);
  }
  for (const key of ['all', 'any'] as const) {
    const inner = part(spot, key);
    if (inner !== undefined) for (const one of parts<ConditionSpec>(inner)) checkLiterals(one, place);
  }
  const not = part(spot, 'not');
  if (not !== undefined) checkLiterals(not, place);
}

function checkLiteral(literal: Spot, known: readonly string[], place: Place): void {
  const word = String(literal.value);
  if (known.includes(word)) return;
  place.binding.report.error(literal, 'path.literal', `it is never "${word}"${didYouMean(word, known)}`);
}
