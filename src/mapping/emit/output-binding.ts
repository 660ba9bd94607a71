/** What binding the rules of one output file needs of its surroundings. */
import type { Binding, NameKind } from '../binding.ts';
import type { StepsSpec } from '../load/mapping-file.ts';
import type { Reporter, Spot } from '../load/spot.ts';
import { PathSyntaxError } from '../paths/path-syntax-error.ts';
import type { Table } from '../tables.ts';
import { DESCRIPTION, isObjectType, type ObjectType, type TargetType } from '../target/target-table.ts';
import type { ValueType } from '../transform.ts';
import { compileOutputPath, type OutputPath, type Scope, type Shape } from './canonical-path.ts';
import type { Names } from './names.ts';
import type { OutputRuleSpec } from './output-file.ts';
import type { Emit } from './rendering.ts';

export interface OutputBinding {
  readonly report: Reporter;
  readonly names: Names;
  readonly tables: ReadonlyMap<string, Table>;
  readonly pipes: ReadonlyMap<string, Spot<StepsSpec>>;
  readonly vars: ReadonlyMap<string, Spot>;
  readonly blocks: ReadonlyMap<string, Spot<readonly OutputRuleSpec[]>>;
  /** Blocks as they are bound, by block, parent element and shape; one may use itself. */
  readonly boundBlocks: Map<string, { emit?: Emit }>;
  readonly dedupe: boolean;
  used(kind: NameKind, name: string): void;
}

/** What paths and conditions need of it, also where nothing is written. */
export type PathSurroundings = Pick<OutputBinding, 'report' | 'tables' | 'pipes' | 'vars' | 'used'>;

/** Where rules stand: what paths are read from, and inside which type of element they write. */
export interface RulePosition {
  readonly binding: OutputBinding;
  readonly shape: Shape;
  readonly parentType: string;
}

/** The surroundings of steps and conditions that read from a shape. */
export function pathBinding(binding: PathSurroundings, shape: Shape): Binding<Scope> {
  const { report, tables, pipes, vars } = binding;
  return {
    report,
    tables,
    pipes,
    vars,
    used: (kind, name) => binding.used(kind, name),
    path: (spot) => compileAt(spot, shape, binding),
    facts: {
      index: (scope) => scope.index,
      tag: () => undefined,
      sourceId: (scope) => scope.record.source.id,
      sets: (scope) => scope.record.source.sets,
      software: () => undefined,
    },
  };
}

/** Compiles a path; what is wrong with it is reported, and the path then gives nothing. */
export function compileAt(spot: Spot<string>, shape: Shape, binding: PathSurroundings): OutputPath {
  try {
    return compileOutputPath(spot.value, shape);
  } catch (error) {
    if (!(error instanceof PathSyntaxError)) throw error;
    binding.report.error(spot, error.code, error.message);
    const nothing = (): readonly unknown[] => [];
    return { text: spot.value, type: ANY, many: false, values: nothing, nodes: nothing };
  }
}

const ANY: TargetType = { kind: 'any' };

/** The type that a transform's argument must have to take a value of the model. */
export function valueTypeOf(type: TargetType): ValueType {
  if (isObjectType(type)) return type.name as ValueType;
  if (type.kind === 'flag') return 'boolean';
  return type.kind === 'number' ? 'any' : type.kind;
}

/** The type of the model that a transform gives. */
export function typeNamed(name: ValueType): TargetType {
  if (name === 'text' || name === 'integer' || name === 'boolean' || name === 'any') return { kind: name };
  return TYPES.get(name) ?? ANY;
}

const TYPES = namedTypes(DESCRIPTION, new Map());

function namedTypes(type: ObjectType, found: Map<string, ObjectType>): ReadonlyMap<string, ObjectType> {
  if (found.has(type.name)) return found;
  found.set(type.name, type);
  for (const field of type.fields.values()) if (isObjectType(field.type)) namedTypes(field.type, found);
  return found;
}
