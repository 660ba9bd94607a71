/** Vocabularies as data: tab-separated files under `data/`, each with its title, source, version and licence. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface Vocabulary<Column extends string = string> {
  /** What the vocabulary is called. */
  readonly title: string;
  /** The address of the list, or whose collection it is. */
  readonly source: string;
  /** The version as its publisher states it; `unversioned, as of YEAR` where none is stated. */
  readonly version: string;
  readonly licence: string;
  /** In the order of the file. A cell that is left out is the empty text. */
  readonly rows: readonly Readonly<Record<Column, string>>[];
}

const FOLDER = new URL('./data/', import.meta.url);
const ABOUT = ['title', 'source', 'version', 'licence'] as const;

const read = new Map<string, Vocabulary>();

/**
 * The vocabulary in `data/NAME.tsv`, read at the first call and kept. The columns are those that the caller needs.
 * Throws where the file cannot be read or is not as it must be, with file and line.
 */
export function readVocabulary<Column extends string>(
  name: string,
  columns: readonly Column[],
): Vocabulary<Column> {
  let vocabulary = read.get(name);
  if (vocabulary === undefined) {
    const path = fileURLToPath(new URL(`${name}.tsv`, FOLDER));
    vocabulary = parseVocabulary(readFileSync(path, 'utf8'), path, columns);
    read.set(name, vocabulary);
  }
  return vocabulary;
}

/** One hash over all vocabularies: what a word stands for decides what mappings make of it. */
export function vocabulariesHash(): string {
  if (hash === undefined) {
    const files = readdirSync(FOLDER).sort();
    const sum = createHash('sha256');
    for (const file of files) sum.update(readFileSync(new URL(file, FOLDER)));
    hash = sum.digest('hex');
  }
  return hash;
}

let hash: string | undefined;

/**
 * Reads the text of a vocabulary: comment lines `# title: …`, `# source: …`, `# version: …`, `# licence: …` and any
 * others, a line with the names of the columns, then one line for each term. Throws an error that names file and line.
 */
export function parseVocabulary(text: string, path: string, columns: readonly string[]): Vocabulary {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  const head = lines.findIndex((line) => !line.startsWith('#'));
  const about = aboutOf(lines.slice(0, head < 0 ? lines.length : head), path);
  if (head < 0) throw fault(path, lines.length, 'the line with the names of the columns is missing');
  const names = lines[head]!.split('\t');
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length > 0) throw fault(path, head + 1, `no column "${missing.join('", "')}"`);
  const rows = lines
    .slice(head + 1)
    .map((line, index) => rowOf(line, names, { path, line: head + index + 2 }));
  return { ...about, rows };
}

function aboutOf(lines: readonly string[], path: string): Pick<Vocabulary, (typeof ABOUT)[number]> {
  const [title = '', source = '', version = '', licence = ''] = ABOUT.map((key) => {
    const line = lines.find((comment) => comment.startsWith(`# ${key}: `));
    const value = line?.slice(key.length + 4).trim() ?? '';
    if (value === '') throw fault(path, 1, `the comment "# ${key}: …" is missing at the head of the file`);
    return value;
  });
  return { title, source, version, licence };
}

interface Place {
  readonly path: string;
  readonly line: number;
}

function rowOf(
  line: string,
  names: readonly string[],
  { path, line: number }: Place,
): Record<string, string> {
  const cells = line.split('\t');
  if (cells.length !== names.length || cells[0] === '') {
    const found = cells[0] === '' ? 'no key' : `${cells.length} cells`;
    throw fault(path, number, `${found}, but there are ${names.length} columns: ${names.join(', ')}`);
  }
  const row: Record<string, string> = {};
  for (let column = 0; column < names.length; column += 1) row[names[column]!] = cells[column]!;
  return row;
}

function fault(path: string, line: number, message: string): Error {
  return new Error(`${path}:${line}: ${message}`);
}
