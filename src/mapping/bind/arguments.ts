/** Arguments of transforms: `$vars.*` is put in when the mapping is bound; what depends on the record, when it runs. */
import { checkValue, type Checked } from '../../schema/index.ts';
import { didYouMean } from '../../yaml/did-you-mean.ts';
import type { Binding, Path } from '../binding.ts';
import type { Spot } from '../load/spot.ts';
import type { BoundListTransform, BoundValueTransform, Transform } from '../transform.ts';

/** A transform with its arguments: the same for every record, or another for each value that a record gives. */
export type Bound<Context> = (context: Context) => BoundTransform | undefined;

type BoundTransform = BoundValueTransform | BoundListTransform;

// Starts of strings that are read from the record: an attribute, a field of the item, the header, the source.
const DYNAMIC = /^(?:@[\w:]|\$item\.|\$header\.|\$source\.)/;
const VARIABLE = /^\$vars\.(.+)$/;
// Different values of one dynamic argument that are kept bound. More than this is no vocabulary any more.
const MAX_BOUND = 256;

/** Binds a transform with its argument; `undefined` when something is wrong with that, which is reported. */
export function bindArguments<Context>(
  transform: Transform,
  spot: Spot,
  binding: Binding<Context>,
): Bound<Context> | undefined {
  const errors = binding.report.issues.length;
  const value = withVariables(spot, binding);
  if (binding.report.issues.length > errors) return undefined;
  const dynamic = dynamicPaths({ ...spot, value }, binding);
  if (dynamic.length > 0) return dynamicArguments(transform, value, dynamic);
  const checked = boundOnce(transform, value);
  if (checked.ok) return checked.value;
  for (const issue of checked.issues) {
    const at = { ...spot, path: [...spot.path, ...issue.path] };
    const hint = issue.atKey ? didYouMean(String(issue.path.at(-1)), issue.known) : '';
    const message = `"${transform.name}": ${issue.message}${hint}`;
    binding.report.error(at, 'transform.argument', message, { atKey: issue.atKey });
  }
  return undefined;
}

/**
 * Transforms are pure, so one with the same arguments is bound once for all mappings: there are thousands of steps, and
 * a few hundred different ones.
 */
const BOUND = new WeakMap<Transform, Map<string, Checked<() => BoundTransform>>>();

function boundOnce(transform: Transform, value: unknown): Checked<() => BoundTransform> {
  let known = BOUND.get(transform);
  if (known === undefined) BOUND.set(transform, (known = new Map<string, Checked<() => BoundTransform>>()));
  const key = JSON.stringify(value) ?? '';
  let found = known.get(key);
  if (found === undefined) {
    const checked = checkValue(transform.arguments, value);
    found = checked.ok ? { ok: true, value: always(transform.bind(checked.value)) } : checked;
    known.set(key, found);
  }
  return found;
}

function always(bound: BoundTransform): () => BoundTransform {
  return () => bound;
}

/** Puts the values of `$vars.x` in; a variable that is null leaves its key out. */
function withVariables<Context>(spot: Spot, binding: Binding<Context>): unknown {
  const { value } = spot;
  if (typeof value === 'string') return variable(spot as Spot<string>, binding);
  if (Array.isArray(value)) {
    return value.map((member: unknown, i) => withVariables(inside(spot, i, member), binding));
  }
  if (typeof value !== 'object' || value === null) return value ?? undefined;
  const resolved = Object.entries(value).map(([key, member]): [string, unknown] => [
    key,
    withVariables(inside(spot, key, member), binding),
  ]);
  return Object.fromEntries(resolved.filter(([, member]) => member !== undefined));
}

function inside(spot: Spot, key: string | number, value: unknown): Spot {
  return { value, yaml: spot.yaml, path: [...spot.path, key] };
}

function variable<Context>(spot: Spot<string>, binding: Binding<Context>): unknown {
  const name = VARIABLE.exec(spot.value)?.[1];
  if (name === undefined) return spot.value;
  const found = binding.vars.get(name);
  if (found === undefined) {
    const hint = didYouMean(name, [...binding.vars.keys()]);
    binding.report.error(spot, 'var.unknown', `no variable "$vars.${name}"${hint}`);
    return undefined;
  }
  binding.used('var', name);
  return found.value ?? undefined;
}

interface DynamicPart<Context> {
  readonly keys: readonly (string | number)[];
  readonly path: Path<Context>;
}

function dynamicPaths<Context>(spot: Spot, binding: Binding<Context>): readonly DynamicPart<Context>[] {
  const found: DynamicPart<Context>[] = [];
  const visit = (at: Spot, keys: readonly (string | number)[]): void => {
    if (typeof at.value === 'string' && DYNAMIC.test(at.value)) {
      found.push({ keys, path: binding.path(at as Spot<string>) });
    } else if (typeof at.value === 'object' && at.value !== null) {
      for (const [key, value] of Object.entries(at.value)) visit(inside(at, key, value), [...keys, key]);
    }
  };
  visit(spot, []);
  return found;
}

function dynamicArguments<Context>(
  transform: Transform,
  template: unknown,
  dynamic: readonly DynamicPart<Context>[],
): Bound<Context> {
  const known = new Map<string, BoundTransform | undefined>();
  return (context) => {
    const values = dynamic.map((part) => part.path.values(context)[0]);
    const key = JSON.stringify(values);
    if (known.has(key)) return known.get(key);
    const checked = checkValue(transform.arguments, filled(template, dynamic, values));
    const bound = checked.ok ? transform.bind(checked.value) : undefined;
    if (known.size >= MAX_BOUND) known.clear();
    known.set(key, bound);
    return bound;
  };
}

/** The template with the record's values in place; a value that the record lacks leaves its key out. */
function filled<Context>(
  template: unknown,
  dynamic: readonly DynamicPart<Context>[],
  values: readonly unknown[],
): unknown {
  if (dynamic[0]!.keys.length === 0) return values[0];
  const copy = structuredClone(template) as Record<string | number, unknown>;
  dynamic.forEach(({ keys }, i) => {
    let owner = copy;
    for (const key of keys.slice(0, -1)) owner = owner[key] as Record<string | number, unknown>;
    const last = keys.at(-1)!;
    if (values[i] === undefined) delete owner[last];
    else owner[last] = values[i];
  });
  return copy;
}
