/** Plays recorded lists of the neighbouring corpus as repositories over HTTP. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { startScriptedServer, type ReceivedRequest, type Step } from './scripted-server.ts';
import { SHARED } from './shared.ts';

/** One list that can be played. */
export interface Replayable {
  readonly name: string;
  /** The pages in their order, as paths below the corpus. */
  readonly files: readonly string[];
  readonly metadataPrefix: string;
  /** How many records its pages have, by the corpus' own count. */
  readonly records: number;
  /** Whether all pages are well-formed by the corpus' own count. */
  readonly wellFormed: boolean;
}

const CORPUS = join(SHARED, 'corpus');

/** The recorded lists of records: those of several pages, then the single pages. None without the corpus. */
export function listReplayable(): Replayable[] {
  if (!existsSync(CORPUS)) return [];
  const pages = readIndex().filter(({ verb }) => verb === 'ListRecords');
  const sequences = new Map<string, { page: number; row: IndexRow }[]>();
  for (const row of pages) {
    for (const { name, page } of placesOf(row)) {
      const key = `${dirname(row.path)} ${name}`;
      sequences.set(key, [...(sequences.get(key) ?? []), { page, row }]);
    }
  }
  const lists = [...sequences].map(([name, places]) => {
    const rows = places.sort((left, right) => left.page - right.page).map(({ row }) => row);
    return toReplayable(name, rows);
  });
  const singles = pages.filter(({ sequence }) => sequence === '').map((row) => toReplayable(row.path, [row]));
  return [...lists, ...singles];
}

/**
 * Starts a repository that has this list. The pages are sent byte for byte, but for their tokens: a page that has none
 * and is not the last gets one, and the last has none.
 */
export async function startReplay(entry: Replayable): Promise<{ url: string; close: () => Promise<void> }> {
  const replay = {
    entry,
    pages: chain(entry.files.map((file) => readFileSync(join(CORPUS, file), 'latin1'))),
  };
  const server = await startScriptedServer((request) => respond(replay, request));
  return { url: server.url, close: async () => server.close() };
}

interface IndexRow {
  readonly path: string;
  readonly verb: string;
  readonly format: string;
  readonly records: number;
  readonly sequence: string;
  readonly wellFormed: boolean;
}

function readIndex(): IndexRow[] {
  const [head = '', ...lines] = readFileSync(join(CORPUS, 'INDEX.tsv'), 'utf8').trimEnd().split('\n');
  const names = head.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    const cell = (name: string) => cells[names.indexOf(name)] ?? '';
    return {
      path: cell('path'),
      verb: cell('verb'),
      format: cell('format'),
      records: Number(cell('records')),
      sequence: cell('sequence'),
      wellFormed: cell('well_formed') === 'yes',
    };
  });
}

/** `name:page`, or several with semicolons between. */
function placesOf({ sequence }: IndexRow): { name: string; page: number }[] {
  return sequence
    .split(';')
    .map((place) => /^(.*):(\d+)$/.exec(place.trim()))
    .filter((match) => match !== null)
    .map(([, name = '', page]) => ({ name, page: Number(page) }));
}

function toReplayable(name: string, rows: readonly IndexRow[]): Replayable {
  const format = rows[0]?.format ?? '';
  return {
    name,
    files: rows.map(({ path }) => path),
    metadataPrefix: /^[\w.-]+$/.test(format) && !['-', 'none'].includes(format) ? format : 'oai_dc',
    records: rows.reduce((sum, { records }) => sum + records, 0),
    wellFormed: rows.every(({ wellFormed }) => wellFormed),
  };
}

interface Page {
  /** One character for each byte. */
  readonly text: string;
  /** By which it is asked for; absent for the first. */
  readonly token?: string;
}

function chain(texts: readonly string[]): Page[] {
  const pages: Page[] = [];
  let token: string | undefined;
  for (const [index, recorded] of texts.entries()) {
    const own = token;
    const last = index === texts.length - 1;
    const sent = tokenOf(recorded);
    const used = sent === '' || sent === own || pages.some((page) => page.token === sent);
    token = last ? '' : used ? `replay-${index + 1}` : sent;
    const text = token === sent ? recorded : withToken(recorded, token);
    pages.push(own === undefined ? { text } : { text, token: own });
  }
  return pages;
}

const TOKEN = /<((?:[\w.-]+:)?resumptionToken)\b[^>]*?(?:\/>|>([^<]*)<\/\1\s*>)/g;
const REFERENCES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The token that a page hands out, as a client reads it. */
function tokenOf(text: string): string {
  const written = [...text.matchAll(TOKEN)].at(-1)?.[2]?.trim() ?? '';
  return written.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => REFERENCES[name] ?? '');
}

function withToken(text: string, token: string): string {
  const bare = text.replace(TOKEN, '');
  if (token === '') return bare;
  return bare.replace(/<\/((?:[\w.-]+:)?)ListRecords\s*>/, (end, prefix: string) => {
    return `<${prefix}resumptionToken>${token}</${prefix}resumptionToken>${end}`;
  });
}

interface Replay {
  readonly entry: Replayable;
  readonly pages: readonly Page[];
}

function respond(replay: Replay, { parameters }: ReceivedRequest): Step {
  const verb = parameters.get('verb');
  if (verb === 'ListRecords') return listRecords(replay, parameters);
  if (verb === 'Identify') return document(identifyOf(replay));
  if (verb === 'ListMetadataFormats') return document(formatsOf(replay.entry));
  if (verb === 'ListSets') return document('<error code="noSetHierarchy"/>');
  return document('<error code="badVerb">this recording has no such answer</error>');
}

function listRecords({ entry, pages }: Replay, parameters: URLSearchParams): Step {
  const token = parameters.get('resumptionToken');
  const asked = token === null ? undefined : Buffer.from(token, 'utf8').toString('latin1');
  if (token === null && parameters.get('metadataPrefix') !== entry.metadataPrefix) {
    return document('<error code="cannotDisseminateFormat"/>');
  }
  const page = pages.find((candidate) => candidate.token === asked);
  if (!page) return document('<error code="badResumptionToken"/>');
  return { headers: { 'content-type': 'text/xml' }, body: Buffer.from(page.text, 'latin1') };
}

function identifyOf({ entry, pages }: Replay): string {
  const seconds = pages.some(({ text }) => /<(?:[\w.-]+:)?datestamp>\s*[\d-]{10}T/.test(text));
  const [earliest, granularity] = seconds
    ? ['1900-01-01T00:00:00Z', 'YYYY-MM-DDThh:mm:ssZ']
    : ['1900-01-01', 'YYYY-MM-DD'];
  return `<Identify><repositoryName>${entry.name.replace(/[<&]/g, ' ')}</repositoryName>
    <baseURL>http://127.0.0.1/oai</baseURL><protocolVersion>2.0</protocolVersion>
    <adminEmail>nobody@example.org</adminEmail><earliestDatestamp>${earliest}</earliestDatestamp>
    <deletedRecord>transient</deletedRecord><granularity>${granularity}</granularity></Identify>`;
}

function formatsOf({ metadataPrefix }: Replayable): string {
  return `<ListMetadataFormats><metadataFormat><metadataPrefix>${metadataPrefix}</metadataPrefix>
    <schema>http://example.org/${metadataPrefix}.xsd</schema>
    <metadataNamespace>http://example.org/${metadataPrefix}</metadataNamespace></metadataFormat></ListMetadataFormats>`;
}

function document(content: string): Step {
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">
  <responseDate>2026-01-01T00:00:00Z</responseDate><request>http://127.0.0.1/oai</request>
  ${content}
</OAI-PMH>`;
  return { body };
}
