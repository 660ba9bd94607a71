/** Which parts of a mapping no test would miss. */
import { bindInput, type BoundInputMapping } from '../../src/mapping/bind/bind-input.ts';
import { testGolden } from '../../src/mapping/golden.ts';
import type { MappingFile } from '../../src/mapping/load/mapping-file.ts';
import { readMappingFiles, type MappingFiles } from '../../src/mapping/load/read-mapping-files.ts';
import { resolveMappings } from '../../src/mapping/load/resolve-mappings.ts';
import { createReporter, type Spot } from '../../src/mapping/load/spot.ts';
import { testMapping } from '../../src/mapping/test-mapping.ts';
import { mutantsOf, without, type Mutant, type MutantKind } from './mutants.ts';

/** A part whose removal no test noticed: a test is missing, or the part is. */
export interface Survivor {
  readonly mapping: string;
  readonly kind: MutantKind;
  readonly name: string;
  /** `file:line:column`. */
  readonly at: string;
}

export interface Mutations {
  readonly mapping: string;
  readonly tried: number;
  readonly survivors: readonly Survivor[];
}

/** The mappings of a folder, read once. */
export async function readFolder(folder: string): Promise<Folder> {
  const report = createReporter();
  const files = await readMappingFiles(folder, report);
  const [issue] = report.issues;
  if (issue !== undefined) throw new Error(`${issue.file}:${issue.line}: ${issue.message}`);
  return { folder, ...files };
}

export interface Folder extends MappingFiles {
  readonly folder: string;
}

/**
 * Takes every part of a mapping's file out in turn and runs the tests (inline and golden) of the mapping and, while
 * they pass, of the mappings that extend it. A part that the mapping cannot be loaded without counts as noticed.
 *
 * @throws Error when a mapping fails its tests as it stands: that would hide every missing test
 */
export function mutate(id: string, folder: Folder): Mutations {
  const file = folder.files.get(id)!;
  const mutants = mutantsOf(file.value);
  const readers = [id, ...heirsOf(id, folder)];
  const failing = readers.find((reader) => fails(reader, folder.files, folder));
  if (failing !== undefined) {
    throw new Error(`"${failing}" does not pass its tests as it stands: see garner map test ${failing}`);
  }
  const survivors = mutants
    .filter((mutant) => !isNoticed(id, mutant, { folder, readers }))
    .map((mutant) => ({ mapping: id, kind: mutant.kind, name: mutant.name, at: placeIn(file, mutant) }));
  return { mapping: id, tried: mutants.length, survivors };
}

/** Every mapping that extends this one, nearest first. */
function heirsOf(id: string, { files }: Folder): string[] {
  const heirs = [...files].filter(([, { value }]) => [value.extends ?? []].flat().includes(id));
  const nearest = heirs.map(([heir]) => heir);
  return [...nearest, ...nearest.flatMap((heir) => heirsOf(heir, { files } as Folder))];
}

function isNoticed(
  id: string,
  mutant: Mutant,
  { folder, readers }: { readonly folder: Folder; readonly readers: readonly string[] },
): boolean {
  const files = new Map(folder.files).set(id, without(folder.files.get(id)!, mutant));
  return readers.some((reader) => fails(reader, files, folder));
}

/** Whether a mapping, as it now stands, fails a test or cannot be loaded. */
function fails(
  id: string,
  files: ReadonlyMap<string, Spot<MappingFile>>,
  { folder, tableFiles }: Folder,
): boolean {
  const report = createReporter();
  const lineage = new Map([...files].filter(([name]) => name === id || isAncestor(name, id, files)));
  const resolved = resolveMappings(lineage, { report, tableFiles }).get(id);
  if (resolved === undefined) return true;
  if (resolved.abstract) return false;
  const mapping = bindInput(resolved, { report, tableFiles, folder, used: () => undefined });
  if (report.issues.some(({ severity }) => severity === 'error')) return true;
  return failsATest(mapping, folder);
}

function failsATest(mapping: BoundInputMapping, folder: string): boolean {
  if (testMapping(mapping).some(({ ok }) => !ok)) return true;
  return testGolden(mapping, { folder, update: false }).some(({ ok }) => !ok);
}

function isAncestor(name: string, of: string, files: ReadonlyMap<string, Spot<MappingFile>>): boolean {
  const bases = [files.get(of)?.value.extends ?? []].flat();
  return bases.includes(name) || bases.some((base) => isAncestor(name, base, files));
}

function placeIn({ yaml }: Spot<MappingFile>, { path }: Mutant): string {
  const { line, column } = yaml.locateKey(path);
  return `${yaml.file}:${line}:${column}`;
}
