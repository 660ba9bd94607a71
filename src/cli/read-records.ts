/** Files of records that people name on the command line, read for a mapping; what is wrong is said in plain words. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { House } from '../app.ts';
import { normaliseContext, type NormaliseContext } from '../harvest/normalise-record.ts';
import type { InputMapping } from '../mapping/mapping.ts';
import { isUnreadable } from '../mapping/payload.ts';
import { formatDatestamp } from '../model/datestamp.ts';
import { UsageError } from './explain-error.ts';
import { readFileRecords, type FileRecord } from './map-file.ts';
import { plain, type Terminal } from './terminal.ts';

/** The records of a file; a UsageError when it cannot be read. */
export async function readRecords(file: string, mapping: InputMapping): Promise<FileRecord[]> {
  try {
    return readFileRecords(await readFile(file), file, mapping);
  } catch (error) {
    if (isUnreadable(error)) throw new UsageError(`${file}: ${plain(error.message)}`);
    throw absent(file, error) ?? error;
  }
}

/** Says on stderr which records could only be read after repairs; a harvest keeps the same as issues of the record. */
export function noteRepairs(records: readonly FileRecord[], file: string, terminal: Terminal): void {
  for (const record of records) {
    if (!('root' in record) || record.repairs.length === 0) continue;
    const repairs = record.repairs.join(', ');
    terminal.note(plain(`${file}: ${record.header.identifier}: repaired to be read: ${repairs}`));
  }
}

/** The files among these paths, and in the folders among them, to any depth, those named as a mapping's format is. */
export async function filesIn(
  paths: readonly string[],
  { format }: Pick<InputMapping, 'format'>,
): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    try {
      if ((await stat(path)).isDirectory())
        files.push(...(await filesInside(path)).filter((file) => SUFFIXES[format].test(file)));
      else files.push(path);
    } catch (error) {
      throw absent(path, error) ?? error;
    }
  }
  return files;
}

/** What records of files are mapped with: no job and no repository stands behind them. */
export function fileContext(house: House, mapping: InputMapping): NormaliseContext {
  const { repositoryIdentifier } = house.config.provider;
  const of = {
    job: { name: 'file', title: 'file', baseUrl: '' },
    metadataPrefix: mapping.prefixes[0] ?? mapping.id,
    mapping,
    runDate: formatDatestamp(new Date()),
  };
  return normaliseContext(of, { formats: house.formats, repositoryIdentifier });
}

/** Responses are XML, whatever the records in them are. */
const SUFFIXES: Readonly<Record<InputMapping['format'], RegExp>> = {
  xml: /\.xml$/i,
  marcxml: /\.xml$/i,
  json: /\.(?:xml|json)$/i,
  labelled: /\.(?:xml|txt)$/i,
};

async function filesInside(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const shown = entries.filter(({ name }) => !name.startsWith('.'));
  shown.sort((left, right) => (left.name < right.name ? -1 : 1));
  const files: string[] = [];
  for (const entry of shown) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) files.push(...(await filesInside(path)));
    else if (entry.isFile()) files.push(path);
  }
  return files;
}

function absent(file: string, error: unknown): UsageError | undefined {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new UsageError(`${file}: there is no such file`);
  if (code === 'EISDIR') return new UsageError(`${file}: this is a folder; a file is expected`);
  return undefined;
}
