/**
 * Paths of output mappings, compiled to closures: `titles`, `dates[type=issued]`, `../type`, `$source.name`. They are
 * checked against the canonical model when they are compiled, so that a misspelt field never loads.
 */
import type { CanonicalRecord } from '../../model/canonical.ts';
import { didYouMean } from '../../yaml/did-you-mean.ts';
import type { Path } from '../binding.ts';
import { PathSyntaxError } from '../paths/path-syntax-error.ts';
import { isObjectType, type Field, type TargetType } from '../target/target-table.ts';

/** Where a rule stands in the record while it runs. */
export interface Scope {
  readonly value: unknown;
  readonly parent: Scope | undefined;
  /** The place among the items of the rule, from 0. */
  readonly index: number;
  readonly record: CanonicalRecord;
}

/** What a scope's value will be, known on loading. */
export interface Shape {
  readonly type: TargetType;
  readonly parent: Shape | undefined;
}

export interface OutputPath extends Path<Scope> {
  /** The type of one selected value. */
  readonly type: TargetType;
  /** Whether it can select more than one. */
  readonly many: boolean;
}

interface CanonicalStep {
  readonly name: string;
  /** `[kind=main]`, `[2]`. */
  readonly filter?: { readonly field: string; readonly value: string } | { readonly position: number };
}

/** Compiles a path read from a shape. Throws a {@link PathSyntaxError}. */
export function compileOutputPath(text: string, shape: Shape): OutputPath {
  if (text.startsWith('$')) return compileVariable(text);
  const path = parseCanonicalPath(text);
  let at = shape;
  for (let i = 0; i < path.up; i += 1) {
    if (at.parent === undefined)
      throw new PathSyntaxError('path.outside', `"${text}" leads out of the record`);
    at = at.parent;
  }
  const { type, many } = followed(path.steps, at.type, text);
  const start = startOf(path.up);
  const [first, ...others] = path.steps;
  const plain = others.length === 0 && first !== undefined && first.filter === undefined;
  const values = plain ? readField(start, first.name) : readSteps(start, path.steps);
  return { text, type, many, values, nodes: values };
}

/** What lies around the metadata, and where the canonical record keeps it. */
const VARIABLES: Readonly<Record<string, (record: CanonicalRecord) => string>> = {
  '$record.id': (record) => record.id,
  '$source.id': (record) => record.source.id,
  '$source.name': (record) => record.source.name,
  '$header.identifier': (record) => record.source.oaiIdentifier,
  '$header.metadataPrefix': (record) => record.source.metadataPrefix,
  '$mapping.id': (record) => record.source.mappingId,
};

function compileVariable(text: string): OutputPath {
  const read = VARIABLES[text];
  if (read === undefined) {
    const hint = didYouMean(text, Object.keys(VARIABLES));
    throw new PathSyntaxError('path.variable', `no variable "${text}"${hint}`);
  }
  const values = (scope: Scope): readonly unknown[] => [read(scope.record)];
  return { text, type: { kind: 'text' }, many: false, values, nodes: values };
}

interface ParsedPath {
  /** How many enclosing items it goes up before it goes down. */
  readonly up: number;
  readonly steps: readonly CanonicalStep[];
}

const STEP = /^([A-Za-z_]\w*)(?:\[(?:(\d+)|([A-Za-z_]\w*)=([^\]]+))\])?$/;

function parseCanonicalPath(text: string): ParsedPath {
  let rest = text;
  let up = 0;
  while (rest === '..' || rest.startsWith('../')) {
    up += 1;
    rest = rest.slice(3);
  }
  if (rest === '.' || (rest === '' && up > 0)) return { up, steps: [] };
  return { up, steps: splitSteps(rest).map((step) => parseStep(step, text)) };
}

/** Dots separate steps, except inside a filter. */
function splitSteps(text: string): string[] {
  return text.match(/(?:[^.[]|\[[^\]]*\]?)+|\.(?=\.|$)/g) ?? [''];
}

