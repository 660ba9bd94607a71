/** Targets: a dotted path of the canonical model, bound to a function that writes there. */
import type { Scalar } from '../load/mapping-file.ts';
import type { Spot } from '../load/spot.ts';
import type { Run } from '../run.ts';
import {
  DESCRIPTION,
  isObjectType,
  resolveTarget,
  type Field,
  type ObjectType,
} from '../target/target-table.ts';
import { complete, put, type Values } from '../target/write.ts';
import type { InputBinding } from './context.ts';

export interface BoundTarget {
  readonly field: Field;
  /**
   * Writes a value under a root: completed at once, or when the rule is done if it has `after`. Answers the object
   * that it stands in.
   */
  put(run: Run, root: Values, value: unknown): Values;
}

const NOWHERE: BoundTarget = {
  field: { name: '', many: true, type: { kind: 'any' } },
  put: (_run, root) => root,
};

/** Binds a target; `mergeInto` names the member of a list that the path leads through. */
export function bindTarget(
  spot: Spot<string>,
  binding: InputBinding,
  options: {
    readonly from?: ObjectType;
    readonly mergeInto?: Spot<Readonly<Record<string, Scalar>>> | undefined;
  } = {},
): BoundTarget {
  const resolved = resolveTarget(spot.value, options.from ?? DESCRIPTION);
  if (!resolved.ok) {
    binding.report.error(spot, 'target.unknown', resolved.message);
    return NOWHERE;
  }
  const owners = resolved.fields.slice(0, -1);
  const field = resolved.fields.at(-1)!;
  const list = owners.find((owner) => owner.many);
  if (list !== undefined && options.mergeInto === undefined) {
    const message = `"${list.name}" is a list: say which member with "mergeInto", or make the objects with "each" and "set"`;
    binding.report.error(spot, 'target.list', message);
    return NOWHERE;
  }
  if (list === undefined && options.mergeInto !== undefined) {
    const message = `"mergeInto" says which member of a list "to" leads through; "${spot.value}" leads through none`;
    binding.report.error(options.mergeInto, 'target.list', message);
  }
  const enter = owners.map((owner) => entering(owner, options.mergeInto?.value));
  const target: BoundTarget = {
    field,
    put(run, root, value) {
      let owner = root;
      for (const into of enter) owner = into(owner);
      deliver(run, { owner, field }, value);
      // An object that was only entered for a value that was refused says nothing; one that waits for `after` will.
      const waits = run.batches !== undefined && field.many;
      if (owner !== root && !waits && Object.keys(owner).length === 0) prune(root, owners);
      run.notes?.wrote(target, value);
      return owner;
    },
  };
  return target;
}

function entering(
  field: Field,
  match: Readonly<Record<string, Scalar>> | undefined,
): (owner: Values) => Values {
  if (!field.many) return (owner) => (owner[field.name] ??= {}) as Values;
  const conditions = Object.entries(match ?? {});
  return (owner) => {
    const list = (owner[field.name] ??= []) as Values[];
    const known = list.find((member) => conditions.every(([key, value]) => member[key] === value));
    if (known !== undefined) return known;
    const added: Values = { ...match };
    list.push(added);
    return added;
  };
}

function deliver(run: Run, place: { readonly owner: Values; readonly field: Field }, value: unknown): void {
  const { owner, field } = place;
  if (run.batches !== undefined && field.many) {
    const batch = run.batches.find((known) => known.owner === owner && known.field === field);
    if (batch === undefined) run.batches.push({ owner, field, items: [value] });
    else batch.items.push(value);
    return;
  }
  store(run, place, value);
}

/** Puts a finished value into its place. */
export function store(
  run: Run,
  { owner, field }: { readonly owner: Values; readonly field: Field },
  value: unknown,
): void {
  if (field.many && isObjectType(field.type) && typeof value === 'object' && value !== null) {
    const missing = complete(value as Values, field.type, run);
    if (missing !== undefined) {
      const message = `a value for "${field.name}" has no "${missing}" and is left out`;
      return run.refuse('target.incomplete', message, value);
    }
    ((owner[field.name] ??= []) as unknown[]).push(value);
    return;
  }
  put(owner, field, value, run);
}

function prune(root: Values, owners: readonly Field[]): void {
  const chain: Values[] = [root];
  for (const owner of owners) {
    const next = chain.at(-1)![owner.name];
    if (next === undefined || Array.isArray(next)) return;
    chain.push(next as Values);
  }
  for (let i = owners.length; i > 0; i -= 1) {
    if (Object.keys(chain[i]!).length > 0) return;
    delete chain[i - 1]![owners[i - 1]!.name];
  }
}
