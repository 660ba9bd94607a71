/** Binds a resolved mapping: everything that can be known before the first record is checked and built here. */
import { dirname, join } from 'node:path';
import { bindGuarded, type Condition } from '../conditions.ts';
import { compileRegex } from '../load/regex.ts';
import type { GuardSpec, MappingFile, RuleSpec } from '../load/mapping-file.ts';
import { part, parts, placeOf, spotOf, type Reporter, type Spot } from '../load/spot.ts';
import type { ResolvedMapping } from '../load/resolve-mappings.ts';
import type { NameKind } from '../binding.ts';
import { didYouMean } from '../../yaml/did-you-mean.ts';
import type { XmlElement } from '../../xml/element.ts';
import type { InputMapping } from '../mapping.ts';
import { createRun, type Limits, type RuleName, type Run } from '../run.ts';
import { bindTables, type Table } from '../tables.ts';
import { DESCRIPTION, type ObjectType } from '../target/target-table.ts';
import { bindAbort } from './bind-abort.ts';
import { bindRule } from './bind-rule.ts';
import { bindIgnored } from './bind-ignored.ts';
import { bindPath, namesOf } from './bind-path.ts';
import { bindRoot, type BoundRoot } from './bind-root.ts';
import type { BoundBlock, BoundRule, CaseBranch, InputBinding, RuleScope } from './context.ts';
import { bindExpression } from './bind-expression.ts';

export type { CaseBranch } from './context.ts';

/** An input mapping with what `mapRecord` runs. */
export interface BoundInputMapping extends InputMapping, BoundRoot {
  readonly guards: readonly BoundGuard[];
  readonly rules: readonly BoundRule[];
  readonly run: Run;
  /** Rules, and route cases as `rule/case`, for coverage. */
  readonly ruleIds: readonly string[];
  /** The nodes of a record that `ignore` names, by their index, with the line that does. */
  readonly ignoredBy: (root: XmlElement) => ReadonlyMap<number, string>;
  /** Its tables and the builtin ones, by name. */
  readonly tables: ReadonlyMap<string, Table>;
  /** The tables that values are looked up in. */
  readonly lookups: ReadonlySet<string>;
  /** The branches of its `case` expressions. */
  readonly branches: readonly CaseBranch[];
  readonly labelled: LabelledFormat | undefined;
  readonly tests: Spot<NonNullable<MappingFile['tests']>> | undefined;
  /** The folder of its file: where the files of tests are looked for. */
  readonly folder: string;
  /** All mappings that were loaded together, this one included. */
  readonly siblings: ReadonlyMap<string, BoundInputMapping>;
}

export interface BoundGuard {
  readonly name: RuleName;
  readonly action: GuardSpec['action'];
  readonly code: string;
  readonly message: string;
  readonly holds: Condition<RuleScope>;
}

/** How labelled text is cut into fields. */
export interface LabelledFormat {
  readonly labels: RegExp;
  readonly continuation: boolean;
}

export interface BindOptions {
  readonly report: Reporter;
  readonly tableFiles: ReadonlyMap<string, string>;
  /** The folder of all mappings. */
  readonly folder: string;
  /** The mappings that are loaded together; none by default. */
  readonly siblings?: ReadonlyMap<string, BoundInputMapping>;
  used(spot: Spot, kind: NameKind): void;
}

const LIMITS = { values: 2000, valueLength: 200_000, depth: 5 } as const;

export function bindInput(mapping: ResolvedMapping, options: BindOptions): BoundInputMapping {
  const { file } = mapping;
  const binding = createBinding(mapping, options);
  const from = mapping.from;
  const guards = mapping.guards.map((guard) => bindGuard(guard, binding));
  const rules = mapping.rules.map((rule) => bindRule(rule, binding, DESCRIPTION));
  const tests = part(file, 'tests');
  const ruleIds = ruleIdsOf(mapping);
  return {
    direction: 'in',
    id: mapping.id,
    title: mapping.title,
    hash: mapping.hash,
    format: from.format ?? 'xml',
    prefixes: file.value.from?.prefixes ?? [],
    ...bindRoot(mapping, binding),
    guards,
    rules,
    run: createRun({
      mapping,
      limits: { ...LIMITS, ...(mapping.limits as Partial<Limits>) },
      severity: Object.fromEntries([...mapping.severity].map(([code, { value }]) => [code, value])),
    }),
    ruleIds,
    ...bindAbort(mapping, ruleIds, options.report),
    ignoredBy: bindIgnored(mapping.ignore, binding),
    tables: binding.tables,
    lookups: binding.lookups,
    branches: [...binding.branches.values()],
    labelled: bindLabelled(mapping, options.report),
    tests,
    folder: dirname(join(options.folder, mapping.id)),
    siblings: options.siblings ?? new Map<string, BoundInputMapping>(),
  };
}

