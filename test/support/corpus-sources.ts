/** The recorded oai_dc of the neighbouring corpus as repositories: lists, bare records, and broken bodies. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readRecorded, recordedRecords, type RecordedRecord } from './corpus-records.ts';
import { listReplayable, startReplay } from './replay-repository.ts';
import { startScriptedServer, type Step } from './scripted-server.ts';
import { SHARED } from './shared.ts';

export interface CorpusSource {
  /** Its folder, and what of it this is. */
  readonly name: string;
  /** A name for its job. */
  readonly job: string;
  readonly files: number;
  /** Everything that its pages hold, in order. */
  readonly recorded: () => RecordedRecord[];
  /** How many records its pages have, by the corpus' own count; absent where that does not count them. */
  readonly counted?: number;
  readonly start: () => Promise<{ url: string; close: () => Promise<void> }>;
}

/** Every recorded list of oai_dc records: those of several pages and the single pages. */
export function recordedLists(): CorpusSource[] {
  return listReplayable()
    .filter(({ metadataPrefix, name }) => metadataPrefix === 'oai_dc' && !name.startsWith('oai/broken/'))
    .map((entry) => ({
      ...named(entry.name),
      files: entry.files.length,
      counted: entry.records,
      recorded: () => entry.files.flatMap((file) => recordedRecords(readRecorded(file))),
      start: () => startReplay(entry),
    }));
}

/** The bare records, each in an envelope of its own making, together as one repository. */
export function bareRecords(): CorpusSource {
  const files = filesOf('records/oai_dc');
  const page = listOf(files.map(wrap).join(''));
  return {
    ...named('records/oai_dc'),
    files: files.length,
    counted: files.length,
    recorded: () => recordedRecords(page),
    start: () => startSinglePage(page),
  };
}

/** Bodies that are not sound responses, each sent as the answer to ListRecords. */
export function brokenBodies(): CorpusSource[] {
  return filesOf('oai/broken').map((file) => {
    const body = readRecorded(file);
    return {
      ...named(file),
      files: 1,
      recorded: () => recordedRecords(body),
      start: () => startSinglePage(body),
    };
  });
}

function named(name: string): { name: string; job: string } {
  const short = name
    .replace(/^oai\//, '')
    .replace(/\.xml$/, '')
    .replace(/\/ListRecords-oai_dc-/, ' ')
    .replace(/^(\S+) .*(?:\.yaml|ListRecords-oai_dc)$/, '$1');
  return { name: short, job: short.replace(/[^\w.-]+/g, '-') };
}

/** None without the corpus. */
function filesOf(folder: string): string[] {
  const path = join(SHARED, 'corpus', folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .sort()
    .map((file) => `${folder}/${file}`);
}

function wrap(file: string): string {
  const metadata = readRecorded(file)
    .replace(/^\s*<\?xml[^?]*\?>/, '')
    .replace(/<!DOCTYPE[^>]*>/, '');
  return `<record><header><identifier>${file}</identifier><datestamp>2020-01-01</datestamp></header><metadata>${metadata}</metadata></record>`;
}

function listOf(records: string): string {
  return envelope(`<ListRecords>${records}</ListRecords>`);
}

async function startSinglePage(page: string): Promise<{ url: string; close: () => Promise<void> }> {
  const server = await startScriptedServer(({ parameters }): Step => {
    const verb = parameters.get('verb');
    if (verb === 'ListRecords' && !parameters.has('resumptionToken')) return { body: page };
    if (verb === 'ListRecords')
      return { body: envelope('<error code="badResumptionToken">no more was recorded</error>') };
    return { body: envelope(verb === 'Identify' ? IDENTIFY : '<error code="badVerb"/>') };
  });
  return { url: server.url, close: () => server.close() };
}

const IDENTIFY =
  '<Identify><repositoryName>Recorded</repositoryName><baseURL>http://127.0.0.1/oai</baseURL>' +
  '<protocolVersion>2.0</protocolVersion><adminEmail>nobody@example.org</adminEmail>' +
  '<earliestDatestamp>1900-01-01</earliestDatestamp><deletedRecord>transient</deletedRecord>' +
  '<granularity>YYYY-MM-DD</granularity></Identify>';

function envelope(content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-01-01T00:00:00Z</responseDate><request>http://127.0.0.1/oai</request>${content}</OAI-PMH>`;
}
