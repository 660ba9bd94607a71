/** A file of records through a mapping, without store or network: `garner map run`. */
import { basename } from 'node:path';
import { parseGetRecord, parseRecordsPage } from '../client/parse-page.ts';
import {
  canonicalRecord,
  repairIssue,
  sourceRecordOf,
  type NormaliseContext,
} from '../harvest/normalise-record.ts';
import { mapRecord } from '../mapping/map-record.ts';
import type { InputMapping, MapResult } from '../mapping/mapping.ts';
import { isUnreadable, readMetadata, readRecordFile, type ReadMetadata } from '../mapping/payload.ts';
import type { CanonicalRecord } from '../model/canonical.ts';
import type { OaiRecord, RecordHeader } from '../model/record.ts';
import { decodeBody, type DecodedBody } from '../xml/decode-body.ts';
import { envelopeChild } from '../xml/look.ts';
import { readEnvelope } from '../xml/read-envelope.ts';
import { UsageError } from './explain-error.ts';

/** A record of the file, ready to be mapped; or why it cannot be read. */
export type FileRecord = { readonly header: RecordHeader } & (
  ReadMetadata | { readonly problem: string } | { readonly deleted: true }
);

/** What a mapping made of one record of a file. */
export type MappedFileRecord =
  { readonly identifier: string; readonly canonical: CanonicalRecord } | NotMapped;

/** Why there is nothing of a record; one that is deleted, or skipped on purpose, is no loss. */
export interface NotMapped {
  readonly identifier: string;
  readonly problem: string;
  readonly isLoss: boolean;
}

/**
 * The records of a file: all of an OAI-PMH response (ListRecords, GetRecord), or the one that the file is, as XML, JSON
 * or labelled text. Throws XmlError or JsonError when it is none of these, UsageError when a response holds no records.
 */
export function readFileRecords(bytes: Uint8Array, file: string, mapping: InputMapping): FileRecord[] {
  const { text, repairs } = decodeBody(bytes, undefined);
  const header = { identifier: basename(file), datestamp: '', setSpecs: [], deleted: false };
  const isResponse = /<(?:[\w.-]+:)?OAI-PMH[\s>]/.test(text);
  if (isResponse && text.trimStart().startsWith('<'))
    return responseRecords({ text, repairs }, file, mapping);
  if (mapping.format === 'labelled' && text.trimStart().startsWith('<'))
    throw new UsageError(`${file}: this is XML, and the mapping ${mapping.id} reads labelled text`);
  const record = readRecordFile(text, mapping);
  return [{ header, root: record.root, repairs: [...repairs, ...record.repairs] }];
}

function responseRecords(
  body: Pick<DecodedBody, 'text' | 'repairs'>,
  file: string,
  mapping: InputMapping,
): FileRecord[] {
  const envelope = readEnvelope(body.text);
  const { root } = envelope;
  const repairs = [...body.repairs, ...envelope.repairs];
  const response = { url: file, root, repairs };
  const recordOf = (record: OaiRecord): FileRecord => fileRecordOf(record, { mapping, repairs });
  if (envelopeChild(root, 'ListRecords')) return parseRecordsPage(response).records.map(recordOf);
  const single = parseGetRecord(response);
  if (single !== undefined) return [recordOf(single)];
  const code = envelopeChild(root, 'error')?.attributes['code'];
  const what = code === undefined ? 'it is no ListRecords or GetRecord response' : `the error ${code}`;
  throw new UsageError(`${file}: this OAI-PMH response holds no records: ${what}`);
}

/** Maps one record of a file. */
export function mapFileRecord(record: FileRecord, context: NormaliseContext): MappedFileRecord {
  const { identifier } = record.header;
  if (!('root' in record)) return notMapped(record);
  const result = mapRecord(sourceRecordOf(record.header, record.root, context), context.mapping);
  if (result.kind !== 'mapped') {
    const isLoss = result.kind !== 'deleted' && result.kind !== 'skipped';
    return { identifier, problem: reasonOf(result), isLoss };
  }
  const received = { header: record.header, rawHash: 'file', harvestedAt: context.runDate };
  const issues = [...record.repairs.map(repairIssue), ...result.issues];
  return { identifier, canonical: canonicalRecord(received, result.description, context, issues) };
}

/** What is told of a record of a file that cannot be mapped. */
export function notMapped(record: Exclude<FileRecord, ReadMetadata>): NotMapped {
  const { identifier } = record.header;
  return 'problem' in record
    ? { identifier, problem: record.problem, isLoss: true }
    : { identifier, problem: 'the record is deleted', isLoss: false };
}

interface Response {
  readonly mapping: InputMapping;
  /** What it took to read the response that the records are in. */
  readonly repairs: readonly string[];
}

function fileRecordOf(record: OaiRecord, { mapping, repairs }: Response): FileRecord {
  const { header, metadata } = record;
  if (header.deleted) return { header, deleted: true };
  if (metadata === undefined) return { header, problem: 'the record has no metadata' };
  try {
    const read = readMetadata(metadata, mapping);
    return { header, root: read.root, repairs: [...repairs, ...record.repairs, ...read.repairs] };
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return { header, problem: error.message };
  }
}

function reasonOf(result: Exclude<MapResult, { kind: 'mapped' }>): string {
  return `${result.kind}: ${result.code}: ${result.message}`;
}
