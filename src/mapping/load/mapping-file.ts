/** The anatomy of a mapping file, as people write it. The JSON Schema of mappings is generated from here. */
import { z } from '../../schema/index.ts';
import { share } from '../../schema/units.ts';

// YAML reads an unquoted 020 as the number 20.
const path = z.string({ error: 'a path is expected; quote MARC tags' }).min(1);
const paths = z.union([path, z.array(path).min(1)], { error: 'a path or a list of paths is expected; quote MARC tags' }); // prettier-ignore
const scalar = z.union([z.string(), z.number(), z.boolean()]);
const id = z.string({ error: 'an id is expected; quote numbers' }).min(1);

const step = z.union([z.string(), z.record(z.string(), z.unknown())]);
const steps = z.union([step, z.array(step)]);

const pathAndValue = z.tuple([path, scalar]);

const condition = z.strictObject({
  exists: path.optional().describe('At least one node is there, be it empty.'),
  missing: path.optional().describe('No node with text is there.'),
  equals: pathAndValue.optional(),
  in: z.tuple([path, z.array(scalar)]).optional(),
  missingIn: z.tuple([path, z.string()]).optional().describe('No value of the path is a key of the table.'),
  matches: z.tuple([path, z.string()]).optional(),
  differs: z.tuple([path, path]).optional(),
  index: z.int().min(0).optional(),
  tag: z.string({ error: 'a MARC tag is expected; quote it' }).optional(),
  source: z
    .strictObject({
      id: z.array(z.string()).optional(),
      set: z.array(z.string()).optional(),
      software: z
        .union([z.string(), z.array(z.string())])
        .optional()
        .describe('What the repository runs, as its job says.'),
    })
    .optional(),
  get all(): z.ZodOptional<z.ZodArray<typeof condition>> {
    return z.array(condition).optional();
  },
  get any(): z.ZodOptional<z.ZodArray<typeof condition>> {
    return z.array(condition).optional();
  },
  get not(): z.ZodOptional<typeof condition> {
    return condition.optional();
  },
});

const onBad = z.union([
  z.literal('keep_raw'),
  z.strictObject({ to: path.optional(), warn: z.string().optional() }),
]);

const guarded = { when: condition.optional(), unless: condition.optional() };

/** Where values come from, and what is done to them. */
export interface ExpressionSpec {
  readonly when?: ConditionSpec | undefined;
  readonly unless?: ConditionSpec | undefined;
  readonly from?: string | readonly string[] | undefined;
  readonly const?: Scalar | undefined;
  /** Only as the last of `first`; marked as defaulted. */
  readonly default?: Scalar | undefined;
  readonly each?: string | undefined;
  readonly first?: readonly ExpressionSpec[] | undefined;
  readonly case?: readonly CaseBranchSpec[] | undefined;
  readonly set?: Readonly<Record<string, ExpressionSpec>> | undefined;
  readonly merge?: readonly ExpressionSpec[] | undefined;
  readonly use?: StepsSpec | undefined;
  readonly onBad?: OnBadSpec | undefined;
}

export interface CaseBranchSpec {
  readonly when?: ConditionSpec | undefined;
  readonly then?: Scalar | ExpressionSpec | undefined;
  readonly else?: Scalar | ExpressionSpec | undefined;
}

export type Scalar = string | number | boolean;

const expression: z.ZodType<ExpressionSpec> = z.strictObject({
  ...guarded,
  from: paths.optional(),
  const: scalar.optional(),
  default: scalar.optional(),
  each: path.optional(),
  use: steps.optional(),
  onBad: onBad.optional(),
  get first(): z.ZodType<readonly ExpressionSpec[] | undefined> {
    return z.array(expression).optional();
  },
  get case(): z.ZodType<readonly CaseBranchSpec[] | undefined> {
    return z.array(caseBranch).optional();
  },
  get set(): z.ZodType<Readonly<Record<string, ExpressionSpec>> | undefined> {
    return z.record(z.string(), expression).optional();
  },
  get merge(): z.ZodType<readonly ExpressionSpec[] | undefined> {
    return z.array(expression).optional();
  },
});

