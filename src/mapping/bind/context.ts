/** What the parts of a binding share, and the scope that bound rules run in. */
import type { Binding, Path } from '../binding.ts';
import type { RuleSpec } from '../load/mapping-file.ts';
import type { Spot } from '../load/spot.ts';
import type { Scope } from '../paths/scope.ts';
import type { Run } from '../run.ts';
import type { ObjectType, TargetType } from '../target/target-table.ts';
import type { BoundExpression, ExpressionKeys } from './bind-expression.ts';

/** A place in a record, during a run. */
export interface RuleScope extends Scope {
  readonly run: Run;
}

export interface InputPath extends Path<RuleScope> {
  /** Finds nothing but what stands in the context node, or what the mapping itself says. */
  readonly staysInside: boolean;
}

export interface InputBinding extends Binding<RuleScope> {
  path(spot: Spot<string>): InputPath;
  readonly blocks: ReadonlyMap<string, Spot<readonly RuleSpec[]>>;
  /** The rules of a block bound for an object type; bound once. */
  block(name: Spot<string>, type: ObjectType): BoundBlock | undefined;
  /** The same for what stands inside an object of a type, whose fields `$item` reads. */
  making(type: ObjectType): InputBinding;
  /** Binds an expression: items hold expressions, and expressions (`each`) hold items. */
  expression(spot: Spot<ExpressionKeys>, binding: InputBinding, target: TargetType): BoundExpression;
  /** The tables that values are looked up in. */
  readonly lookups: ReadonlySet<string>;
  /** The branches of `case` that were bound, by their places. */
  readonly branches: Map<string, CaseBranch>;
}

/** A branch of a `case`, for coverage. */
export interface CaseBranch {
  /** `file:line:column`. */
  readonly at: string;
  /** Its condition, or `else`. */
  readonly when: string;
}

export type BoundRule = (scope: RuleScope) => void;

/** A block bound for an object type. */
export interface BoundBlock {
  /** True inside the block itself. */
  readonly isOpen: boolean;
  readonly rules: () => readonly BoundRule[];
}

export const NO_VALUES: readonly unknown[] = [];
