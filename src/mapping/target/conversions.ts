/** Which values fit which targets, and how a value of one type becomes another. */
import type { ValueType } from '../transform.ts';
import { isObjectType, type TargetType } from './target-table.ts';
import type { Values } from './write.ts';

export type Convert = (value: unknown) => unknown;

/** How an object of one type becomes one of another; everything else is taken field by field. */
const CONVERSIONS: Readonly<Record<string, (value: Values) => Values>> = {
  'DateValue>Period': ({ edtf, raw }) => ({ edtf, label: raw }),
  'DateValue>Event': (value) => ({ dates: [value] }),
  'Period>Subject': ({ edtf, label, uri }) => ({ label, uri, temporal: edtf, kind: 'period' }),
  'Place>Subject': ({ label, uri }) => ({ label, uri, kind: 'place' }),
  'Concept>Subject': (value) => value,
  'Subject>Concept': ({ label, uri, scheme, schemeUri, notation, lang }) => ({ label, uri, scheme, schemeUri, notation, lang }), // prettier-ignore
  'Subject>Period': ({ temporal, label, uri }) => ({ edtf: temporal, label, uri }),
  'Part>Host': (value) => ({ part: value }),
  'Pages>Part': (value) => ({ pages: value }),
  'Title>Host': ({ title, lang, script }) => ({ title, lang, script }),
  'Host>Relation': ({ title, identifiers }) => ({ type: 'related', title, identifiers }),
  'Agent>Affiliation': ({ name, displayForm, uri }) => ({ name: name ?? displayForm, id: uri }),
  'Identifier>Relation': (value) => ({ identifiers: [value] }),
  'Geo>Place': (value) => (value['type'] === 'box' ? { box: value } : { point: value }),
  'Text>Note': ({ value, lang }) => ({ value, lang }),
  'Note>Text': ({ value, lang }) => ({ value, lang }),
  'Access>Rights': ({ uri, text }) => ({ uri, text }),
};

const SCALARS: ReadonlySet<ValueType> = new Set(['text', 'integer', 'boolean']);

/** How a value of a type enters a target; `undefined` when it cannot. */
export function conversionTo(target: TargetType, gives: ValueType): Convert | undefined {
  if (gives === 'any') return same;
  if (!isObjectType(target)) return scalarFits(target.kind, gives) ? same : undefined;
  if (SCALARS.has(gives)) return target.textField === undefined ? undefined : same;
  if (target.name === gives || sharesFields(gives, target.name)) return same;
  const convert = CONVERSIONS[`${gives}>${target.name}`];
  if (convert === undefined) return undefined;
  return (value) => (typeof value === 'object' && value !== null ? convert(value as Values) : value);
}

function same(value: unknown): unknown {
  return value;
}

/** Titles and agents have variants, subjects have parts, and both are made of the same fields. */
function sharesFields(gives: ValueType, target: string): boolean {
  return target === `${gives}Variant` || target.toLowerCase().endsWith(`.${gives.toLowerCase()}s.parts`);
}

function scalarFits(kind: string, gives: ValueType): boolean {
  if (kind === 'boolean' || kind === 'flag') return gives === 'boolean' || gives === 'text';
  if (kind === 'integer' || kind === 'number') return gives === 'integer' || gives === 'Pages';
  return gives !== 'boolean';
}
