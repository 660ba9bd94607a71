import { describe, expect, test } from 'vitest';
import {
  fitsType,
  type ElementType,
  type FormatSchema,
  type ValueType,
} from '../../../src/mapping/emit/schemas/element-schema.ts';
import { MODS_3_8_SCHEMA } from '../../../src/mapping/emit/schemas/mods-3-8.ts';
import { OAI_DC_SCHEMA } from '../../../src/mapping/emit/schemas/oai-dc.ts';
import { hasShared } from '../../support/shared.ts';
import { validateMods, validateOaiDc } from '../../support/xsd.ts';

const FORMATS = [
  { schema: MODS_3_8_SCHEMA, validate: validateMods },
  { schema: OAI_DC_SCHEMA, validate: validateOaiDc },
] as const;

describe.skipIf(!hasShared())('the tables of elements agree with the official schemas', () => {
  for (const { schema, validate } of FORMATS) {
    const places = placesOf(schema);
    const everyAttribute = new Set(
      Object.values(schema.types).flatMap((type) => Object.keys(type.attributes)),
    );
    const everyChild = new Set(
      Object.values(schema.types).flatMap((type) => Object.keys(type.children ?? {})),
    );

    test(`${schema.file}: exactly the attributes of the table are legal`, () => {
      for (const place of places) {
        const type = schema.types[place.type]!;
        for (const attribute of everyAttribute) {
          if (attribute.startsWith('ID')) continue; // ID and IDREF depend on the rest of the document
          const listed = type.attributes[attribute];
          const value = listed === undefined ? anyValueOf(attribute) : sampleOf(listed);
          const errors = validate(documentOf(schema, place, `${attribute}="${value}"`));
          expect(errors.length === 0, `${place.path.join('/')}/@${attribute}: ${errors.join()}`).toBe(
            listed !== undefined,
          );
        }
      }
    });

    test(`${schema.file}: values outside an attribute's list are illegal`, () => {
      for (const place of places) {
        for (const [attribute, listed] of Object.entries(schema.types[place.type]!.attributes)) {
          if (typeof listed === 'string') continue;
          expect(validate(documentOf(schema, place, `${attribute}="no such value"`))).not.toEqual([]);
          for (const value of listed)
            expect(validate(documentOf(schema, place, `${attribute}="${value}"`)), value).toEqual([]);
        }
      }
    });

    test(`${schema.file}: exactly the children of the table are legal`, () => {
      for (const place of places) {
        const type = schema.types[place.type]!;
        if (type.text !== undefined && type.children === undefined && place.type === 'extension') continue;
        if (place.type === 'accessCondition') continue; // both hold any element
        for (const child of everyChild) {
          const childType = type.children?.[child];
          const inner = childType === undefined ? `<${child}/>` : contentWith(schema, place.type, child);
          const errors = validate(documentOf(schema, place, '', inner));
          expect(errors.length === 0, `${place.path.join('/')}/${child}: ${errors.join()}`).toBe(
            childType !== undefined,
          );
        }
      }
    });

    test(`${schema.file}: order and number of children are as the table says`, () => {
      for (const place of places) {
        const type = schema.types[place.type]!;
        const children = Object.keys(type.children ?? {}).filter(
          (name) => type.excludes?.[name] === undefined,
        );
        const [first, last] = [children.at(0), children.at(-1)];
        if (first === undefined || last === undefined || first === last) continue;
        const backwards = filled(schema, place.type, last) + filled(schema, place.type, first);
        const errors = validate(documentOf(schema, place, '', backwards));
        expect(errors.length > 0, `${place.path.join('/')}: ${errors.join()}`).toBe(type.ordered === true);
        for (const child of children) {
          const twice = contentWith(schema, place.type, child) + filled(schema, place.type, child);
          if (type.required !== undefined && child !== type.required[0]) continue;
          expect(
            validate(documentOf(schema, place, '', twice)).length > 0,
            `${place.path.join('/')}/${child}`,
          ).toBe(type.once?.includes(child) === true);
        }
      }
    });
  }
});

