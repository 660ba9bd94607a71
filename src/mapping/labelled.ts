/** Labelled text, as catalogues print it for people (`Published by: …`), read into the tree that mappings see. */
import type { XmlElement, XmlNode } from '../xml/element.ts';
import type { BoundInputMapping, LabelledFormat } from './bind/bind-input.ts';
import { REGEX_INPUT_LIMIT } from './load/regex/safety.ts';
import type { InputMapping } from './mapping.ts';

/** The name of fields that stand for lines without a label. */
const UNLABELLED = 'line';

/**
 * Reads one record. Each label becomes a field (an element without a namespace, named as written, with the value as
 * its text) in order, and repeats when it repeats; unlabelled lines before the first label become `line` fields.
 * A bullet (`- Content File-PDF`) is a label even without a colon; its value is empty then. Later lines without a
 * label continue the field above (`continuation: true`) or become `line` fields, so that none is lost.
 */
export function readLabelled(text: string, mapping: InputMapping): XmlElement {
  const { labelled } = mapping as BoundInputMapping;
  if (labelled === undefined) throw new TypeError(`the mapping "${mapping.id}" does not read labelled text`);
  const fields: Field[] = [];
  for (const line of linesOf(text)) addLine(line, fields, labelled);
  return recordOf(fields);
}

interface Field {
  readonly label: string;
  value: string;
}

function linesOf(text: string): string[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

function addLine(line: string, fields: Field[], format: LabelledFormat): void {
  const field = fieldIn(line, format.labels);
  const last = fields.at(-1);
  if (field !== undefined) fields.push(field);
  else if (last === undefined || last.label === UNLABELLED || !format.continuation) {
    fields.push({ label: UNLABELLED, value: line });
  } else last.value = last.value === '' ? line : `${last.value}\n${line}`;
}

/** The pattern's first group is the label, its second the value. */
function fieldIn(line: string, labels: RegExp): Field | undefined {
  // Of a very long line the label is looked for at its beginning; the rest belongs to the value.
  const start = line.slice(0, REGEX_INPUT_LIMIT);
  const match = labels.exec(start) ?? bulletIn(start, labels);
  if (match?.[1] === undefined) return undefined;
  return { label: match[1].trim(), value: ((match[2] ?? '') + line.slice(start.length)).trim() };
}

/** A bullet whose text could be a label is one that says only that it is there. */
function bulletIn(line: string, labels: RegExp): RegExpExecArray | null {
  return line.startsWith('- ') ? labels.exec(`${line}:`) : null;
}

function recordOf(fields: readonly Field[]): XmlElement {
  const children: XmlNode[] = [];
  const root: XmlElement = {
    name: 'record',
    namespace: '',
    attributes: [],
    children,
    parent: undefined,
    index: 0,
  };
  fields.forEach(({ label, value }, i) => {
    const text = value === '' ? [] : [value];
    children.push({ name: label, namespace: '', attributes: [], children: text, parent: root, index: i + 1 });
  });
  return root;
}
