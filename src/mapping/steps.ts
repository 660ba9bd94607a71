/** Chains of transforms (`use`, `pre`, `after`, pipes), bound to one function that takes and gives a list of values. */
import { didYouMean } from '../yaml/did-you-mean.ts';
import type { Binding } from './binding.ts';
import { bindArguments, type Bound } from './bind/arguments.ts';
import type { StepSpec, StepsSpec } from './load/mapping-file.ts';
import { parts, type Spot } from './load/spot.ts';
import type { Table, TableValue } from './tables.ts';
import {
  Bad,
  NOT_MINE,
  type BoundListTransform,
  type BoundValueTransform,
  type Transform,
  type TransformContext,
  type ValueType,
} from './transform.ts';
import { TRANSFORMS } from './transforms/index.ts';

/** What happens beside the values while steps run. */
export interface StepHooks {
  readonly transform: TransformContext;
  /** Told which of the values that entered is worked on now. */
  entering?(index: number): void;
  /** A value that a step could not use, as it was before that chain; what is returned takes its place. */
  unusable(raw: unknown, why: Bad | typeof NOT_MINE): unknown;
  /** A key that a table does not know. True answers {@link NOT_MINE} instead of dropping the value. */
  missed(table: Table, key: string): boolean;
  /** A key that a table knows. */
  found?(table: Table, key: string): void;
  /** Told, when a record is explained, what a chain made of a value; `undefined` when a step dropped it. */
  readonly stepped?:
    ((source: StepSource, result: unknown, values: readonly StepValue[]) => void) | undefined;
  /** The same of a step that works on a whole list. */
  readonly regrouped?:
    ((step: string, before: readonly unknown[], after: readonly unknown[]) => void) | undefined;
}

/** A value that enters a chain of steps; the pieces that a step cuts it into share it. */
export interface StepSource {
  readonly value: unknown;
}

/** What a step gave. */
export interface StepValue {
  readonly step: string;
  readonly value: unknown;
}

export interface BoundSteps<Context> {
  /** The names of the steps, pipes written out. */
  readonly names: readonly string[];
  readonly gives: ValueType;
  /** True when a step may answer {@link NOT_MINE}. */
  readonly recogniser: boolean;
  run(values: readonly unknown[], context: Context, hooks: StepHooks): readonly unknown[];
}

/** Binds steps; `takes` is the type of the values that enter. */
export function bindSteps<Context>(
  spot: Spot<StepsSpec>,
  binding: Binding<Context>,
  takes: ValueType = 'text',
): BoundSteps<Context> {
  const steps = parts<StepSpec>(spot).flatMap((step) => bindStep(step, binding, []));
  let gives = takes;
  for (const step of steps) gives = checkedType(step, gives, binding);
  const segments = segmentsOf(steps);
  return {
    names: steps.map((step) => step.name),
    gives,
    recogniser: steps.some((step) => step.kind === 'value' && step.recogniser),
    run(values, context, hooks) {
      let current = values;
      for (const segment of segments) current = segment(current, context, hooks);
      return current;
    },
  };
}

type Step<Context> = StepBase & (ValueStep<Context> | ListStep<Context>);

interface StepBase {
  readonly name: string;
  readonly spot: Spot;
  readonly takes: ValueType;
  readonly gives: ValueType;
}

interface ValueStep<Context> {
  readonly kind: 'value';
  readonly recogniser: boolean;
  readonly alters?: RegExp | undefined;
  apply(value: unknown, context: Context, hooks: StepHooks): unknown;
}

interface ListStep<Context> {
  readonly kind: 'list';
  apply(values: readonly unknown[], context: Context, hooks: StepHooks): readonly unknown[];
}

type Segment<Context> = (
  values: readonly unknown[],
  context: Context,
  hooks: StepHooks,
) => readonly unknown[];

/** Neighbouring value steps run one value through all of them; a list step sees the whole list. */
function segmentsOf<Context>(steps: readonly Step<Context>[]): readonly Segment<Context>[] {
  const segments: Segment<Context>[] = [];
  let chain: (StepBase & ValueStep<Context>)[] = [];
  const endChain = (): void => {
    if (chain.length > 0) segments.push(valueSegment(chain, segments.length === 0));
    chain = [];
  };
  for (const step of steps) {
    if (step.kind === 'value') {
      chain.push(step);
    } else {
      endChain();
      segments.push((values, context, hooks) => {
        const results = step.apply(values, context, hooks).filter(isSomething);
        hooks.regrouped?.(step.name, values, results);
        return results;
      });
    }
  }
  endChain();
  return segments;
}

