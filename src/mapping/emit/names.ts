/** Names of elements and attributes: as a mapping writes them, and as the schema's table has them. */
import { XML_NAMESPACE } from '../../xml/element.ts';
import { didYouMean } from '../../yaml/did-you-mean.ts';
import type { Reporter, Spot } from '../load/spot.ts';
import { fitsType, type ElementType, type FormatSchema, type ValueType } from './schemas/element-schema.ts';

/** An element that the schema allows at a place. */
export interface CheckedElement {
  /** As it is written. */
  readonly name: string;
  /** Its key in the schema's table. */
  readonly key: string;
  readonly typeName: string;
  readonly type: ElementType;
}

export interface Names {
  /** The root, or `undefined` when the file names another one. */
  root(spot: Spot<string>): CheckedElement | undefined;
  /** A child of an element of some type; what is wrong is reported. */
  child(spot: Spot<string>, parentType: string): CheckedElement | undefined;
  /** An attribute's type; what is wrong is reported at the key. */
  attribute(name: string, spot: Spot, element: CheckedElement): ValueType | undefined;
  /** Checks a constant. */
  constant(value: string, type: ValueType, spot: Spot): void;
  /** A name of the table as this file writes it. */
  written(key: string): string;
  /** A written name as the table has it; `undefined` for a name outside its namespaces. */
  keyOf(name: string): string | undefined;
  typeOf(typeName: string): ElementType;
}

/** The names of one file, by its `ns`. */
export function createNames(
  schema: FormatSchema,
  namespaces: Readonly<Record<string, string>>,
  report: Reporter,
): Names {
  const prefixes = createPrefixes(schema, namespaces);
  const file: NamedFile = { schema, report, prefixes };
  return {
    written: prefixes.written,
    keyOf: prefixes.keyOf,
    typeOf: (typeName) => schema.types[typeName]!,
    root: (spot) => checkRoot(spot, file),
    child: (spot, parentType) => checkChild(spot, parentType, file),
    attribute: (name, spot, element) => checkAttribute(name, { spot, element }, file),
    constant: (value, type, spot) => checkConstant(value, { type, spot }, report),
  };
}

interface NamedFile {
  readonly schema: FormatSchema;
  readonly report: Reporter;
  readonly prefixes: Prefixes;
}

interface Prefixes {
  /** The prefixes that the file may use. */
  readonly known: readonly string[];
  readonly written: (key: string) => string;
  readonly keyOf: (name: string) => string | undefined;
}

function createPrefixes(schema: FormatSchema, namespaces: Readonly<Record<string, string>>): Prefixes {
  const uris = new Map([['xml', XML_NAMESPACE], ...Object.entries(namespaces)]);
  const tablePrefixes = new Map([
    [XML_NAMESPACE, 'xml'],
    ...Object.entries(schema.namespaces).map(([prefix, uri]) => [uri, prefix] as const),
  ]);
  return {
    known: [...uris.keys()],
    keyOf(name) {
      const [prefix, local] = split(name);
      if (prefix === '') return name;
      const tablePrefix = tablePrefixes.get(uris.get(prefix) ?? '');
      if (tablePrefix === undefined) return undefined;
      return tablePrefix === '' ? local : `${tablePrefix}:${local}`;
    },
    written(key) {
      const [tablePrefix, local] = split(key);
      const uri = tablePrefix === 'xml' ? XML_NAMESPACE : schema.namespaces[tablePrefix];
      const prefix = [...uris].find(([, other]) => other === uri)?.[0];
      return prefix === undefined || prefix === '' ? local : `${prefix}:${local}`;
    },
  };
}

function checkRoot(spot: Spot<string>, file: NamedFile): CheckedElement | undefined {
  const { schema, report, prefixes } = file;
  const key = checkedKey(spot.value, { spot }, file);
  if (key === undefined) return undefined;
  if (key !== schema.root) {
    report.error(spot, 'output.root', `the root of ${schema.file} is "${prefixes.written(schema.root)}"`);
    return undefined;
  }
  return { name: spot.value, key, typeName: schema.rootType, type: schema.types[schema.rootType]! };
}

function checkChild(spot: Spot<string>, parentType: string, file: NamedFile): CheckedElement | undefined {
  const { schema, report, prefixes } = file;
  const key = checkedKey(spot.value, { spot }, file);
  if (key === undefined) return undefined;
  const children = schema.types[parentType]?.children ?? {};
  const typeName = Object.hasOwn(children, key) ? children[key] : undefined;
  if (typeName === undefined) {
    const hint = didYouMean(spot.value, Object.keys(children).map(prefixes.written));
    report.error(spot, 'output.element', `${schema.file} has no "${spot.value}" here${hint}`);
    return undefined;
  }
  return { name: spot.value, key, typeName, type: schema.types[typeName]! };
}

function checkAttribute(
  name: string,
  at: { readonly spot: Spot; readonly element: CheckedElement },
  file: NamedFile,
): ValueType | undefined {
  const place = { atKey: true };
  const key = checkedKey(name, { spot: at.spot, place }, file);
  if (key === undefined) return undefined;
  const { attributes } = at.element.type;
  if (Object.hasOwn(attributes, key)) return attributes[key];
  const hint = didYouMean(key, Object.keys(attributes));
  const message = `${file.schema.file} has no attribute "${name}" on "${at.element.name}"${hint}`;
  file.report.error(at.spot, 'output.attribute', message, place);
  return undefined;
}

function checkConstant(
  value: string,
  at: { readonly type: ValueType; readonly spot: Spot },
  report: Reporter,
): void {
  const { type, spot } = at;
  if (fitsType(type, value)) return;
  const known = typeof type === 'string' ? [] : type;
  const expected = typeof type === 'string' ? type : `one of ${known.map((one) => `"${one}"`).join(', ')}`;
  report.error(
    spot,
    'output.value',
    `"${value}" is not allowed here, but ${expected}${didYouMean(value, known)}`,
  );
}

/** The key of a name, or a report of what is wrong with its prefix. */
function checkedKey(
  name: string,
  at: { readonly spot: Spot; readonly place?: { readonly atKey: boolean } },
  { schema, report, prefixes }: NamedFile,
): string | undefined {
  const key = prefixes.keyOf(name);
  if (key !== undefined) return key;
  const [prefix] = split(name);
  if (prefixes.known.includes(prefix)) {
    const message = `${schema.file} has nothing in the namespace of "${prefix}"`;
    report.error(at.spot, 'prefix.foreign', message, at.place);
  } else {
    const message = `no prefix "${prefix}" in "ns"${didYouMean(prefix, prefixes.known)}`;
    report.error(at.spot, 'prefix.unknown', message, at.place);
  }
  return undefined;
}

function split(name: string): [prefix: string, local: string] {
  const colon = name.indexOf(':');
  return colon < 0 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)];
}