const branchValue = z.union([scalar, expression]);

const caseBranch: z.ZodType<CaseBranchSpec> = z.strictObject({
  when: condition.optional(),
  then: branchValue.optional(),
  else: branchValue.optional(),
});

const written = {
  merge: z.array(expression).optional(),
  set: z.record(z.string(), expression).optional(),
  as: z.record(z.string(), scalar).optional(),
  to: path.optional(),
  onBad: onBad.optional(),
  warn: z.string().optional(),
};

const routeCase = z.strictObject({
  id,
  ...guarded,
  from: paths.optional(),
  use: steps.optional(),
  else: z.literal(true).optional(),
  ...written,
});

const rule = z.strictObject({
  id: id.optional(),
  ...guarded,
  from: paths.optional(),
  each: path.optional(),
  const: scalar.optional(),
  first: z.array(expression).optional(),
  case: z.array(caseBranch).optional(),
  pre: steps.optional(),
  use: steps.optional(),
  route: z.array(routeCase).optional(),
  ...written,
  after: steps.optional(),
  apply: z.string().optional(),
  check: z.strictObject({ equalsCount: path }).optional(),
  mergeInto: z.record(z.string(), scalar).optional(),
  replace: z.literal(true).optional().describe('In `override`: the whole rule, not only the named keys.'),
});

// Which keys a case has and which a rule, `edit-rules` checks: a key says `rule` or `rule/case`.
const ruleOrCase = z.strictObject({ ...rule.shape, else: routeCase.shape.else });
const byRuleOrCase = 'By the id of an inherited rule, or of a case of its route: `rule/case`.';

const onMiss = z.union([
  z.enum(['pass', 'drop', 'warn', 'omit']),
  z.strictObject({ const: scalar }),
  z.strictObject({ table: z.string() }),
]);

const table = z.strictObject({
  inline: z.record(z.string(), scalar).optional(),
  file: z
    .string()
    .optional()
    .describe(
      'CSV or TSV under `tables/`, whose first line names the columns; or YAML, a map from keys to values.',
    ),
  builtin: z.string().optional(),
  column: z.string().optional().describe('The key column of the file; the first one by default.'),
  key: z.enum(['exact', 'casefold', 'fold']).default('exact'),
  value: z.string().optional().describe('The value column of the file; the second one by default.'),
  onMiss: onMiss.default('warn'),
  check: z.string().optional().describe('The vocabulary every value must be in.'),
});

const guard = z.strictObject({
  id,
  ...guarded,
  action: z.enum(['reject', 'skip', 'delete', 'quarantine', 'warn']),
  code: z.string().optional(),
  message: z.string().optional(),
});

const recordTest = z.strictObject({
  name: z.string(),
  given: z.union([z.string(), z.strictObject({ file: z.string() })]),
  expect: z.record(z.string(), z.unknown()).optional(),
  issues: z.array(z.string()).optional(),
  header: z
    .strictObject({
      identifier: z.string().optional(),
      status: z.literal('deleted').optional(),
      sets: z.array(z.string()).optional(),
    })
    .optional(),
  rejected: z.string().optional().describe('The code of the guard that decides; also for the next three.'),
  skipped: z.string().optional(),
  deleted: z.string().optional(),
  quarantined: z.string().optional(),
  coverage: z.strictObject({ unmapped: z.array(z.string()) }).optional(),
});

const tableTest = z.strictObject({
  name: z.string(),
  table: z.string().describe('The table that is asked, one of the mapping or a builtin one.'),
  expect: z
    .record(z.string(), scalar.nullable())
    .describe('The value of each key, folded as the table says; null: the table does not know the key.'),
});

const test = z.union([recordTest, tableTest]);

