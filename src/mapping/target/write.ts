/** Writing into canonical objects: every value is checked against the model's type at its place. */
import { isObjectType, NEUTRAL, type Field, type ObjectType, type ScalarType } from './target-table.ts';

export type Values = Record<string, unknown>;

/** Is told of values that could not be written. */
export interface Sink {
  refuse(code: string, message: string, value: unknown): void;
}

/** Writes a value into a field: lists grow, objects are merged, a second different scalar is a conflict. */
export function put(owner: Values, field: Field, value: unknown, sink: Sink): void {
  if (Array.isArray(value)) {
    for (const member of value) put(owner, field, member, sink);
    return;
  }
  const checked = checkedValue(field, value, sink);
  if (checked === undefined) return;
  if (field.many) return add(owner, field, checked);
  const kept = owner[field.name];
  if (kept === undefined) owner[field.name] = checked;
  else if (isObjectType(field.type)) mergeObject(kept as Values, checked as Values, field.type, sink);
  else if (kept !== checked) {
    const message = `"${field.name}" already has ${JSON.stringify(kept)}; the second value is left out`;
    sink.refuse('target.conflict', message, checked);
  }
}

/** A value as the field's type wants it; `undefined` when it was refused or says nothing. */
function checkedValue(field: Field, value: unknown, sink: Sink): unknown {
  if (value === undefined || value === null) return undefined;
  return isObjectType(field.type)
    ? objectOf(field.type, value, sink)
    : scalarOf(field.type, typeof value === 'object' ? textOfObject(value as Values, field.name) : value, {
        field: field.name,
        sink,
      });
}

/** Fills in the lists that are always there. */
export function fillLists(object: Values, type: ObjectType): void {
  for (const field of type.defaulted) {
    const value = object[field.name];
    if (value === undefined) object[field.name] = field.many ? [] : emptyObject(field.type as ObjectType);
  }
}

/**
 * Completes an object and all in it. A missing required enumeration becomes the member that says "not said".
 * Answers the name of the first required field that is missing, and `undefined` when the object is whole.
 */
export function complete(object: Values, type: ObjectType, sink: Sink): string | undefined {
  fillLists(object, type);
  for (const key of Object.keys(object)) {
    const field = type.fields.get(key);
    if (field !== undefined && isObjectType(field.type)) completeInside(object, field, sink);
  }
  for (const field of type.required) {
    if (object[field.name] !== undefined) continue;
    const neutral = neutralOf(field);
    if (neutral === undefined) return field.name;
    object[field.name] = neutral;
  }
  return undefined;
}

/** The member of an enumeration that claims nothing: what completes a value in which the field is missing. */
export function neutralOf(field: Field): string | undefined {
  if (isObjectType(field.type) || field.type.values === undefined) return undefined;
  const { values } = field.type;
  return NEUTRAL.find((word) => values.includes(word));
}

function completeInside(object: Values, field: Field, sink: Sink): void {
  const type = field.type as ObjectType;
  const value = object[field.name];
  if (!field.many) {
    const missing = complete(value as Values, type, sink);
    if (missing === undefined) return;
    refuseIncomplete(field, missing, value, sink);
    delete object[field.name];
    return;
  }
  const members = value as Values[];
  let whole: Values[] | undefined;
  members.forEach((member, i) => {
    const missing = complete(member, type, sink);
    if (missing === undefined) whole?.push(member);
    else {
      refuseIncomplete(field, missing, member, sink);
      whole ??= members.slice(0, i);
    }
  });
  if (whole !== undefined) object[field.name] = whole;
}

function refuseIncomplete(field: Field, missing: string, value: unknown, sink: Sink): void {
  sink.refuse('target.incomplete', `a value for "${field.name}" has no "${missing}" and is left out`, value);
}

function add(owner: Values, field: Field, value: unknown): void {
  const list = owner[field.name] as unknown[] | undefined;
  if (list === undefined) owner[field.name] = [value];
  // Saying a plain word twice says nothing more; two objects may well be two things.
  else if (typeof value === 'object' || !list.includes(value)) list.push(value);
}