function parseStep(step: string, whole: string): CanonicalStep {
  const match = STEP.exec(step);
  if (match === null) throw new PathSyntaxError('path.syntax', `the path "${whole}" is wrong at "${step}"`);
  const [, name = '', position, field, value = ''] = match;
  if (position !== undefined) return { name, filter: { position: Number(position) } };
  return field === undefined ? { name } : { name, filter: { field, value } };
}

/** Where steps lead from a type, and whether a list lies on the way. */
function followed(
  steps: readonly CanonicalStep[],
  from: TargetType,
  text: string,
): { readonly type: TargetType; readonly many: boolean } {
  let type = from;
  let many = false;
  for (const { name, filter } of steps) {
    const field = fieldOf(type, name, text);
    ({ type } = field);
    many ||= field.many && !(filter !== undefined && 'position' in filter);
    if (filter !== undefined && 'field' in filter)
      checkLiteral(fieldOf(type, filter.field, text).type, filter, text);
  }
  return { type, many };
}

function fieldOf(type: TargetType, name: string, text: string): Field {
  const fields: ReadonlyMap<string, Field> = isObjectType(type) ? type.fields : new Map<string, Field>();
  const field = fields.get(name);
  if (field !== undefined) return field;
  const hint = didYouMean(name, [...fields.keys()]);
  throw new PathSyntaxError('path.unknown', `the canonical model has no "${name}" at "${text}"${hint}`);
}

function checkLiteral(
  type: TargetType,
  filter: { readonly field: string; readonly value: string },
  text: string,
): void {
  const known = isObjectType(type) ? undefined : type.values;
  if (known === undefined || known.includes(filter.value)) return;
  const hint = didYouMean(filter.value, known);
  throw new PathSyntaxError(
    'path.literal',
    `"${filter.field}" is never "${filter.value}" in "${text}"${hint}`,
  );
}

type Start = (scope: Scope) => unknown;

function startOf(up: number): Start {
  if (up === 0) return (scope) => scope.value;
  return (scope) => {
    let at: Scope | undefined = scope;
    for (let i = 0; i < up; i += 1) at = at?.parent;
    return at?.value;
  };
}

const NOTHING: readonly unknown[] = [];

function readField(start: Start, name: string): (scope: Scope) => readonly unknown[] {
  return (scope) => {
    const value = (start(scope) as Readonly<Record<string, unknown>> | undefined)?.[name];
    if (value === undefined || value === '') return NOTHING;
    return Array.isArray(value) ? (value as unknown[]) : [value];
  };
}

function readSteps(start: Start, steps: readonly CanonicalStep[]): (scope: Scope) => readonly unknown[] {
  const collect = steps.reduceRight(stepInto, found);
  return (scope) => {
    const values: unknown[] = [];
    collect(start(scope), values);
    return values;
  };
}

/** Collects what the rest of a path selects from a value. */
type Collect = (value: unknown, found: unknown[]) => void;

function found(value: unknown, values: unknown[]): void {
  if (value !== undefined && value !== '') values.push(value);
}

function stepInto(next: Collect, { name, filter }: CanonicalStep): Collect {
  return (value, values) => {
    if (value === undefined || value === '') return;
    const field = (value as Readonly<Record<string, unknown>>)[name];
    if (!Array.isArray(field)) return next(field, values);
    if (filter !== undefined && 'position' in filter) return next(field[filter.position - 1], values);
    for (const item of field as unknown[]) {
      if (filter === undefined || fieldIs(item, filter)) next(item, values);
    }
  };
}

function fieldIs(item: unknown, filter: { readonly field: string; readonly value: string }): boolean {
  const field = (item as Readonly<Record<string, unknown>>)[filter.field];
  return Array.isArray(field) ? field.map(String).includes(filter.value) : String(field) === filter.value;
}
