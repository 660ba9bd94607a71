/**
 * Checked values: the only home of zod. A schema is written once; its TypeScript type, its JSON Schema and
 * its checks all come from it.
 */
import { z } from 'zod';

export { z };

/** One thing wrong with a value, and where: `path` leads from the root to it. */
export interface SchemaIssue {
  readonly path: readonly (string | number)[];
  readonly message: string;
  /** True when `path` ends in a key that should not be there: a report points at the key, not at its value. */
  readonly atKey: boolean;
  /** The keys that would have been legal there, for a did-you-mean. */
  readonly known: readonly string[];
}

export type Checked<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly issues: readonly SchemaIssue[] };

/** Checks a value against a schema and reports everything wrong with it at once. */
export function checkValue<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): Checked<z.output<Schema>> {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, issues: result.error.issues.flatMap((issue) => flatten(issue, [], schema)) };
}

/**
 * The JSON Schema (draft 2020-12) of what a person writes: defaults are optional, unknown keys are forbidden.
 * With `shared`, a schema that occurs more than once is defined once, under `$defs`.
 */
export function jsonSchemaOf(
  schema: z.ZodType,
  options: { shared: boolean } = { shared: false },
): Record<string, unknown> {
  return z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    reused: options.shared ? 'ref' : 'inline',
  });
}

function flatten(issue: z.core.$ZodIssue, prefix: readonly PropertyKey[], schema: z.ZodType): SchemaIssue[] {
  const path = [...prefix, ...issue.path].map((step) => (typeof step === 'symbol' ? String(step) : step));
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path);
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: `unknown key "${key}"`,
      atKey: true,
      known,
    }));
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    return furthestBranch(issue.errors).flatMap((inner) => flatten(inner, path, schema));
  }
  const message = issue.input === undefined && path.length > 0 ? 'is missing' : lowerFirst(issue.message);
  return [{ path, message, atKey: false, known: [] }];
}

/** Of a union's branches, the one whose problems lie deepest is the one the author meant. */
function furthestBranch(branches: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] {
  const depth = (issues: readonly z.core.$ZodIssue[]): number =>
    Math.max(0, ...issues.map((issue) => issue.path.length + (issue.code === 'unrecognized_keys' ? 1 : 0)));
  return branches.reduce((best, branch) => (depth(branch) > depth(best) ? branch : best));
}

function keysAt(schema: z.ZodType, path: readonly (string | number)[]): readonly string[] {
  let node: unknown = schema;
  for (const step of path) {
    const inner = unwrap(node);
    if (inner instanceof z.ZodObject) node = (inner.shape as Record<string, unknown>)[step];
    else if (inner instanceof z.ZodArray) node = inner.element;
    else if (inner instanceof z.ZodRecord) node = inner.valueType;
    else return [];
  }
  const inner = unwrap(node);
  const choices: readonly unknown[] = inner instanceof z.ZodUnion ? inner.options : [inner];
  return choices.flatMap((choice) => (choice instanceof z.ZodObject ? Object.keys(choice.shape) : []));
}

function unwrap(node: unknown): unknown {
  let inner = node;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault || inner instanceof z.ZodPrefault) {
    inner = inner.def.innerType;
  }
  return inner;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
