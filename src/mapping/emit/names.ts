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
  const uris = new Map([['xml', XML_NAMESPACE], ...Object.entries(namespaces)]);
  const tablePrefixes = new Map([
    [XML_NAMESPACE, 'xml'],
    ...Object.entries(schema.namespaces).map(([prefix, uri]) => [uri, prefix] as const),
  ]);

  const keyOf = (name: string): string | undefined => {
    const [prefix, local] = split(name);
    if (prefix === '') return name;
    const tablePrefix = tablePrefixes.get(uris.get(prefix) ?? '');
    if (tablePrefix === undefined) return undefined;
    return tablePrefix === '' ? local : `${tablePrefix}:${local}`;
  };
  /** The key of a name, or a report of what is wrong with its prefix. */
  const checkedKey = (name: string, spot: Spot, place?: { readonly atKey: boolean }): string | undefined => {
    const key = keyOf(name);
    if (key !== undefined) return key;
    const [prefix] = split(name);
    if (uris.has(prefix)) {
      report.error(
        spot,
        'prefix.foreign',
        `${schema.file} has nothing in the namespace of "${prefix}"`,
        place,
      );
    } else {
      report.error(
        spot,
        'prefix.unknown',
        `no prefix "${prefix}" in "ns"${didYouMean(prefix, [...uris.keys()])}`,
        place,
      );
    }
    return undefined;
  };
  const written = (key: string): string => {
    const [tablePrefix, local] = split(key);
    const uri = tablePrefix === 'xml' ? XML_NAMESPACE : schema.namespaces[tablePrefix];
    const prefix = [...uris].find(([, other]) => other === uri)?.[0];
    return prefix === undefined || prefix === '' ? local : `${prefix}:${local}`;
  };

  return {
    written,
    keyOf,
    typeOf: (typeName) => schema.types[typeName]!,
    root(spot) {
      const key = checkedKey(spot.value, spot);
      if (key === undefined) return undefined;
      if (key !== schema.root) {
        report.error(spot, 'output.root', `the root of ${schema.file} is "${written(schema.root)}"`);
        return undefined;
      }
      return { name: spot.value, key, typeName: schema.rootType, type: schema.types[schema.rootType]! };
    },
    child(spot, parentType) {
      const key = checkedKey(spot.value, spot);
      if (key === undefined) return undefined;
      const children = schema.types[parentType]?.children ?? {};
      const typeName = Object.hasOwn(children, key) ? children[key] : undefined;
      if (typeName === undefined) {
        const hint = didYouMean(spot.value, Object.keys(children).map(written));
        report.error(spot, 'output.element', `${schema.file} has no "${spot.value}" here${hint}`);
        return undefined;
      }
      return { name: spot.value, key, typeName, type: schema.types[typeName]! };
    },
    attribute(name, spot, element) {
      const key = checkedKey(name, spot, { atKey: true });
      if (key === undefined) return undefined;
      const { attributes } = element.type;
      if (Object.hasOwn(attributes, key)) return attributes[key];
      const hint = didYouMean(key, Object.keys(attributes));
      const message = `${schema.file} has no attribute "${name}" on "${element.name}"${hint}`;
      report.error(spot, 'output.attribute', message, { atKey: true });
      return undefined;
    },
    constant(value, type, spot) {
      if (fitsType(type, value)) return;
      const known = typeof type === 'string' ? [] : type;
      const expected =
        typeof type === 'string' ? type : `one of ${known.map((one) => `"${one}"`).join(', ')}`;
      report.error(
        spot,
        'output.value',
        `"${value}" is not allowed here, but ${expected}${didYouMean(value, known)}`,
      );
    },
  };
}

function split(name: string): [prefix: string, local: string] {
  const colon = name.indexOf(':');
  return colon < 0 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)];
}
