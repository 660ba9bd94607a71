/** From the document of a list to its items. Lenient: one broken item never costs its page. */
import type { OaiRecord, RawXml, RecordHeader } from '../model/record.ts';
import type { EnvelopeElement } from '../xml/element.ts';
import { envelopeChild, envelopeChildren } from '../xml/look.ts';
import type { ProtocolResponse } from './read-response.ts';

/** What one response of a list says beside its items. */
export interface ListPage {
  readonly url: string;
  /** As sent, trimmed; empty when there is none (F93). */
  readonly responseDate: string;
  /** Of the next page; absent when the list ends here. */
  readonly resumptionToken?: ResumptionToken;
  /** As the repository says, also on the last page: evidence, never a reason to stop (F76). */
  readonly completeListSize?: number;
  /** Named repairs that were needed to read the response. */
  readonly repairs: readonly string[];
}

export interface ResumptionToken {
  readonly text: string;
  readonly cursor?: number;
  readonly completeListSize?: number;
  /** As sent: advice only (F81). */
  readonly expirationDate?: string;
}

export interface RecordsPage extends ListPage {
  readonly records: readonly OaiRecord[];
}

export interface IdentifiersPage extends ListPage {
  readonly headers: readonly RecordHeader[];
}

export interface SetsPage extends ListPage {
  readonly sets: readonly OaiSet[];
}

export interface OaiSet {
  readonly setSpec: string;
  readonly setName: string;
  /** What stands inside each `<setDescription>`. */
  readonly descriptions: readonly EnvelopeElement[];
}

export interface MetadataFormat {
  readonly metadataPrefix: string;
  readonly schema: string;
  readonly namespace: string;
}

/**
 * The records of a ListRecords response. A record without identifier or metadata is among them as it is (identifier
 * `''`, metadata absent): what becomes of it is the caller's decision.
 */
export function parseRecordsPage(response: ProtocolResponse): RecordsPage {
  const list = envelopeChild(response.root, 'ListRecords');
  return { ...parseListPage(response, list), records: itemsOf(list, 'record').map(parseRecord) };
}

/** The headers of a ListIdentifiers response. */
export function parseIdentifiersPage(response: ProtocolResponse): IdentifiersPage {
  const list = envelopeChild(response.root, 'ListIdentifiers');
  return { ...parseListPage(response, list), headers: itemsOf(list, 'header').map(parseHeader) };
}

/** The sets of a ListSets response. */
export function parseSetsPage(response: ProtocolResponse): SetsPage {
  const list = envelopeChild(response.root, 'ListSets');
  return { ...parseListPage(response, list), sets: itemsOf(list, 'set').map(parseSet) };
}

/** The formats of a ListMetadataFormats response. */
export function parseMetadataFormats({ root }: ProtocolResponse): MetadataFormat[] {
  return itemsOf(envelopeChild(root, 'ListMetadataFormats'), 'metadataFormat').map((format) => ({
    metadataPrefix: textOf(format, 'metadataPrefix'),
    schema: textOf(format, 'schema'),
    namespace: textOf(format, 'metadataNamespace'),
  }));
}

/** The record of a GetRecord response. */
export function parseGetRecord({ root }: ProtocolResponse): OaiRecord | undefined {
  const [record] = itemsOf(envelopeChild(root, 'GetRecord'), 'record');
  return record && parseRecord(record);
}

/** The trimmed text of a child element; empty when there is none. */
export function textOf(element: EnvelopeElement, name: string): string {
  return envelopeChild(element, name)?.text.trim() ?? '';
}

function parseListPage(
  { url, root, repairs }: ProtocolResponse,
  list: EnvelopeElement | undefined,
): ListPage {
  // Only a token that is a child of the list counts, and of several the first that is not empty (F79).
  const tokens = itemsOf(list, 'resumptionToken');
  const element = tokens.find(({ text }) => text.trim() !== '') ?? tokens[0];
  const token = element && parseToken(element);
  return {
    url,
    responseDate: textOf(root, 'responseDate'),
    ...(token && token.text !== '' && { resumptionToken: token }),
    ...(token?.completeListSize !== undefined && { completeListSize: token.completeListSize }),
    repairs,
  };
}

/** The text is opaque: trimmed (F69), never decoded again (F68). */
function parseToken({ text, attributes }: EnvelopeElement): ResumptionToken {
  const cursor = count(attributes['cursor']);
  const completeListSize = count(attributes['completeListSize']);
  const expirationDate = attributes['expirationDate']?.trim() ?? '';
  return {
    text: text.trim(),
    ...(cursor !== undefined && { cursor }),
    ...(completeListSize !== undefined && { completeListSize }),
    ...(expirationDate !== '' && { expirationDate }),
  };
}

/** A number of items; empty, negative and other texts say nothing (F75, F76). */
function count(text: string | undefined): number | undefined {
  return /^\d{1,15}$/.test((text ?? '').trim()) ? Number(text) : undefined;
}

function parseRecord(record: EnvelopeElement): OaiRecord {
  const header = parseHeader(envelopeChild(record, 'header'));
  const metadata = rawOf(envelopeChild(record, 'metadata'));
  const about = envelopeChildren(record, 'about').map(rawOf);
  return {
    header,
    ...(metadata && !header.deleted && { metadata }),
    about: about.filter((raw) => raw !== undefined),
    repairs: metadata && header.deleted ? ['metadata-of-deleted-record'] : [],
  };
}

function parseHeader(header: EnvelopeElement | undefined): RecordHeader {
  if (!header) return { identifier: '', datestamp: '', setSpecs: [], deleted: false };
  const setSpecs = envelopeChildren(header, 'setSpec').map(({ text }) => text.trim());
  return {
    identifier: textOf(header, 'identifier'),
    datestamp: textOf(header, 'datestamp'),
    setSpecs: [...new Set(setSpecs)].filter((setSpec) => setSpec !== ''),
    deleted: header.attributes['status']?.trim().toLowerCase() === 'deleted',
  };
}

/** What stands inside a container; absent when that is nothing. */
function rawOf(element: EnvelopeElement | undefined): RawXml | undefined {
  return element?.raw && element.raw.xml.trim() !== '' ? element.raw : undefined;
}

function parseSet(set: EnvelopeElement): OaiSet {
  const descriptions = envelopeChildren(set, 'setDescription').flatMap(({ children }) => children);
  return { setSpec: textOf(set, 'setSpec'), setName: textOf(set, 'setName'), descriptions };
}

function itemsOf(list: EnvelopeElement | undefined, name: string): EnvelopeElement[] {
  return list ? envelopeChildren(list, name) : [];
}
