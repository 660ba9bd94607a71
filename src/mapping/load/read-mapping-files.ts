/** Reads the files of a mappings folder and checks each against the anatomy of its kind. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { checkValue } from '../../schema/index.ts';
import { issuesOf } from '../../yaml/file-issues.ts';
import { readYaml, type YamlFile } from '../../yaml/read-yaml.ts';
import { mappingFileSchema, type MappingFile } from './mapping-file.ts';
import { salvage } from './salvage.ts';
import { spotOf, type Reporter, type Spot } from './spot.ts';

export interface MappingFiles {
  /** Input mappings and shared parts by their id. */
  readonly files: ReadonlyMap<string, Spot<MappingFile>>;
  /** Output mappings, by their id: `out/mods`. */
  readonly outputs: ReadonlyMap<string, YamlFile>;
  /** The text of each file under `tables/`, by its path as mappings write it. */
  readonly tableFiles: ReadonlyMap<string, string>;
}

const FOLDERS = ['', 'flavours', 'sources', 'out'] as const;
const IS_MAPPING = /\.ya?ml$/;
const IS_TABLE = /\.(?:csv|tsv|ya?ml)$/;

/** Reads a folder; what is wrong with a file is reported, and the file is left out. */
export async function readMappingFiles(folder: string, report: Reporter): Promise<MappingFiles> {
  const files = new Map<string, Spot<MappingFile>>();
  const outputs = new Map<string, YamlFile>();
  for (const sub of FOLDERS) {
    for (const name of await namesIn(join(folder, sub), IS_MAPPING)) {
      const path = sub === '' ? name : `${sub}/${name}`;
      const text = await readFile(join(folder, path), 'utf8');
      const { yaml, issues } = readYaml(text, `${basename(folder)}/${path}`);
      report.issues.push(...issues);
      if (issues.length > 0) continue;
      const id = path.replace(IS_MAPPING, '');
      if (isOutput(yaml.value)) outputs.set(id, yaml);
      else addInput(yaml, id, { files, report });
    }
  }
  return { files, outputs, tableFiles: await readTables(folder) };
}

async function readTables(folder: string): Promise<ReadonlyMap<string, string>> {
  const tables = new Map<string, string>();
  for (const name of await namesIn(join(folder, 'tables'), IS_TABLE)) {
    tables.set(`tables/${name}`, await readFile(join(folder, 'tables', name), 'utf8'));
  }
  return tables;
}

/** The file names of a folder that match, in one order on every system; none when there is no folder. */
async function namesIn(folder: string, pattern: RegExp): Promise<readonly string[]> {
  try {
    const names = await readdir(folder);
    return names.filter((name) => pattern.test(name)).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && !folder.endsWith('mappings')) return [];
    throw error;
  }
}

/** An output says what it makes: `to: { format: xml, … }`. */
function isOutput(value: unknown): boolean {
  const to = (value as { readonly to?: unknown } | null)?.to;
  return typeof to === 'object' && to !== null;
}

function addInput(
  yaml: YamlFile,
  id: string,
  { files, report }: { files: Map<string, Spot<MappingFile>>; report: Reporter },
): void {
  const file = checkedFile(yaml, report);
  if (file === undefined) return;
  const { mapping, abstract } = file.value;
  // A shared part is only ever named by `extends`, so its name is free: `base/common`.
  if (mapping !== id && abstract !== true) {
    const spot = { ...file, value: mapping, path: ['mapping'] };
    report.error(spot, 'mapping.id', `this file is the mapping "${id}", but it calls itself "${mapping}"`);
  }
  if (files.has(mapping)) {
    report.error({ ...file, path: ['mapping'] }, 'mapping.duplicate', `a second mapping "${mapping}"`);
  }
  files.set(mapping, file);
}

/** The file, or what is right of it: what is wrong is reported. */
function checkedFile(yaml: YamlFile, report: Reporter): Spot<MappingFile> | undefined {
  const checked = checkValue(mappingFileSchema, yaml.value ?? {});
  if (checked.ok) return spotOf(yaml, checked.value);
  report.issues.push(...issuesOf(yaml, checked.issues));
  const left = salvage(yaml, checked.issues);
  const again = left && checkValue(mappingFileSchema, left.value);
  return left && again?.ok === true ? spotOf(left, again.value) : undefined;
}
