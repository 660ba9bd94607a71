import { createHash } from 'node:crypto';
import { catalogueState } from '../transforms/index.ts';

/**
 * The hash of what a mapping does: its resolved content, the table files it reads, and the state of the transforms and vocabularies.
 * Comments, titles, tests, key order and the folder of the files do not count.
 */
export function hashOf(
  content: Readonly<Record<string, unknown>>,
  tableFiles: ReadonlyMap<string, string>,
): string {
  const text = JSON.stringify([catalogueState(), plain(content, tableFiles)]);
  return createHash('sha256').update(text).digest('hex');
}

/** The values behind spots and maps, with keys in one order. */
function plain(value: unknown, files: ReadonlyMap<string, string>): unknown {
  if (value instanceof Map) return plain(Object.fromEntries(value as Map<string, unknown>), files);
  if (Array.isArray(value)) return value.map((member) => plain(member, files));
  if (typeof value !== 'object' || value === null) return value;
  const record = value as Readonly<Record<string, unknown>>;
  if ('yaml' in record && 'path' in record) return plain(record['value'], files);
  const keys = Object.keys(record)
    .filter((key) => record[key] !== undefined)
    .sort();
  const entries = keys.map((key): [string, unknown] => [key, plain(record[key], files)]);
  const { file } = record;
  if (typeof file === 'string' && files.has(file)) entries.push(['fileContent', files.get(file)]);
  return Object.fromEntries(entries);
}
