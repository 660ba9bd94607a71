/**
 * The demonstration repository: a small OAI-PMH repository over the files of `fixtures/demo/`, served on
 * loopback, so that a newcomer sees the whole way of a record without a network.
 */
import { createServer, type Server } from 'node:http';
import { lastSecondOf } from '../model/datestamp.ts';
import { OAI_PMH, XSI } from '../oai/namespaces.ts';
import type { OaiErrorCode } from '../oai/oai-error.ts';
import { escapeText } from '../xml/escape.ts';
import { readDemoFormats, type DemoFormats, type DemoRecord } from './demo-records.ts';

export interface DemoRepository {
  /** Its base URL. */
  readonly url: string;
  close(): Promise<void>;
}

export interface DemoOptions {
  /** One file per metadataPrefix. */
  readonly folder: string;
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  readonly now: () => Date;
}

/** Serves the records of a folder at `http://HOST:PORT/oai`. Rejects when the port is taken. */
export async function startDemoRepository(options: DemoOptions): Promise<DemoRepository> {
  const formats = await readDemoFormats(options.folder);
  const server = createServer((request, response) => {
    const parameters = new URL(request.url ?? '/', 'http://localhost').searchParams;
    const baseUrl = addressOf(server, options.host);
    const xml = envelope(answer(parameters, formats), { baseUrl, now: options.now() });
    response.writeHead(200, { 'Content-Type': 'text/xml; charset=UTF-8' }).end(xml);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port, options.host, resolve);
  });
  return {
    url: addressOf(server, options.host),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const PAGE_SIZE = 50;

const SET_NAMES: Readonly<Record<string, string>> = {
  articles: 'Articles',
  'articles:history': 'Articles on history',
  'articles:linguistics': 'Articles on linguistics',
  books: 'Books',
  datasets: 'Datasets',
  photographs: 'Photographs',
  planted: 'Records with planted faults',
  theses: 'Theses',
};

type Answer =
  | { readonly verb: string; readonly content: string }
  | { readonly error: OaiErrorCode; readonly message: string };

function answer(parameters: URLSearchParams, formats: DemoFormats): Answer {
  const verb = parameters.get('verb') ?? '';
  switch (verb) {
    case 'Identify':
      return { verb, content: IDENTIFY };
    case 'ListMetadataFormats':
      return { verb, content: [...formats].map(formatXml).join('') };
    case 'ListSets':
      return { verb, content: Object.entries(SET_NAMES).map(setXml).join('') };
    case 'GetRecord':
      return getRecord(parameters, formats);
    case 'ListRecords':
    case 'ListIdentifiers':
      return list(verb, parameters, formats);
    default:
      return { error: 'badVerb', message: `"${verb}" is no verb` };
  }
}

const IDENTIFY =
  '<repositoryName>The demonstration repository</repositoryName><baseURL>BASE_URL</baseURL>' +
  '<protocolVersion>2.0</protocolVersion><adminEmail>demo@example.org</adminEmail>' +
  '<earliestDatestamp>2025-01-01T00:00:00Z</earliestDatestamp><deletedRecord>persistent</deletedRecord>' +
  '<granularity>YYYY-MM-DDThh:mm:ssZ</granularity>';

function formatXml([prefix, { namespace, schema }]: [string, { namespace: string; schema: string }]): string {
  return `<metadataFormat><metadataPrefix>${prefix}</metadataPrefix><schema>${schema}</schema><metadataNamespace>${namespace}</metadataNamespace></metadataFormat>`;
}

function setXml([setSpec, setName]: [string, string]): string {
  return `<set><setSpec>${setSpec}</setSpec><setName>${setName}</setName></set>`;
}

function getRecord(parameters: URLSearchParams, formats: DemoFormats): Answer {
  const format = formats.get(parameters.get('metadataPrefix') ?? '');
  if (format === undefined)
    return { error: 'cannotDisseminateFormat', message: 'there is no such format here' };
  const record = format.records.find(({ identifier }) => identifier === parameters.get('identifier'));
  if (record === undefined)
    return { error: 'idDoesNotExist', message: 'there is no such record in this format' };
  return { verb: 'GetRecord', content: record.xml };
}

function list(
  verb: 'ListRecords' | 'ListIdentifiers',
  parameters: URLSearchParams,
  formats: DemoFormats,
): Answer {
  const token = parameters.get('resumptionToken');
  const selection =
    token === null ? parameters : new URLSearchParams(Buffer.from(token, 'base64url').toString());
  const format = formats.get(selection.get('metadataPrefix') ?? '');
  if (format === undefined) {
    if (token !== null) return { error: 'badResumptionToken', message: 'this token is not from here' };
    return { error: 'cannotDisseminateFormat', message: 'there is no such format here' };
  }
  const all = format.records.filter((record) => isSelected(record, selection));
  if (all.length === 0) return { error: 'noRecordsMatch', message: 'no record matches' };
  const cursor = Number(selection.get('cursor') ?? 0);
  const page = all.slice(cursor, cursor + PAGE_SIZE);
  const content = page.map((record) => (verb === 'ListRecords' ? record.xml : record.header)).join('');
  return { verb, content: content + tokenXml(selection, { cursor, size: all.length }) };
}

function isSelected(record: DemoRecord, selection: URLSearchParams): boolean {
  const from = selection.get('from') ?? '';
  const until = selection.get('until') ?? '9999-12-31';
  const set = selection.get('set') ?? record.set;
  const inSet = record.set === set || record.set.startsWith(`${set}:`);
  return inSet && record.datestamp >= from && record.datestamp <= lastSecondOf(until);
}

function tokenXml(selection: URLSearchParams, { cursor, size }: { cursor: number; size: number }): string {
  const next = cursor + PAGE_SIZE;
  if (cursor === 0 && next >= size) return '';
  const state = new URLSearchParams(selection);
  state.delete('verb');
  state.set('cursor', String(next));
  const token = next < size ? Buffer.from(state.toString()).toString('base64url') : '';
  return `<resumptionToken completeListSize="${size}" cursor="${cursor}">${token}</resumptionToken>`;
}

function envelope(answered: Answer, { baseUrl, now }: { baseUrl: string; now: Date }): string {
  const body =
    'error' in answered
      ? `<error code="${answered.error}">${escapeText(answered.message)}</error>`
      : `<${answered.verb}>${answered.content.replace('BASE_URL', baseUrl)}</${answered.verb}>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="${OAI_PMH.namespace}" xmlns:xsi="${XSI}" xsi:schemaLocation="${OAI_PMH.namespace} ${OAI_PMH.schema}">
<responseDate>${now.toISOString().slice(0, 19)}Z</responseDate><request>${baseUrl}</request>${body}</OAI-PMH>
`;
}

function addressOf(server: Server, host: string): string {
  const address = server.address();
  return `http://${host}:${typeof address === 'object' && address !== null ? address.port : 0}/oai`;
}
