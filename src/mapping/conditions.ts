/** Conditions (`when`, `unless`), bound to closures. Several keys of one condition must all hold. */
import { didYouMean } from '../yaml/did-you-mean.ts';
import type { Binding, Path } from './binding.ts';
import { compileRegex } from './load/regex.ts';
import { REGEX_INPUT_LIMIT } from './load/regex/safety.ts';
import type { ConditionSpec } from './load/mapping-file.ts';
import { part, parts, type Spot } from './load/spot.ts';

export type Condition<Context> = (context: Context) => boolean;

/** Binds a condition over whatever the binding's paths read: input nodes or canonical values. */
function bindCondition<Context>(spot: Spot<ConditionSpec>, binding: Binding<Context>): Condition<Context> {
  const tests = Object.keys(spot.value).map((key) => {
    return BINDERS[key as keyof ConditionSpec](spot, binding);
  });
  if (tests.length === 0) binding.report.error(spot, 'condition.empty', 'a condition with nothing to test');
  if (tests.length === 1) return tests[0]!;
  return (context) => tests.every((test) => test(context));
}

/** Binds `when` and `unless` of one place to a single condition; `undefined` when there is neither. */
export function bindGuarded<Context>(
  spot: Spot<{ when?: ConditionSpec | undefined; unless?: ConditionSpec | undefined }>,
  binding: Binding<Context>,
): Condition<Context> | undefined {
  const when = part(spot, 'when');
  const unless = part(spot, 'unless');
  const holds = when && bindCondition(when, binding);
  const forbids = unless && bindCondition(unless, binding);
  if (forbids === undefined) return holds;
  if (holds === undefined) return (context) => !forbids(context);
  return (context) => holds(context) && !forbids(context);
}

type Binder = (spot: Spot<ConditionSpec>, binding: Binding<unknown>) => Condition<unknown>;

const BINDERS: Readonly<Record<keyof ConditionSpec, Binder>> = {
  exists: (spot, binding) => {
    const path = binding.path(part(spot, 'exists')!);
    return (context) => path.nodes(context).length > 0;
  },
  missing: (spot, binding) => {
    const path = binding.path(part(spot, 'missing')!);
    return (context) => path.values(context).length === 0;
  },
  equals: (spot, binding) => {
    const [path, expected] = operands(spot, 'equals', binding);
    return (context) => path.values(context).some((value) => same(value, expected));
  },
  in: (spot, binding) => {
    const [path, expected] = operands(spot, 'in', binding);
    const known = new Set((expected as readonly unknown[]).map(String));
    return (context) => path.values(context).some((value) => known.has(String(value)));
  },
  missingIn: (spot, binding) => {
    const [path, name] = operands(spot, 'missingIn', binding);
    const table = binding.tables.get(String(name));
    if (table === undefined) {
      const hint = didYouMean(String(name), [...binding.tables.keys()]);
      binding.report.error(part(spot, 'missingIn')!, 'table.unknown', `no table "${String(name)}"${hint}`);
      return () => false;
    }
    binding.used('table', table.name);
    return (context) => path.values(context).every((value) => table.get(String(value)) === undefined);
  },
  matches: (spot, binding) => {
    const at = part(spot, 'matches')!;
    const [path] = operands(spot, 'matches', binding);
    const regex = compileRegex(part(at, 1) as Spot<string>, binding.report);
    return (context) => path.values(context).some((value) => matchesShort(regex, String(value)));
  },
  differs: (spot, binding) => {
    const at = part(spot, 'differs')!;
    const left = binding.path(part(at, 0) as Spot<string>);
    const right = binding.path(part(at, 1) as Spot<string>);
    return (context) => {
      const others = right.values(context).map(String);
      const values = left.values(context).map(String);
      return values.length !== others.length || values.some((value, i) => value !== others[i]);
    };
  },
  index: (spot, binding) => {
    const { index } = spot.value;
    const { facts } = binding;
    return (context) => facts.index(context) === index;
  },
  tag: (spot, binding) => {
    const { tag } = spot.value;
    const { facts } = binding;
    return (context) => facts.tag(context) === tag;
  },
  source: (spot, binding) => {
    const { id, set, software } = spot.value.source!;
    const runs = software === undefined ? undefined : [software].flat();
    const { facts } = binding;
    return (context) =>
      (id === undefined || id.includes(facts.sourceId(context) ?? '')) &&
      (set === undefined || facts.sets(context).some((name) => set.includes(name))) &&
      (runs === undefined || runs.includes(facts.software(context) ?? ''));
  },
  all: (spot, binding) => {
    const tests = parts<ConditionSpec>(part(spot, 'all')!).map((inner) => bindCondition(inner, binding));
    return (context) => tests.every((test) => test(context));
  },
  any: (spot, binding) => {
    const tests = parts<ConditionSpec>(part(spot, 'any')!).map((inner) => bindCondition(inner, binding));
    return (context) => tests.some((test) => test(context));
  },
  not: (spot, binding) => {
    const test = bindCondition(part(spot, 'not') as Spot<ConditionSpec>, binding);
    return (context) => !test(context);
  },
};

/** A value over the limit matches nothing: what a pattern costs grows with it. */
function matchesShort(regex: RegExp, value: string): boolean {
  return value.length <= REGEX_INPUT_LIMIT && regex.test(value);
}

function operands(
  spot: Spot<ConditionSpec>,
  key: 'equals' | 'in' | 'matches' | 'missingIn',
  binding: Binding<unknown>,
): [Path<unknown>, unknown] {
  const pair = part(spot, key) as Spot<readonly [string, unknown]>;
  return [binding.path(part(pair, 0) as Spot<string>), pair.value[1]];
}

/** A path's text and a literal of YAML are equal when they are written alike. */
function same(value: unknown, literal: unknown): boolean {
  return value === literal || String(value) === String(literal);
}
