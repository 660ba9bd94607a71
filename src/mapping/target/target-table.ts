/** The canonical model as mappings see it: what may stand at each dotted path. Derived from the schema at load. */
import { descriptionSchema } from '../../model/canonical.ts';
import { z } from '../../schema/index.ts';
import { didYouMean } from '../../yaml/did-you-mean.ts';

export type TargetType = ObjectType | ScalarType;

export interface ObjectType {
  readonly kind: 'object';
  /** A value type of transforms (`Title`, `Agent`) where it is one, otherwise its path. */
  readonly name: string;
  readonly fields: ReadonlyMap<string, Field>;
  readonly required: readonly Field[];
  /** The fields whose lists are always there, be they empty, and whose objects have a default. */
  readonly defaulted: readonly Field[];
  /** The field that a bare text goes into. */
  readonly textField: string | undefined;
}

export interface ScalarType {
  readonly kind: 'text' | 'integer' | 'number' | 'boolean' | 'flag' | 'any';
  readonly values?: readonly string[];
  readonly pattern?: RegExp;
  /** What its texts are written in, where the model says it in words alone. */
  readonly notation?: string;
  readonly min?: number;
  readonly max?: number;
}

export interface Field {
  readonly name: string;
  readonly many: boolean;
  readonly type: TargetType;
}

/** The names of the types that transforms give, each at a place of the model where it stands. */
const NAMED_AT: Readonly<Record<string, string>> = {
  Title: 'titles', Agent: 'agents', AgentVariant: 'agents.variants', Affiliation: 'agents.affiliations',
  Identifier: 'identifiers', Language: 'languages', DateValue: 'dates', Event: 'events', Subject: 'subjects',
  Concept: 'type.genres', Classification: 'classifications', Host: 'host', Part: 'part', Pages: 'part.pages',
  Physical: 'physical', Funding: 'funding', Relation: 'relations', Rights: 'rights', Access: 'access',
  Location: 'locations', Holding: 'holdings', Place: 'spatial', Period: 'temporal', Geo: 'spatial.point',
  Text: 'abstracts', Note: 'notes', ResourceType: 'type', Item: 'relations.item',
}; // prettier-ignore

/** Where a bare text belongs in each type. */
const TEXT_FIELDS: Readonly<Record<string, string>> = {
  Title: 'title', Agent: 'name', AgentVariant: 'name', Affiliation: 'name', Identifier: 'value', DateValue: 'raw',
  Subject: 'label', Concept: 'label', Classification: 'value', Host: 'title', Part: 'text', Pages: 'list',
  Physical: 'extent', Funding: 'funder', Relation: 'text', Rights: 'text', Access: 'text', Location: 'value',
  Holding: 'place', Place: 'label', Period: 'label', Geo: 'text', Text: 'value', Note: 'value',
}; // prettier-ignore

/** What texts may be written in, each at a place of the model where it is. */
const NOTATIONS_AT: Readonly<Record<string, string>> = {
  'a BCP 47 language tag': 'titles.lang',
  'an EDTF date': 'dates.edtf',
  'an absolute URI': 'rights.uri',
};

const COAR_VERSION = /^http:\/\/purl\.org\/coar\/version\/[\w-]+$/;

/** Fields whose URIs are of one vocabulary, by their type and name. */
const URI_PATTERNS: ReadonlyMap<string, RegExp> = new Map([
  ['ResourceType.coar', /^http:\/\/purl\.org\/coar\/resource_type\/[\w-]+$/],
  ['Access.uri', /^http:\/\/purl\.org\/coar\/access_right\/[\w-]+$/],
  ['Description.version', COAR_VERSION],
  ['Host.version', COAR_VERSION],
  ['Item.version', COAR_VERSION],
  ['Location.version', COAR_VERSION],
]);

/** The members of enumerations that say "the record does not say"; the first that fits completes a value. */
export const NEUTRAL = ['unknown', 'other', 'related'] as const;

/** The description: what rules write to. */
export const DESCRIPTION: ObjectType = deriveDescription();

export function isObjectType(type: TargetType): type is ObjectType {
  return type.kind === 'object';
}

