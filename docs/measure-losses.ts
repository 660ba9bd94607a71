/**
 * Finds what a served format never says of a record: the canonical fields whose value can change without a change in
 * the output, whatever else the record has. The reasons stand in `losses.ts`.
 */
import { renderRecord } from '../src/mapping/emit/render.ts';
import { LOSSES, type FormatLosses } from './losses.ts';
import type { OutputMapping } from '../src/mapping/mapping.ts';
import { canonicalRecordSchema, descriptionSchema } from '../src/model/canonical.ts';
import { z } from '../src/schema/index.ts';
import { outputMapping } from '../test/support/output-mappings.ts';

/** A field of the model, and whether a format says it. */
export interface Field {
  /** `agents.place` */
  readonly path: string;
  readonly served: boolean;
}

/**
 * The fields of the model in their order. What is not served of a record is not served of its host, a series or a
 * related work either: those are left out.
 */
export function fieldsOf(format: FormatLosses['format']): Field[] {
  const output = outputMapping(format);
  const fields = leavesOf(descriptionSchema, []).map((leaf) => ({
    path: leaf.path.join('.'),
    served: isRead(leaf, output),
  }));
  const unserved = new Set(fields.filter(({ served }) => !served).map(({ path }) => path));
  return fields.filter(({ path }) => {
    const own = path.replace(NESTED, '');
    return own === path || !unserved.has(own);
  });
}

const NESTED = /^(?:host|series|relations\.item)\./;

/** Whether a declared path (`host.agents.*`) is, or holds, a field. */
export function covers(declared: string, path: string): boolean {
  return declared.endsWith('.*') ? path.startsWith(declared.slice(0, -1)) : declared === path;
}

/** The text of `docs/losses.md`. */
export function lossReference(): string {
  return `# What the served formats do not say

The canonical record says more than MODS, and much more than Dublin Core. What is lost on the way out is no accident: each
field that an output never reads stands here with its reason. \`test/mapping/losses.test.ts\` compares the lists with what
the outputs do, and \`test/mapping/round-trip\` maps records out and back.

The raw record and the canonical record stay in the store whole; only what is served is less.
${LOSSES.map(section).join('')}`;
}

function section({ format, unread, changed }: FormatLosses): string {
  const rows = Object.entries(unread).map(([path, reason]) => `| \`${path}\` | ${reason} |`);
  return `
## ${TITLES[format]}

### Fields that are not served

| Field | Why |
| --- | --- |
${rows.join('\n')}

### What is served in another form

${changed.map((line) => `- ${line}`).join('\n')}
`;
}

const TITLES: Readonly<Record<FormatLosses['format'], string>> = {
  mods: 'MODS 3.8',
  oai_dc: 'Dublin Core (oai_dc)',
};

interface Leaf {
  readonly path: readonly string[];
  readonly schema: z.ZodType;
}

function leavesOf(schema: z.ZodObject, path: readonly string[]): Leaf[] {
  return Object.entries(schema.shape).flatMap(([key, field]): Leaf[] => {
    const inner = innermost(field as z.ZodType);
    const here = [...path, key];
    const isLeaf = !(inner instanceof z.ZodObject) || (BESIDE.has(key) && path.length > 0);
    return isLeaf ? [{ path: here, schema: inner }] : leavesOf(inner, here);
  });
}

/** What works stand beside. Inside another work each is one field: it has all the fields that are listed once. */
const BESIDE: ReadonlySet<string> = new Set(['host', 'series', 'relations']);

/** Without `optional`, `default` and lists. */
function innermost(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return innermost(schema.def.innerType as z.ZodType);
  return schema instanceof z.ZodArray ? innermost(schema.element as z.ZodType) : schema;
}

/** How many members of enumerations, and single siblings, a field is tried beside. */
const ROUNDS = 15;

/** Which optional siblings a field is tried beside: none, one of them, all that are no objects, all. */
const COMPANIES = ['none', 'one', 'values', 'all'] as const;

/** Whether two values of a field ever give two outputs, whatever else is said. */
function isRead(leaf: Leaf, output: OutputMapping): boolean {
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const company of COMPANIES) {
      const outputs = valuesOf(leaf, round).map((value) => rendered(leaf.path, { value, round, company }, output));
      if (new Set(outputs).size > 1) return true;
    }
  }
  return false;
} // prettier-ignore

interface Setting {
  readonly value: unknown;
  readonly round: number;
  readonly company: (typeof COMPANIES)[number];
}

function rendered(path: readonly string[], setting: Setting, output: OutputMapping): string {
  const record = canonicalRecordSchema.parse({
    schema: 'canonical/1',
    id: 'oai:a:b/1',
    source: SOURCE,
    status: 'active',
    ...objectOf(descriptionSchema, path, setting),
  });
  const result = renderRecord(output, record);
  return result.ok ? result.xml : '';
}

