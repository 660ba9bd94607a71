/** The anatomy of an output mapping file, as people write it. */
import { z } from '../../schema/index.ts';
import {
  conditionSchema,
  stepsSchema,
  tableSchema,
  type ConditionSpec,
  type StepsSpec,
} from '../load/mapping-file.ts';

/** Where a text comes from: one of `from`, `const` and `template`; the item itself when there is none. */
export interface ValueSpec {
  readonly when?: ConditionSpec | undefined;
  readonly unless?: ConditionSpec | undefined;
  readonly from?: string | readonly string[] | undefined;
  readonly use?: StepsSpec | undefined;
  readonly const?: string | number | boolean | undefined;
  readonly template?: string | undefined;
  readonly first?: true | undefined;
}

export interface AttributeSpec extends ValueSpec {
  readonly group?: string | undefined;
}

export interface OutputRuleSpec extends ValueSpec {
  readonly el?: string | undefined;
  readonly each?: string | undefined;
  readonly pre?: StepsSpec | undefined;
  readonly attrs?: Readonly<Record<string, AttributeSpec>> | undefined;
  readonly children?: readonly OutputRuleSpec[] | undefined;
  readonly apply?: string | undefined;
  readonly group?: string | undefined;
  readonly required?: true | undefined;
  readonly wrap?: string | undefined;
  readonly space?: 'preserve' | undefined;
  readonly orElse?: OutputRuleSpec | undefined;
}

const path = z.string().min(1);
const scalar = z.union([z.string(), z.number(), z.boolean()]);
const name = z
  .string()
  .regex(/^(?:[A-Za-z][\w.-]*:)?[A-Za-z_][\w.-]*$/, 'an XML name such as "mods:title" is expected');

const value = {
  when: conditionSchema.optional(),
  unless: conditionSchema.optional(),
  from: z
    .union([path, z.array(path).min(1)])
    .optional()
    .describe('Of several paths, the first that gives something.'),
  use: stepsSchema.optional(),
  const: scalar.optional(),
  template: z
    .string()
    .min(1)
    .optional()
    .describe('`{a}[ {b}]`: a part in brackets vanishes when a field of it is missing.'),
  first: z.literal(true).optional().describe('Of several values, only the first.'),
};

const attribute: z.ZodType<AttributeSpec> = z.strictObject({
  ...value,
  group: z.string().optional().describe('The named group that makes the value: `alt_rep_group`.'),
});

const rule: z.ZodType<OutputRuleSpec> = z.strictObject({
  ...value,
  el: name.optional(),
  each: path.optional().describe('One element for each value; the other paths are read from it.'),
  pre: stepsSchema
    .optional()
    .describe('What is made of the values of `each` before there is an element for each.'),
  attrs: z.record(name, attribute).optional(),
  apply: z.string().optional().describe('The block whose rules are put here.'),
  group: z.string().optional().describe('The named group that writes elements here.'),
  required: z.literal(true).optional().describe('Without this element, the one around it is left out.'),
  wrap: name.optional().describe('The text stands in this child instead.'),
  space: z.literal('preserve').optional().describe('Adds `xml:space="preserve"`.'),
  get children() {
    return z.array(rule).optional();
  },
  get orElse() {
    return rule
      .optional()
      .describe('Stands in when the rule writes nothing; with `each`, for each item by itself.');
  },
});

/** A canonical → served format mapping. */
export const outputFileSchema = z.strictObject({
  mapping: z.string(),
  title: z.string(),
  version: z.union([z.string(), z.number()]).optional(),
  from: z.literal('canonical/1'),
  to: z.strictObject({
    format: z.literal('xml'),
    root: name,
    attrs: z.record(name, z.string()).optional(),
    schema: z.string().describe('The file name of the schema whose table the rules are checked against.'),
  }),
  ns: z.record(z.string(), z.string()),
  tables: z.record(z.string(), tableSchema).optional(),
  dedupe: z.literal(true).optional().describe('The same element with the same text is written once.'),
  blocks: z.record(z.string(), z.array(rule)).optional(),
  emit: z.array(rule).min(1),
});

export type OutputFile = z.output<typeof outputFileSchema>;