/** The fields that a dotted target leads through, or what is wrong with it. */
export function resolveTarget(
  target: string,
  from: ObjectType,
):
  | { readonly ok: true; readonly fields: readonly Field[] }
  | { readonly ok: false; readonly message: string } {
  const fields: Field[] = [];
  let type: TargetType = from;
  for (const name of target.split('.')) {
    const field: Field | undefined = isObjectType(type) ? type.fields.get(name) : undefined;
    if (field === undefined) {
      const hint = didYouMean(name, isObjectType(type) ? [...type.fields.keys()] : []);
      return { ok: false, message: `no "${name}" in the canonical model at "${target}"${hint}` };
    }
    fields.push(field);
    type = field.type;
  }
  return { ok: true, fields };
}

function deriveDescription(): ObjectType {
  const names = new Map<unknown, string>();
  for (const [name, path] of Object.entries(NAMED_AT)) names.set(schemaAt(path), name);
  const notations = new Map<unknown, string>();
  for (const [notation, path] of Object.entries(NOTATIONS_AT)) notations.set(schemaAt(path), notation);
  const known = new Map<unknown, ObjectType>();
  return deriveObject(descriptionSchema, 'Description', { names, notations, known });
}

interface Derivation {
  readonly names: ReadonlyMap<unknown, string>;
  readonly notations: ReadonlyMap<unknown, string>;
  readonly known: Map<unknown, ObjectType>;
}

function schemaAt(path: string): unknown {
  let schema: unknown = descriptionSchema;
  for (const key of path.split('.')) {
    schema = unwrap((schema as z.ZodObject).shape[key] as z.ZodType).inner;
    if (schema instanceof z.ZodArray) schema = schema.element;
  }
  return schema;
}

function deriveObject(schema: z.ZodObject, path: string, derivation: Derivation): ObjectType {
  const known = derivation.known.get(schema);
  if (known !== undefined) return known;
  const name = derivation.names.get(schema) ?? path;
  const fields = new Map<string, Field>();
  const required: Field[] = [];
  const defaulted: Field[] = [];
  const type: ObjectType = {
    kind: 'object',
    name,
    fields,
    required,
    defaulted,
    textField: TEXT_FIELDS[name] ?? ('label' in schema.shape ? 'label' : undefined),
  };
  derivation.known.set(schema, type);
  for (const [key, value] of Object.entries(schema.shape)) {
    const { inner, optional, defaults } = unwrap(value as z.ZodType);
    const many = inner instanceof z.ZodArray;
    const member = (many ? inner.element : inner) as z.ZodType;
    const pattern = URI_PATTERNS.get(`${name}.${key}`);
    const derived = deriveType(member, `${path}.${key}`, derivation);
    const field: Field = {
      name: key,
      many,
      type: pattern === undefined ? derived : { kind: 'text', pattern },
    };
    fields.set(key, field);
    if (defaults) defaulted.push(field);
    else if (!optional) required.push(field);
  }
  return type;
}

function deriveType(schema: z.ZodType, path: string, derivation: Derivation): TargetType {
  if (schema instanceof z.ZodObject) return deriveObject(schema, path, derivation);
  if (schema instanceof z.ZodEnum) return { kind: 'text', values: schema.options.map(String) };
  if (schema instanceof z.ZodBoolean) return { kind: 'boolean' };
  if (schema instanceof z.ZodLiteral) return { kind: 'flag' };
  if (schema instanceof z.ZodNumber) return numberType(schema);
  if (schema instanceof z.ZodString) return textType(schema, derivation.notations.get(schema));
  return { kind: 'any' };
}

function numberType(schema: z.ZodNumber): ScalarType {
  const kind = schema.isInt ? 'integer' : 'number';
  const { minValue, maxValue } = schema;
  return {
    kind,
    ...(minValue !== null && minValue > Number.MIN_SAFE_INTEGER && { min: minValue }),
    ...(maxValue !== null && maxValue < Number.MAX_SAFE_INTEGER && { max: maxValue }),
  };
}

function textType(schema: z.ZodString, notation: string | undefined): ScalarType {
  for (const check of schema.def.checks ?? []) {
    const { def } = check._zod as { readonly def: { readonly pattern?: unknown } };
    if (def.pattern instanceof RegExp) return { kind: 'text', pattern: def.pattern };
  }
  return { kind: 'text', ...(notation !== undefined && { notation }) };
}

function unwrap(schema: z.ZodType): { inner: unknown; optional: boolean; defaults: boolean } {
  let inner: unknown = schema;
  let optional = false;
  let defaults = false;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault) {
    if (inner instanceof z.ZodDefault) defaults = true;
    else optional = true;
    inner = inner.def.innerType;
  }
  return { inner, optional, defaults };
}