const SOURCE = {
  id: 'b', name: 'Source', oaiIdentifier: 'oai:b:1', datestamp: '2020-01-01', sets: [], metadataPrefix: 'x',
  harvestedAt: '2020-01-01T00:00:00Z', rawHash: '0', mappingId: 'x', mappingHash: '0',
}; // prettier-ignore

type Fields = Record<string, unknown>;

/** An object with the value at the end of a path, in company. */
function objectOf(schema: z.ZodObject, path: readonly string[], setting: Setting): Fields {
  const [key, ...rest] = path;
  const object: Fields = {};
  const siblings = companions(schema, key, setting);
  for (const [name, field] of Object.entries(schema.shape)) {
    const inner = innermost(field as z.ZodType);
    if (name === key) {
      const isObject = inner instanceof z.ZodObject && rest.length > 0;
      const value = isObject ? objectOf(inner, rest, setting) : setting.value;
      if (value !== undefined) object[name] = inList(field as z.ZodType, value);
    } else if (isRequired(field as z.ZodType) || siblings.has(name)) {
      object[name] = inList(field as z.ZodType, example(name, inner, setting.round));
    }
  }
  return object;
}

/** A description stands alone, but for the title of a host: what else a record says has nothing to do with the field. */
function companions(schema: z.ZodObject, key: string | undefined, { company, round }: Setting): ReadonlySet<string> {
  const all = Object.keys(schema.shape).filter((name) => name !== key);
  if (company === 'none') return new Set();
  if ('abstracts' in schema.shape) return new Set(['title']);
  if (company === 'all') return new Set(all);
  if (company === 'one') return new Set(all.slice(round % all.length, (round % all.length) + 1));
  return new Set(all.filter((name) => !(innermost(schema.shape[name] as z.ZodType) instanceof z.ZodObject)));
} // prettier-ignore

function isRequired(field: z.ZodType): boolean {
  return !(field instanceof z.ZodOptional || field instanceof z.ZodDefault);
}

function inList(field: z.ZodType, value: unknown): unknown {
  if (field instanceof z.ZodOptional || field instanceof z.ZodDefault)
    return inList(field.def.innerType as z.ZodType, value);
  return field instanceof z.ZodArray && !Array.isArray(value) ? [value] : value;
}

function example(name: string, schema: z.ZodType, round: number): unknown {
  if (schema instanceof z.ZodObject) return objectOf(schema, [], { value: undefined, round, company: 'values' });
  if (schema instanceof z.ZodEnum) return schema.options[round % schema.options.length];
  const values = valuesOf({ path: [name], schema }, round);
  return values[round % values.length];
} // prettier-ignore

/** Two values that a field may have; of an enumeration all. Coordinates come alone and in pairs. */
function valuesOf({ path, schema }: Leaf, round: number): readonly unknown[] {
  const name = path.at(-1)!;
  if (schema instanceof z.ZodEnum) return schema.options;
  if (schema instanceof z.ZodLiteral) return [true, undefined];
  if (schema instanceof z.ZodBoolean) return [true, false];
  if (schema instanceof z.ZodNumber) return ['lon', 'lat'].includes(name) && round % 2 > 0 ? [[1, 2], [3, 4]] : [12, 13]; // prettier-ignore
  if (schema instanceof z.ZodRecord) return [{ a: 1 }, { a: 2 }];
  if (name === 'relations') return TITLES_BESIDE.map((title) => ({ title, type: 'References' }));
  if (schema instanceof z.ZodObject) return TITLES_BESIDE.map((title) => ({ title }));
  return TEXTS[name] ?? ['first', 'second'];
}

const TITLES_BESIDE = ['first', 'second'];
const TAGS = ['sr', 'en'];
const URIS = ['https://id.example.org/1', 'https://id.example.org/2'];

/** Values of texts that are not free, by field. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  lang: TAGS,
  bcp47: TAGS,
  languageOfCataloging: TAGS,
  iso639_3: ['srp', 'eng'],
  script: ['Latn', 'Cyrl'],
  country: ['RS', 'DE'],
  roles: ['aut', 'trl'],
  temporal: ['2010', '2011'],
  edtf: ['2010', '2011'],
  date: ['2010', '2011'],
  uri: URIS,
  id: URIS,
  value: URIS,
  schemeUri: URIS,
  awardUri: URIS,
  scheme: ['doi', 'isbn', 'local'],
  type: ['source', 'other'],
  version: [
    'http://purl.org/coar/version/c_970fb48d4fbd8a85',
    'http://purl.org/coar/version/c_ab4af688f83e57aa',
  ],
  coar: ['http://purl.org/coar/resource_type/c_6501', 'http://purl.org/coar/resource_type/c_2f33'],
};
