/**
 * What recorded responses hold, found by looking for tags in their text: a second opinion on the readers of `src`,
 * which it shares nothing with.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SHARED } from './shared.ts';

export interface RecordedRecord {
  /** Empty when the header has none. */
  readonly identifier: string;
  readonly deleted: boolean;
  /** Everything between the tags of `<metadata>`; absent when there is none or it is blank. */
  readonly metadata?: string;
}

/** The text of a recorded body. */
export function readRecorded(path: string): string {
  return readFileSync(join(SHARED, 'corpus', path), 'utf8').replace(/^\uFEFF/, '');
}

/** The records of a response, in order. */
export function recordedRecords(response: string): RecordedRecord[] {
  const starts = [...response.matchAll(RECORD)].map(({ index }) => index);
  return starts.map((start, index) => toRecord(response.slice(start, starts[index + 1])));
}

const RECORD = /<(?:[\w.-]+:)?record(?:\s[^<>]*)?>\s*<(?:[\w.-]+:)?header[\s>]/g;
const METADATA = /<(?:[\w.-]+:)?metadata(?:\s[^<>]*)?>(.*)<\/(?:[\w.-]+:)?metadata\s*>/s;

function toRecord(text: string): RecordedRecord {
  const [, identifier = ''] = /<(?:[\w.-]+:)?identifier[^<>]*>([^<]*)</.exec(headerOf(text)) ?? [];
  const metadata = METADATA.exec(text)?.[1] ?? '';
  return {
    identifier: unescape(identifier.trim()),
    deleted: /^[^>]*\sstatus\s*=\s*["']deleted/.test(headerOf(text)),
    ...(metadata.trim() !== '' && { metadata }),
  };
}

/** From the header's start tag to its end tag. */
function headerOf(record: string): string {
  return /<(?:[\w.-]+:)?header([\s>].*?)<\/(?:[\w.-]+:)?header\s*>/s.exec(record)?.[1] ?? '';
}

const REFERENCES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescape(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => REFERENCES[name] ?? '');
}
