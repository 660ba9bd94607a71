/** Which parts of a mapping no test would miss. */
import { bindInput } from '../../src/mapping/bind/bind-input.ts';
import type { OutputFile } from '../../src/mapping/emit/output-file.ts';
import { testGoldenOutput } from '../../src/mapping/golden-output.ts';
import { testGolden } from '../../src/mapping/golden.ts';
import { loadOutputs } from '../../src/mapping/load/load-outputs.ts';
import type { MappingFile } from '../../src/mapping/load/mapping-file.ts';
import { readMappingFiles, type MappingFiles } from '../../src/mapping/load/read-mapping-files.ts';
import { resolveMappings } from '../../src/mapping/load/resolve-mappings.ts';
import { createReporter, type Spot } from '../../src/mapping/load/spot.ts';
import { createUse } from '../../src/mapping/load/unused-names.ts';
import type { InputMapping } from '../../src/mapping/mapping.ts';
import { testMapping } from '../../src/mapping/test-mapping.ts';
import type { YamlFile } from '../../src/yaml/read-yaml.ts';
import { mutantsOf, outputMutantsOf, without, type Mutant, type MutantKind } from './mutants.ts';

/** A part whose removal no test noticed: a test is missing, or the part is superfluous. */
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

export interface Folder extends MappingFiles {
  readonly folder: string;
}

/** The mappings of a folder, read once. */
export async function readFolder(folder: string): Promise<Folder> {
  const report = createReporter();
  const files = await readMappingFiles(folder, report);
  const [issue] = report.issues;
  if (issue !== undefined) throw new Error(`${issue.file}:${issue.line}: ${issue.message}`);
  return { folder, ...files };
}

/**
 * Takes every part of a mapping's file out in turn and runs the tests (inline and golden) of the mapping and, while
 * they pass, of the mappings that extend it. A part that the mapping cannot be loaded without counts as noticed.
 *
 * @throws Error when a mapping fails its tests as it stands: that would hide every missing test
 */
export function mutate(id: string, folder: Folder): Mutations {
  return folder.outputs.has(id) ? mutateOutput(id, folder) : mutateInput(id, folder);
}

function mutateInput(id: string, folder: Folder): Mutations {
  const file = folder.files.get(id)!;
  const readers = [id, ...heirsOf(id, folder)];
  return survivorsOf(id, { yaml: file.yaml, mutants: mutantsOf(file.value) }, (mutant) => {
    const value = mutant === undefined ? file.value : without(file.value, mutant);
    const files = new Map(folder.files).set(id, { ...file, value });
    return readers.find((reader) => fails(reader, files, folder));
  });
}

function mutateOutput(id: string, folder: Folder): Mutations {
  const yaml = folder.outputs.get(id)!;
  return survivorsOf(id, { yaml, mutants: outputMutantsOf(yaml.value as OutputFile) }, (mutant) => {
    const value = mutant === undefined ? yaml.value : without(yaml.value, mutant);
    return failsAsOutput(id, { ...yaml, value }, folder) ? id : undefined;
  });
}

/** Tries each mutant; `failing` names a mapping that fails without it, or with all of it when there is no mutant. */
function survivorsOf(
  mapping: string,
  { yaml, mutants }: { readonly yaml: YamlFile; readonly mutants: readonly Mutant[] },
  failing: (mutant: Mutant | undefined) => string | undefined,
): Mutations {
  const broken = failing(undefined);
  if (broken !== undefined) {
    throw new Error(`"${broken}" does not pass its tests as it stands: see garner map test ${broken}`);
  }
  const survivors = mutants
    .filter((mutant) => failing(mutant) === undefined)
    .map((mutant) => ({ mapping, kind: mutant.kind, name: mutant.name, at: placeIn(yaml, mutant) }));
  return { mapping, tried: mutants.length, survivors };
}

/** Every mapping that extends this one, nearest first. */
function heirsOf(id: string, folder: Folder): string[] {
  const heirs = [...folder.files].filter(([, { value }]) => [value.extends ?? []].flat().includes(id));
  const nearest = heirs.map(([heir]) => heir);
  return [...nearest, ...nearest.flatMap((heir) => heirsOf(heir, folder))];
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

function failsAsOutput(id: string, yaml: YamlFile, { folder, files, tableFiles }: Folder): boolean {
  const report = createReporter();
  const surroundings = { resolved: resolveMappings(files, { report, tableFiles }), tableFiles };
  const use = createUse();
  const output = loadOutputs(new Map([[id, yaml]]), { ...surroundings, report, use }).get(id);
  return output === undefined || testGoldenOutput(output, { folder, update: false }).some(({ ok }) => !ok);
}

function failsATest(mapping: InputMapping, folder: string): boolean {
  if (testMapping(mapping).some(({ ok }) => !ok)) return true;
  return testGolden(mapping, { folder, update: false }).some(({ ok }) => !ok);
}

function isAncestor(name: string, of: string, files: ReadonlyMap<string, Spot<MappingFile>>): boolean {
  const bases = [files.get(of)?.value.extends ?? []].flat();
  return bases.includes(name) || bases.some((base) => isAncestor(name, base, files));
}

function placeIn(yaml: YamlFile, { path }: Mutant): string {
  const { line, column } = yaml.locateKey(path);
  return `${yaml.file}:${line}:${column}`;
}