function createBinding(mapping: ResolvedMapping, options: BindOptions): InputBinding {
  const { report } = options;
  const tables = bindTables(mapping.tables, { report, files: options.tableFiles });
  const names = namesOf(mapping);
  const declared: Readonly<Record<NameKind, ReadonlyMap<string, Spot>>> = {
    table: mapping.tables,
    pipe: mapping.pipes,
    var: mapping.vars,
    block: mapping.blocks,
  };
  for (const table of mapping.tables.values()) {
    const { onMiss } = table.value;
    if (typeof onMiss === 'object' && 'table' in onMiss) noteUsed('table', onMiss.table);
  }
  const bound = new Map<string, { rules?: readonly BoundRule[] }>();
  const lookups = new Set<string>();
  const binding: InputBinding = {
    expression: bindExpression,
    lookups,
    lookedUp: (table) => void lookups.add(table),
    branches: new Map(),
    report,
    tables,
    pipes: mapping.pipes,
    vars: mapping.vars,
    blocks: mapping.blocks,
    path: (spot) => bindPath(spot, names, { binding }),
    making: (item) => ({ ...binding, path: (spot) => bindPath(spot, names, { binding, item }) }),
    used: noteUsed,
    facts: {
      index: (scope) => scope.index,
      tag: ({ node }) => names.marc.tagOf(node),
      sourceId: ({ run }) => run.record.source.id,
      sets: ({ run }) => run.record.header.sets,
      software: ({ run }) => run.record.source.software,
    },
    block: (spot, type) => bindBlock(spot, type, { binding, bound }),
  };
  return binding;

  function noteUsed(kind: NameKind, name: string): void {
    const spot = declared[kind].get(name);
    if (spot !== undefined) options.used(spot, kind);
  }
}

interface Blocks {
  readonly binding: InputBinding;
  readonly bound: Map<string, { rules?: readonly BoundRule[] }>;
}

/** Binds a block for a type, once. Inside itself it is only known when it runs: works stand in works to any depth. */
function bindBlock(spot: Spot<string>, type: ObjectType, { binding, bound }: Blocks): BoundBlock | undefined {
  const block = binding.blocks.get(spot.value);
  if (block === undefined) {
    const hint = didYouMean(spot.value, [...binding.blocks.keys()]);
    binding.report.error(spot, 'block.unknown', `no block "${spot.value}"${hint}`);
    return undefined;
  }
  binding.used('block', spot.value);
  const key = `${spot.value}>${type.name}`;
  const known = bound.get(key);
  if (known !== undefined) return { isOpen: known.rules === undefined, rules: () => known.rules! };
  const own: { rules?: readonly BoundRule[] } = {};
  bound.set(key, own);
  own.rules = parts<RuleSpec>(block).map((rule) => bindRule(rule, binding, type));
  return { isOpen: false, rules: () => own.rules! };
}

function bindGuard(spot: Spot<GuardSpec>, binding: InputBinding): BoundGuard {
  const { id, action, code, message } = spot.value;
  const holds = bindGuarded(spot, binding);
  if (holds === undefined) binding.report.error(spot, 'guard.condition', 'a guard needs "when" or "unless"');
  return {
    name: { id, at: placeOf(spot) },
    action,
    code: code ?? id,
    message: message ?? `the guard "${id}" decided so`,
    holds: holds ?? (() => false),
  };
}

function ruleIdsOf(mapping: ResolvedMapping): readonly string[] {
  const blocks = [...mapping.blocks.values()].flatMap((block) => block.value);
  return [...mapping.rules.map(({ value }) => value), ...blocks]
    .filter(({ id }) => id !== undefined)
    .flatMap(({ id, route }) => [id!, ...(route ?? []).map((one) => `${id!}/${one.id}`)]);
}

function bindLabelled(mapping: ResolvedMapping, report: Reporter): LabelledFormat | undefined {
  const { from } = mapping;
  if (from.format !== 'labelled') return undefined;
  const spot = mapping.fromSpot;
  const labels = spot && part(spot, 'labels');
  if (labels === undefined) {
    report.error(
      spot ?? spotOf(mapping.file.yaml, ''),
      'format.labels',
      'labelled text needs "labels", a pattern',
    );
    return undefined;
  }
  return { labels: compileRegex(labels, report), continuation: from.continuation ?? false };
}
