/** A file of records through a mapping, without store or network: `garner map run`. */
import { basename } from 'node:path';
import { parseGetRecord, parseRecordsPage } from '../client/parse-page.ts';
import { canonicalRecord, sourceRecordOf, type NormaliseContext } from '../harvest/normalise-record.ts';
import { mapRecord } from '../mapping/map-record.ts';
import type { InputMapping, MapResult } from '../mapping/mapping.ts';
import { isUnreadable, readDocument, readMetadata } from '../mapping/payload.ts';
import type { CanonicalRecord } from '../model/canonical.ts';
import type { OaiRecord, RecordHeader } from '../model/record.ts';
import { decodeBody } from '../xml/decode-body.ts';
import { envelopeChild } from '../xml/look.ts';
import { readEnvelope } from '../xml/read-envelope.ts';
import type { XmlElement } from '../xml/element.ts';
import { UsageError } from './explain-error.ts';

/** A record of the file, ready to be mapped; or why it cannot be read. */
export type FileRecord = { readonly header: RecordHeader } & (
  { readonly root: XmlElement } | { readonly problem: string } | { readonly deleted: true }
);

/** What a mapping made of one record of a file. */
export type MappedFileRecord =
  { readonly identifier: string; readonly canonical: CanonicalRecord } | NotMapped;

/** Why there is nothing of a record; one that is deleted is no loss. */
export interface NotMapped {
  readonly identifier: string;
  readonly problem: string;
  readonly deleted: boolean;
}

/**
 * The records of a file: all of an OAI-PMH response (ListRecords, GetRecord), or the one that the file is, as XML, JSON
 * or labelled text. Throws XmlError or JsonError when it is none of these, UsageError when a response holds no records.
 */
export function readFileRecords(bytes: Uint8Array, file: string, mapping: InputMapping): FileRecord[] {
  const { text } = decodeBody(bytes, undefined);
  const header = { identifier: basename(file), datestamp: '', setSpecs: [], deleted: false };
  const isResponse = /<(?:[\w.-]+:)?OAI-PMH[\s>]/.test(text);
  if (isResponse && text.trimStart().startsWith('<')) return responseRecords(text, file, mapping);
  if (mapping.format === 'labelled' && text.trimStart().startsWith('<'))
    throw new UsageError(`${file}: this is XML, and the mapping ${mapping.id} reads labelled text`);
  return [{ header, root: readDocument(text, mapping) }];
}

function responseRecords(text: string, file: string, mapping: InputMapping): FileRecord[] {
  const { root, repairs } = readEnvelope(text);
  const response = { url: file, root, repairs };
  if (envelopeChild(root, 'ListRecords'))
    return parseRecordsPage(response).records.map((record) => fileRecordOf(record, mapping));
  const single = parseGetRecord(response);
  if (single !== undefined) return [fileRecordOf(single, mapping)];
  const code = envelopeChild(root, 'error')?.attributes['code'];
  const what = code === undefined ? 'it is no ListRecords or GetRecord response' : `the error ${code}`;
  throw new UsageError(`${file}: this OAI-PMH response holds no records: ${what}`);
}

/** Maps one record of a file. */
export function mapFileRecord(record: FileRecord, context: NormaliseContext): MappedFileRecord {
  const { identifier } = record.header;
  if (!('root' in record)) return notMapped(record);
  const result = mapRecord(sourceRecordOf(record.header, record.root, context), context.mapping);
  if (result.kind !== 'mapped')
    return { identifier, problem: reasonOf(result), deleted: result.kind === 'deleted' };
  const received = { header: record.header, rawHash: 'file', harvestedAt: context.runDate };
  return { identifier, canonical: canonicalRecord(received, result.description, context, result.issues) };
}

/** What is told of a record of a file that cannot be mapped. */
export function notMapped(record: Exclude<FileRecord, { readonly root: XmlElement }>): NotMapped {
  const { identifier } = record.header;
  return 'problem' in record
    ? { identifier, problem: record.problem, deleted: false }
    : { identifier, problem: 'the record is deleted', deleted: true };
}

function fileRecordOf(record: OaiRecord, mapping: InputMapping): FileRecord {
  const { header, metadata } = record;
  if (header.deleted) return { header, deleted: true };
  if (metadata === undefined) return { header, problem: 'the record has no metadata' };
  try {
    return { header, root: readMetadata(metadata, mapping).root };
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return { header, problem: error.message };
  }
}

function reasonOf(result: Exclude<MapResult, { kind: 'mapped' }>): string {
  return `${result.kind}: ${result.code}: ${result.message}`;
}