function valueSegment<Context>(
  chain: readonly (StepBase & ValueStep<Context>)[],
  isFirst: boolean,
): Segment<Context> {
  return (values, context, hooks) => {
    const results: unknown[] = [];
    const isExplained = hooks.stepped !== undefined;
    const run = { chain, context, hooks, results };
    for (let i = 0; i < values.length; i += 1) {
      // After a list step nobody knows which value came from where.
      if (isFirst) hooks.entering?.(i);
      const log = isExplained ? { source: { value: values[i] }, values: [] } : undefined;
      runChain(run, values[i], { first: 0, log });
    }
    return results;
  };
}

interface ChainRun<Context> {
  readonly chain: readonly (StepBase & ValueStep<Context>)[];
  readonly context: Context;
  readonly hooks: StepHooks;
  readonly results: unknown[];
}

/** What the steps gave so far, kept when a record is explained. */
interface StepLog {
  readonly source: StepSource;
  readonly values: StepValue[];
}

function runChain<Context>(
  run: ChainRun<Context>,
  raw: unknown,
  { first, log }: { readonly first: number; readonly log: StepLog | undefined },
): void {
  let value = raw;
  for (let i = first; i < run.chain.length; i += 1) {
    const step = run.chain[i]!;
    if (step.alters !== undefined && typeof value === 'string' && !step.alters.test(value)) {
      log?.values.push({ step: step.name, value });
      continue;
    }
    const result = step.apply(value, run.context, run.hooks);
    if (result === undefined) return ended(run, undefined, withStep(log, step.name, undefined));
    if (result === NOT_MINE || result instanceof Bad) {
      const kept = run.hooks.unusable(raw, result);
      return ended(run, kept, withStep(log, step.name, kept));
    }
    if (Array.isArray(result)) {
      // Each piece goes its own way, and is its own raw value from here on.
      for (const piece of result) {
        if (isSomething(piece)) runChain(run, piece, { first: i + 1, log: withStep(log, step.name, piece) });
      }
      return;
    }
    log?.values.push({ step: step.name, value: result });
    value = result;
  }
  ended(run, isSomething(value) ? value : undefined, log);
}

function ended<Context>(
  { results, hooks }: ChainRun<Context>,
  value: unknown,
  log: StepLog | undefined,
): void {
  if (log !== undefined) hooks.stepped?.(log.source, value, log.values);
  if (value !== undefined) results.push(value);
}

function withStep(log: StepLog | undefined, step: string, value: unknown): StepLog | undefined {
  return log && { source: log.source, values: [...log.values, { step, value }] };
}

