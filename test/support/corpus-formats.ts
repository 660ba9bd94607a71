/** All recorded records of the neighbouring corpus, each with the mapping that reads it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mapRecord } from '../../src/mapping/map-record.ts';
import type { InputMapping, SourceRecord } from '../../src/mapping/mapping.ts';
import type { EnvelopeElement, RawXml } from '../../src/xml/element.ts';
import { envelopeChild } from '../../src/xml/look.ts';
import { readEnvelope } from '../../src/xml/read-envelope.ts';
import { readPayloadWithRepair } from '../../src/xml/read-payload.ts';
import { readRecorded } from './corpus-records.ts';
import { SHARED } from './shared.ts';

/** A record with metadata, as it was recorded. */
export interface CorpusRecord {
  /** The file and, of several, the number: `oai/nature/ListRecords-oai_dc-1.xml#3`. */
  readonly name: string;
  /** The format that the corpus files it under, mostly its metadataPrefix. */
  readonly format: string;
  readonly metadata: RawXml;
}

/** The sound records of the corpus, in the order of its index. */
export function* corpusRecords(): Generator<CorpusRecord> {
  for (const { path, format } of indexed()) {
    let number = 0;
    for (const metadata of payloadsOf(readRecorded(path))) {
      number += 1;
      yield { name: `${path}#${number}`, format, metadata };
    }
  }
}

/** As `mapRecord` wants it. What the header says is the same for all. */
export function sourceRecordOf({ name, format, metadata }: CorpusRecord): SourceRecord {
  return {
    root: readPayloadWithRepair(metadata).root,
    header: { identifier: name, datestamp: '2020-01-01', sets: [], metadataPrefix: format },
    source: { id: 'corpus', name: 'Corpus', url: 'http://127.0.0.1/oai' },
    runDate: '2026-01-02T00:00:00Z',
  };
}

/** The mapping that a job for the format would get, or else one that knows the record's root; none for other formats. */
export function mappingFor(
  record: SourceRecord,
  mappings: ReadonlyMap<string, InputMapping>,
): InputMapping | undefined {
  const { metadataPrefix } = record.header;
  const known = [...mappings.values()].filter(({ id, roots }) => !id.includes('/') && roots.length > 0);
  const chosen = known.filter(({ prefixes }) => prefixes.includes(metadataPrefix));
  return [...chosen, ...known].find((mapping) => reads(mapping, record));
}

function reads(mapping: InputMapping, record: SourceRecord): boolean {
  const result = mapRecord(record, mapping);
  return result.kind === 'mapped' || result.code !== 'metadata.unexpected-root';
}

interface IndexedFile {
  readonly path: string;
  readonly format: string;
}

/** Bodies that are broken on purpose have their own tests. */
function indexed(): IndexedFile[] {
  const [, ...lines] = readFileSync(join(SHARED, 'corpus/INDEX.tsv'), 'utf8').trimEnd().split('\n');
  return lines
    .map((line) => line.split('\t'))
    .map(([path = '', , , , format = '']) => ({ path, format }))
    .filter(({ path }) => !/^(?:oai|records)\/broken\//.test(path));
}

/** What stands in each `metadata` of a response or of records alone; any other document is itself the metadata. */
function payloadsOf(text: string): RawXml[] {
  const body = text.replace(PROLOG, '');
  if (/^<(?:\w+:)?OAI-PMH[\s>]/.test(body)) return metadataIn(readEnvelope(body).root);
  if (/<(?:\w+:)?header[\s>]/.test(body) && /^<(?:\w+:)?records?[\s>]/.test(body))
    return metadataIn(readEnvelope(`${OPEN}${body}${CLOSE}`).root);
  return [{ xml: body, namespaces: {} }];
}

/** Declaration, comments, instructions and document type. */
const PROLOG = /^(?:\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\]\s*)?>)+/s;
const OPEN = '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords>';
const CLOSE = '</ListRecords></OAI-PMH>';

function metadataIn(element: EnvelopeElement): RawXml[] {
  const raw = element.name === 'record' ? envelopeChild(element, 'metadata')?.raw : undefined;
  if (raw !== undefined) return raw.xml.trim() === '' ? [] : [raw];
  return element.children.flatMap(metadataIn);
}