/** A source format → canonical mapping, and the shared `common.yaml`. */
export const mappingFileSchema = z.strictObject({
  mapping: z.string(),
  title: z.string().optional(),
  version: z.union([z.string(), z.number()]).optional(),
  abstract: z.literal(true).optional(),
  extends: z.union([z.string(), z.array(z.string())]).optional(),
  from: z
    .strictObject({
      format: z.enum(['xml', 'marcxml', 'json', 'labelled']).optional(),
      root: paths.optional().describe('The name of the element that is the record; of several, any.'),
      unwrap: paths
        .optional()
        .describe(
          'Where the record stands in a payload whose own root is something else: the first element that a path finds.',
        ),
      namespaces: z
        .record(z.string(), z.array(z.string()))
        .optional()
        .describe('By a prefix of `ns`: more namespaces whose names are read as if they stood in that of the prefix; \'\' is none.'), // prettier-ignore
      prefixes: z.array(z.string()).optional(),
      labels: z.string().optional(),
      continuation: z.boolean().optional(),
    })
    .optional(),
  linked: z
    .strictObject({
      script: z.string({ error: 'a MARC tag is expected; quote it' }).regex(/^\d{3}$/),
      via: z.string().regex(/^\$[a-z\d]$/),
    })
    .optional()
    .describe('MARC: the fields that stand for others in another script, and the subfield that links them.'),
  to: z.literal('canonical/1').optional(),
  ns: z.record(z.string(), z.string()).optional(),
  vars: z.record(z.string(), z.unknown()).optional(),
  pipes: z.record(z.string(), steps).optional(),
  tables: z.record(z.string(), table).optional(),
  limits: z
    .strictObject({
      values: z.int().min(1).optional(),
      valueLength: z.int().min(1).optional(),
      depth: z.int().min(1).max(20).optional(),
    })
    .optional(),
  abort: z
    .strictObject({
      rejectedShare: share
        .optional()
        .describe('A run stops when more than this share of its records is rejected or quarantined …'),
      rejectedRatio: share.optional().describe('The same.'),
      min: z.int().min(1).default(100).describe('… among at least so many records.'),
      emptyRuleDrop: z
        .union([id, z.array(id)])
        .optional()
        .describe(
          'A run stops when one of these rules makes nothing of its first `min` records, though it does of most records in the store.',
        ),
    })
    .optional()
    .describe('When a run stops by itself, besides what its job says.'),
  severity: z.record(z.string(), z.enum(['info', 'warn', 'error'])).optional(),
  guards: z.array(guard).optional(),
  blocks: z.record(z.string(), z.array(rule)).optional(),
  rules: z.array(rule).optional(),
  override: z.record(z.string(), ruleOrCase).optional().describe(byRuleOrCase),
  disable: z
    .array(z.string())
    .optional()
    .describe('The ids of inherited rules and guards, and of cases: `rule/case`.'),
  before: z.record(z.string(), z.array(ruleOrCase)).optional().describe(byRuleOrCase),
  after: z.record(z.string(), z.array(ruleOrCase)).optional().describe(byRuleOrCase),
  ignore: z.array(path).optional(),
  tests: z.array(test).optional(),
});

export type MappingFile = z.output<typeof mappingFileSchema>;
export type RuleSpec = z.output<typeof rule>;
export type RouteCaseSpec = z.output<typeof routeCase>;
/** What `override`, `before` and `after` say: of a rule, or of a case of a route. */
export type RuleOrCaseSpec = z.output<typeof ruleOrCase>;
export type ConditionSpec = z.output<typeof condition>;
export type GuardSpec = z.output<typeof guard>;
export type OnBadSpec = z.output<typeof onBad>;
export type TableSpec = z.output<typeof table>;
export type StepSpec = z.output<typeof step>;
export type StepsSpec = z.output<typeof steps>;
export type TestSpec = z.output<typeof test>;
export type RecordTestSpec = z.output<typeof recordTest>;
export type TableTestSpec = z.output<typeof tableTest>;

/** The keys that a case of a route may have, and those that a rule may have. */
export const CASE_KEYS: readonly string[] = Object.keys(routeCase.shape);
export const RULE_KEYS: readonly string[] = Object.keys(rule.shape);

/** The schemas that output files share. */
export { condition as conditionSchema, steps as stepsSchema, table as tableSchema };
