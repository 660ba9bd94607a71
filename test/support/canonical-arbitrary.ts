/** Arbitrary canonical records, derived from the schema: every field that the model has is met, with hostile texts. */
import fc from 'fast-check';
import { canonicalRecordSchema, type CanonicalRecord } from '../../src/model/canonical.ts';
import { z } from '../../src/schema/index.ts';

/** Any record that the schema allows. */
export function canonicalRecord(): fc.Arbitrary<CanonicalRecord> {
  return arbitraryOf(canonicalRecordSchema) as fc.Arbitrary<CanonicalRecord>;
}

/** Texts as the worst sources send them, and texts that mean something to a formatter. */
export function hostileText(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom(
      '\u0000', '\u0001x\u001f', '\ud800', 'a\udfffb', '\ufffe\uffff', ']]>', '<script>&amp;</script>', '&#0;', '"\'<>&', ' ',
      '\r\n\t', 'x\ry', '\u0085\u2028', '😀', '-->', '<?xml?>', 'e\u0301', '\u200f', '{.}', '%zz', 'http://[', 'a:b:c',
    ), // prettier-ignore
    fc.constantFrom(
      '2010', '1940/1949', '19XX', '2010~', '../2010', '[2010..2012]', 'sr', 'sr-Latn-RS', 'en_EN', 'doi', '10.1234/a b?c#d',
      'https://example.org/ä?x=[1]', 'http://example.org/x', 'urn:isbn:9788674031234', 'http://purl.org/coar/resource_type/c_3248',
      'http://purl.org/coar/access_right/c_f1cf', 'VIII',
    ), // prettier-ignore
    fc.string({ minLength: 1, maxLength: 12, unit: 'binary' }),
  );
}

/** `depth` counts works that stand in works. */
function arbitraryOf(schema: z.ZodType, depth = 0): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodDefault) return arbitraryOf(schema.def.innerType as z.ZodType, depth);
  if (schema instanceof z.ZodObject) return objectOf(schema, depth);
  if (schema instanceof z.ZodArray)
    return fc.array(arbitraryOf(schema.element as z.ZodType, depth), { maxLength: 2 });
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values);
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodString) return textOf(schema);
  if (schema instanceof z.ZodNumber) return numberOf(schema);
  if (schema instanceof z.ZodRecord || schema instanceof z.ZodUnknown) return fc.constant({});
  throw new Error(`no arbitrary for ${schema.constructor.name}`);
}

const BESIDE = ['host', 'series', 'relations'];
const MAX_DEPTH = 2;

function objectOf(schema: z.ZodObject, depth: number): fc.Arbitrary<unknown> {
  const fields: Record<string, fc.Arbitrary<unknown>> = {};
  const required: string[] = [];
  for (const [name, field] of Object.entries(schema.shape)) {
    const isBeside = BESIDE.includes(name);
    if (isBeside && depth >= MAX_DEPTH) continue;
    const optional = field instanceof z.ZodOptional;
    fields[name] = arbitraryOf((optional ? field.def.innerType : field) as z.ZodType, depth + (isBeside ? 1 : 0)); // prettier-ignore
    if (!optional) required.push(name);
  }
  return fc.record(fields, { requiredKeys: required });
}

function textOf(schema: z.ZodString): fc.Arbitrary<string> {
  const [pattern] = [...(schema._zod.bag.patterns ?? [])];
  return pattern === undefined ? hostileText() : fc.stringMatching(pattern);
}

function numberOf(schema: z.ZodNumber): fc.Arbitrary<number> {
  const min = Math.max(schema.minValue ?? -1000, -1000);
  const max = Math.min(schema.maxValue ?? 1000, 1000);
  return schema.isInt ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true });
}
