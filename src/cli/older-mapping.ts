/** A mapping as it was: in another file, in another folder, or in a revision of git. */
import { execFile } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { loadMappings } from '../mapping/load-mappings.ts';
import { MappingError, type InputMapping } from '../mapping/mapping.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import { UsageError } from './explain-error.ts';

export interface OlderMapping {
  /** The folder of today's mappings. */
  readonly folder: string;
  readonly id: string;
  /** A file, a folder of mappings, or a revision. */
  readonly against: string;
}

/**
 * Loads it with everything it extends: of a file the rest is today's, of a revision all is that revision's. A UsageError
 * says what is wrong with it.
 */
export async function loadOlderMapping(older: OlderMapping): Promise<InputMapping> {
  const { folder, id, against } = older;
  if (!existsSync(against)) return loadTexts(await textsOfRevision(older), older);
  if (statSync(against).isDirectory()) return loadFrom(against, older);
  const texts = await textsOfFolder(folder);
  texts.set(`${id}.yaml`, await readFile(against, 'utf8'));
  return loadTexts(texts, older);
}

/** The texts of mapping files and tables, by their paths in the folder. */
type Texts = Map<string, string>;

const IS_MAPPING = /^(?!out\/|tables\/)[^.].*\.ya?ml$/;
const IS_WANTED = /^(?:[^/]+|flavours\/[^/]+|sources\/[^/]+)\.ya?ml$|^tables\/[^/]+\.(?:[ct]sv|ya?ml)$/;

async function textsOfFolder(folder: string): Promise<Texts> {
  const names = await readdir(folder, { recursive: true });
  const wanted = names.map((name) => name.replaceAll('\\', '/')).filter((name) => IS_WANTED.test(name));
  return new Map(await Promise.all(wanted.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const))); // prettier-ignore
}

async function textsOfRevision({ folder, id, against }: OlderMapping): Promise<Texts> {
  const revision = await commitOf(folder, against);
  const listed = (await git(folder, ['ls-tree', '-r', '-z', '--name-only', revision])).split('\0');
  const texts: Texts = new Map();
  for (const name of listed.filter((one) => IS_WANTED.test(one)))
    texts.set(name, await git(folder, ['show', `${revision}:./${name}`]));
  if (!texts.has(`${id}.yaml`) && !texts.has(`${id}.yml`))
    throw new UsageError(`at "${against}" there is no mapping "${id}" in ${folder}`);
  return texts;
}

async function commitOf(folder: string, against: string): Promise<string> {
  try {
    await git(folder, ['rev-parse', '--is-inside-work-tree']);
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'git is not installed here' : `${folder} is not in a git checkout`; // prettier-ignore
    throw new UsageError(`--against "${against}": there is no such file, and ${why}; name a file of the older mapping`); // prettier-ignore
  }
  try {
    const commit = `${against}^{commit}`;
    return (await git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', commit])).trim();
  } catch {
    throw new UsageError(`--against "${against}": there is neither such a file nor such a revision`);
  }
}

async function git(folder: string, args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)('git', args, { cwd: folder, maxBuffer: 1 << 28 });
  return stdout;
}

/** Loads the mapping with what it needs alone: others of that time may be written as nobody writes them today. */
async function loadTexts(texts: Texts, older: OlderMapping): Promise<InputMapping> {
  const parent = await mkdtemp(join(tmpdir(), 'garner-older-'));
  try {
    for (const [name, text] of neededBy(older.id, texts)) {
      const file = join(parent, 'mappings', name);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    return await loadFrom(join(parent, 'mappings'), older);
  } finally {
    await rm(parent, { recursive: true });
  }
}

function neededBy(id: string, texts: Texts): [string, string][] {
  const byId = new Map<string, { readonly name: string; readonly bases: readonly string[] }>();
  for (const [name, text] of texts) {
    if (!IS_MAPPING.test(name)) continue;
    const value = readYaml(text, name).yaml.value as { mapping?: unknown; extends?: unknown } | null;
    const bases = [value?.extends ?? []].flat().map(String);
    byId.set(name.replace(/\.ya?ml$/, ''), { name, bases });
    if (typeof value?.mapping === 'string') byId.set(value.mapping, { name, bases });
  }
  const needed = new Set<string>();
  const open = [id];
  while (open.length > 0) {
    const found = byId.get(open.pop()!);
    if (found === undefined || needed.has(found.name)) continue;
    needed.add(found.name);
    open.push(...found.bases);
  }
  return [...texts].filter(([name]) => needed.has(name) || !IS_MAPPING.test(name));
}

async function loadFrom(folder: string, { id, against }: OlderMapping): Promise<InputMapping> {
  try {
    const mapping = (await loadMappings(folder)).inputs.get(id);
    if (mapping !== undefined) return mapping;
  } catch (error) {
    if (!(error instanceof MappingError)) throw error;
    throw new UsageError(
      `--against "${against}" cannot be read as mappings are written today:\n${error.message}`,
    );
  }
  throw new UsageError(`--against "${against}": there is no mapping "${id}"`);
}
