/** Payloads as mappings want them: the tree of a record's XML, or of the JSON or labelled text that stands in it. */
import type { RawXml, XmlElement } from '../xml/element.ts';
import { readPayloadWithRepair, readXml, readXmlWithRepair } from '../xml/read-payload.ts';
import { XmlError } from '../xml/xml-error.ts';
import { JsonError, readJson } from './json.ts';
import { readLabelled } from './labelled.ts';
import type { InputMapping } from './mapping.ts';
import { textInside } from './paths/scope.ts';

/** What a record's `metadata` holds, for a mapping. The texts of text formats stand there alone, or in one element. */
export function readMetadata(metadata: RawXml, mapping: InputMapping): ReadMetadata {
  if (!isText(mapping)) return readPayloadWithRepair(metadata);
  const wrapped = { ...metadata, xml: `<metadata>${metadata.xml}</metadata>` };
  const { root, repairs } = readPayloadWithRepair(wrapped);
  return { root: readText(textInside(root), mapping), repairs };
}

/**
 * What a test is given, for a mapping. All three throw an {@link XmlError} or a {@link JsonError} for what they cannot
 * read.
 */
export function readDocument(text: string, mapping: InputMapping): XmlElement {
  return isText(mapping) ? readText(text, mapping) : readXml(text);
}

/** A file that is one record, for a mapping, repaired as the record would be in a response. */
export function readRecordFile(text: string, mapping: InputMapping): ReadMetadata {
  return isText(mapping) ? { root: readText(text, mapping), repairs: [] } : readXmlWithRepair(text);
}

/** The tree of a record, and the names of the repairs that it took to read it. */
export interface ReadMetadata {
  readonly root: XmlElement;
  readonly repairs: readonly string[];
}

/** Whether an error is about a payload that cannot be read, and no fault of ours. */
export function isUnreadable(error: unknown): error is XmlError | JsonError {
  return error instanceof XmlError || error instanceof JsonError;
}

function isText({ format }: InputMapping): boolean {
  return format === 'json' || format === 'labelled';
}

function readText(text: string, mapping: InputMapping): XmlElement {
  return mapping.format === 'json' ? readJson(text) : readLabelled(text, mapping);
}
