/** The output mappings of the project, loaded as they are served. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadOutput } from '../../src/mapping/emit/load-output.ts';
import type { OutputMapping } from '../../src/mapping/mapping.ts';
import { formatFileIssue, readYaml, type FileIssue } from '../../src/yaml/read-yaml.ts';

const loaded = new Map<string, OutputMapping>();

/** A shipped output mapping; anything wrong with it is an error. */
export function outputMapping(name: 'oai_dc' | 'mods'): OutputMapping {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const path = fileURLToPath(new URL(`../../mappings/out/${name}.yaml`, import.meta.url));
  const { output, issues } = loadOutputText(readFileSync(path, 'utf8'), `out/${name}.yaml`);
  if (output === undefined || issues.length > 0) throw new Error(issues.map(formatFileIssue).join('\n'));
  loaded.set(name, output);
  return output;
}

/** Loads an output mapping from text, with nothing shared. */
export function loadOutputText(
  text: string,
  file = 'out/test.yaml',
): { output?: OutputMapping; issues: FileIssue[] } {
  const { yaml, issues } = readYaml(text, file);
  if (issues.length > 0) return { issues };
  return loadOutput(yaml, {
    pipes: new Map(),
    vars: new Map(),
    tables: new Map(),
    tableFiles: new Map(),
    used: () => undefined,
  });
}
