/** `apply`: the rules of a block, run with the item as what they write to. */
import type { Spot } from '../load/spot.ts';
import { isObjectType, type ObjectType } from '../target/target-table.ts';
import type { Values } from '../target/write.ts';
import type { BoundBlock, InputBinding, RuleScope } from './context.ts';

/** Answers whether the block said something. */
export type Apply = (scope: RuleScope, item: Values) => boolean;

export function bindApply(
  spot: Spot<string> | undefined,
  binding: InputBinding,
  type: ObjectType,
): Apply | undefined {
  if (spot === undefined) return undefined;
  // A relation is no description; what it leads to is described inside it.
  const inside = type.fields.get('item')?.type;
  const isRelation = inside !== undefined && isObjectType(inside);
  const block = binding.block(spot, isRelation ? inside : type);
  if (block === undefined) return undefined;
  return (scope, item) => {
    // What `set` said of the item (`item.edition`) stands beside what the block says.
    const described = isRelation ? ((item['item'] ?? {}) as Values) : item;
    const before = Object.keys(described).length;
    runBlock(block, scope, described);
    const said = Object.keys(described).length > before;
    if (said && isRelation) item['item'] = described;
    return said;
  };
}

function runBlock(block: BoundBlock, scope: RuleScope, target: Values): void {
  const { run } = scope;
  if (run.depth >= run.limits.depth) {
    run.origin = scope.node;
    const message = `works stand in works more than ${run.limits.depth} deep; what is deeper is left out`;
    run.report('limit.depth', message, { severity: 'error' });
    return;
  }
  const outer = { target: run.target, batches: run.batches };
  run.target = target;
  run.batches = undefined;
  run.depth += 1;
  for (const rule of block.rules())
    rule({ run, node: scope.node, value: undefined, index: 0, item: undefined });
  run.depth -= 1;
  run.target = outer.target;
  run.batches = outer.batches;
}