describe('values of a type', () => {
  test.each<[ValueType, string, boolean]>([
    ['anyURI', 'https://doi.org/10.1234/abc', true],
    ['anyURI', 'urn:isbn:9788674031234', true],
    ['anyURI', 'http://example.org/a b', false],
    ['anyURI', 'http://example.org/100%', false],
    ['anyURI', 'http://example.org:port/', false],
    ['anyURI', 'http://[::1]/x', true],
    ['anyURI', 'http://example.org/[1]', false],
    ['anyURI', '1:2', false],
    ['anyURI', 'http://пример.срб/књига?а=б#в', true],
    ['language', 'sr-Latn-RS', true],
    ['language', 'sr_RS', false],
    ['language', '', false],
    ['positiveInteger', '12', true],
    ['positiveInteger', '0', false],
    ['positiveInteger', '-3', false],
    ['integer', '-3', true],
    ['ID', 'a1', true],
    ['ID', '1a', false],
    [['yes'], 'yes', true],
    [['yes'], 'no', false],
  ])('%j %j: %j', (type, text, fits) => {
    expect(fitsType(type, text)).toBe(fits);
  });
});

interface Place {
  readonly path: readonly string[];
  readonly type: string;
}

/** One place in a document for each type of the table. */
function placesOf(schema: FormatSchema): Place[] {
  const places: Place[] = [{ path: [schema.root], type: schema.rootType }];
  for (const place of places) {
    for (const [child, type] of Object.entries(schema.types[place.type]!.children ?? {})) {
      if (!places.some((known) => known.type === type)) places.push({ path: [...place.path, child], type });
    }
  }
  expect(new Set(places.map((place) => place.type))).toEqual(new Set(Object.keys(schema.types)));
  return places;
}

/** A document that is valid apart from what is put at the place. */
function documentOf(schema: FormatSchema, place: Place, attributes: string, content?: string): string {
  const namespaces = Object.entries(schema.namespaces)
    .map(([prefix, uri]) => (prefix === '' ? `xmlns="${uri}"` : `xmlns:${prefix}="${uri}"`))
    .join(' ');
  let xml = elementOf(schema, place, attributes, content ?? minimal(schema, place.type));
  let types: string[] = [schema.rootType];
  for (const name of place.path.slice(1)) types = [...types, schema.types[types.at(-1)!]!.children![name]!];
  for (let depth = place.path.length - 2; depth >= 0; depth -= 1) {
    const required =
      schema.types[types[depth]!]!.required?.filter((name) => name !== place.path[depth + 1]) ?? [];
    const before = required.map((name) => filled(schema, types[depth]!, name)).join('');
    xml = `<${place.path[depth]}>${before}${xml}</${place.path[depth]}>`;
  }
  return xml.replace(/^<([\w:]+)/, `<$1 ${namespaces}`);
}

function elementOf(_schema: FormatSchema, place: Place, attributes: string, content: string): string {
  const name = place.path.at(-1)!;
  return `<${name} ${attributes}>${content}</${name}>`;
}

/** What an element of a type needs to be valid. */
function minimal(schema: FormatSchema, typeName: string): string {
  const type: ElementType = schema.types[typeName]!;
  if (type.children === undefined) return type.text === undefined ? '' : sampleOf(type.text);
  const names = type.required ?? Object.keys(type.children).slice(0, 1);
  return names.map((name) => filled(schema, typeName, name)).join('');
}

function filled(schema: FormatSchema, parentType: string, child: string): string {
  return `<${child}>${minimal(schema, schema.types[parentType]!.children![child]!)}</${child}>`;
}

/** A child, with the required siblings before it. */
function contentWith(schema: FormatSchema, parentType: string, child: string): string {
  const required = schema.types[parentType]!.required?.filter((name) => name !== child) ?? [];
  return [...required, child].map((name) => filled(schema, parentType, name)).join('');
}

function sampleOf(type: ValueType): string {
  if (typeof type !== 'string') return type[0]!;
  const samples = {
    string: 'x',
    anyURI: 'urn:x',
    language: 'sr',
    integer: '-1',
    positiveInteger: '1',
    ID: 'x',
  } as const;
  return samples[type];
}

function anyValueOf(attribute: string): string {
  return attribute === 'xml:lang' ? 'sr' : attribute === 'xml:space' ? 'preserve' : 'yes';
}