function mergeObject(kept: Values, added: Values, type: ObjectType, sink: Sink): void {
  for (const [name, value] of Object.entries(added)) {
    const field = type.fields.get(name);
    if (field !== undefined) put(kept, field, value, sink);
  }
}

function objectOf(type: ObjectType, value: unknown, sink: Sink): Values | undefined {
  if (typeof value !== 'object') {
    const field = type.textField === undefined ? undefined : type.fields.get(type.textField);
    if (field === undefined) {
      sink.refuse('target.type', `a bare value cannot become ${type.name}`, value);
      return undefined;
    }
    const text = checkedValue(field, value, sink);
    return text === undefined ? undefined : { [field.name]: text };
  }
  const object: Values = {};
  let something = false;
  for (const [name, member] of Object.entries(value as Values)) {
    if (member === undefined || member === null) continue;
    const field = type.fields.get(name);
    if (field === undefined) sink.refuse('target.field', `${type.name} has no field "${name}"`, member);
    else {
      put(object, field, member, sink);
      something ||= object[name] !== undefined;
    }
  }
  return something ? object : undefined;
}

interface ScalarPlace {
  readonly field: string;
  readonly sink: Sink;
}

function scalarOf(type: ScalarType, value: unknown, place: ScalarPlace): unknown {
  switch (type.kind) {
    case 'any':
      return value;
    case 'boolean':
    case 'flag':
      return booleanOf(type, value, place);
    case 'integer':
    case 'number':
      return numberOf(type, value, place);
    case 'text':
      return textFor(type, value, place);
  }
}

function textFor(type: ScalarType, value: unknown, { field, sink }: ScalarPlace): string | undefined {
  if (value === undefined) return undefined;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (text === '' || text.trim() === '') return undefined;
  if (type.values !== undefined && !type.values.includes(text)) {
    sink.refuse('target.enum', `"${field}" is one of ${type.values.join(', ')}`, text);
    return undefined;
  }
  if (type.pattern !== undefined && !type.pattern.test(text)) {
    sink.refuse('target.pattern', `"${field}" does not look like ${type.pattern.source}`, text);
    return undefined;
  }
  return text;
}

function booleanOf(type: ScalarType, value: unknown, { field, sink }: ScalarPlace): boolean | undefined {
  const truth =
    value === true || value === 'true' ? true : value === false || value === 'false' ? false : undefined;
  if (truth === undefined) sink.refuse('target.boolean', `"${field}" is true or false`, value);
  // A flag is either set or absent.
  return truth === false && type.kind === 'flag' ? undefined : truth;
}

function numberOf(type: ScalarType, value: unknown, { field, sink }: ScalarPlace): number | undefined {
  const number = typeof value === 'number' ? value : Number(String(value).trim() || NaN);
  const fits =
    Number.isFinite(number) &&
    (type.kind === 'number' || Number.isSafeInteger(number)) &&
    number >= (type.min ?? -Infinity) &&
    number <= (type.max ?? Infinity);
  if (fits) return number;
  sink.refuse(
    'target.number',
    `"${field}" is ${type.kind === 'integer' ? 'an integer' : 'a number'} in range`,
    value,
  );
  return undefined;
}

// Where a text is wanted of an object: the field of that name, or the first of these.
const TEXT_OF = ['uri', 'value', 'edtf', 'bcp47', 'label', 'title', 'name', 'text', 'raw', 'extent', 'list'];

function textOfObject(value: Values, field: string): unknown {
  if (value[field] !== undefined && typeof value[field] !== 'object') return value[field];
  for (const name of TEXT_OF) if (typeof value[name] === 'string') return value[name];
  return undefined;
}

function emptyObject(type: ObjectType): Values {
  const object: Values = {};
  fillLists(object, type);
  return object;
}