function isSomething(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

function bindStep<Context>(
  spot: Spot<StepSpec>,
  binding: Binding<Context>,
  openPipes: readonly string[],
): Step<Context>[] {
  const named = nameAndArgument(spot, binding);
  if (named === undefined) return [];
  const { name, argument } = named;
  if (name === 'pipe') return bindPipe(argument as Spot<string> | undefined, spot, { binding, openPipes });
  if (name === 'lookup') return bindLookup(argument as Spot<string> | undefined, spot, binding);
  const transform = TRANSFORMS.get(name);
  if (transform === undefined) {
    const hint = didYouMean(name, [...TRANSFORMS.keys(), 'lookup', 'pipe']);
    binding.report.error(spot, 'transform.unknown', `no transform "${name}"${hint}`);
    return [];
  }
  const bound = bindArguments(transform, argument ?? { ...spot, value: undefined }, binding);
  return bound === undefined ? [] : [stepOf(transform, spot, bound)];
}

function nameAndArgument<Context>(
  spot: Spot<StepSpec>,
  binding: Binding<Context>,
): { name: string; argument?: Spot } | undefined {
  if (typeof spot.value === 'string') return { name: spot.value };
  const [name, ...others] = Object.keys(spot.value);
  if (name === undefined || others.length > 0) {
    binding.report.error(spot, 'transform.shape', 'a step is a name, or one name with its argument');
    return undefined;
  }
  const map = spot as Spot<Readonly<Record<string, unknown>>>;
  return { name, argument: { value: map.value[name], yaml: spot.yaml, path: [...spot.path, name] } };
}

function bindPipe<Context>(
  argument: Spot<string> | undefined,
  spot: Spot,
  scope: { readonly binding: Binding<Context>; readonly openPipes: readonly string[] },
): Step<Context>[] {
  const { binding, openPipes } = scope;
  const name = String(argument?.value);
  const pipe = binding.pipes.get(name);
  if (pipe === undefined) {
    const hint = didYouMean(name, [...binding.pipes.keys()]);
    binding.report.error(argument ?? spot, 'pipe.unknown', `no pipe "${name}"${hint}`);
    return [];
  }
  if (openPipes.includes(name)) {
    binding.report.error(argument ?? spot, 'pipe.cycle', `the pipe "${name}" uses itself`);
    return [];
  }
  binding.used('pipe', name);
  return parts<StepSpec>(pipe).flatMap((step) => bindStep(step, binding, [...openPipes, name]));
}

function bindLookup<Context>(
  argument: Spot<string> | undefined,
  spot: Spot,
  binding: Binding<Context>,
): Step<Context>[] {
  const name = tableNameOf(argument?.value);
  const table = binding.tables.get(name);
  if (table === undefined) {
    const hint = didYouMean(name, [...binding.tables.keys()]);
    binding.report.error(argument ?? spot, 'table.unknown', `no table "${name}"${hint}`);
    return [];
  }
  binding.used('table', name);
  binding.lookedUp?.(name);
  return [
    {
      name: `lookup ${name}`,
      spot,
      kind: 'value',
      takes: 'text',
      gives: tableType(table),
      recogniser: table.onMiss === 'drop' || table.onMiss === 'warn',
      apply: (value, _context, hooks) => lookUp(table, String(value), { tables: binding.tables, hooks }),
    },
  ];
}

function tableNameOf(argument: unknown): string {
  if (typeof argument === 'object' && argument !== null && 'table' in argument) return String(argument.table);
  return String(argument);
}

/** The value of a key, following `onMiss` to other tables. */
function lookUp(
  table: Table,
  key: string,
  run: { readonly tables: ReadonlyMap<string, Table>; readonly hooks: StepHooks },
): TableValue | undefined | typeof NOT_MINE {
  const found = table.get(key);
  if (found !== undefined) {
    run.hooks.found?.(table, key);
    return found;
  }
  const { onMiss } = table;
  if (onMiss === 'pass') return key;
  if (typeof onMiss === 'object') {
    return 'const' in onMiss ? onMiss.const : lookUp(run.tables.get(onMiss.table)!, key, run);
  }
  return run.hooks.missed(table, key) ? NOT_MINE : undefined;
}

function tableType(table: Table): ValueType {
  const [first] = table.values;
  if (typeof first === 'boolean') return 'boolean';
  return typeof first === 'number' ? 'integer' : 'text';
}

function stepOf<Context>(transform: Transform, spot: Spot, bound: Bound<Context>): Step<Context> {
  const base = { name: transform.name, spot, takes: transform.takes, gives: transform.gives };
  if (transform.kind === 'list') {
    const listOf = bound as (context: Context) => BoundListTransform | undefined;
    return {
      ...base,
      kind: 'list',
      apply: (values, context, hooks) => listOf(context)?.(values, hooks.transform) ?? [],
    };
  }
  const valueOf = bound as (context: Context) => BoundValueTransform | undefined;
  return {
    ...base,
    kind: 'value',
    recogniser: transform.recogniser,
    alters: transform.alters,
    apply: (value, context, hooks) => valueOf(context)?.(value as never, hooks.transform),
  };
}

/** Checks that a step takes what the last one gave, and says what it gives itself. */
function checkedType<Context>(step: Step<Context>, given: ValueType, binding: Binding<Context>): ValueType {
  const fits =
    step.takes === 'any' || given === 'any' || step.takes === given || isTextual(step.takes, given);
  if (!fits) {
    binding.report.error(
      step.spot,
      'transform.type',
      `"${step.name}" takes ${step.takes}, but what comes in is ${given}`,
    );
  }
  return step.gives === 'any' && step.takes === 'any' ? given : step.gives;
}

function isTextual(takes: ValueType, given: ValueType): boolean {
  return takes === 'text' && given === 'integer';
}
