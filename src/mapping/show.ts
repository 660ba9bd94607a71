/** A mapping with all it inherits, as one YAML text that says of each part where it comes from. */
import { writeYaml } from '../yaml/write-yaml.ts';
import type { MappingFile, RouteCaseSpec, RuleSpec } from './load/mapping-file.ts';
import { readMappingFiles } from './load/read-mapping-files.ts';
import { resolveMappings, type ResolvedMapping } from './load/resolve-mappings.ts';
import { createReporter, part, parts, placeOf, type Spot } from './load/spot.ts';

/** The flattened text of a mapping of a folder that loads without errors; `undefined` when it has no such mapping. */
export async function showResolved(folder: string, id: string): Promise<string | undefined> {
  const report = createReporter();
  const { files, tableFiles } = await readMappingFiles(folder, report);
  const mapping = resolveMappings(files, { report, tableFiles }).get(id);
  if (mapping === undefined) return undefined;
  const { value, sources } = flatten(mapping);
  return writeYaml(value, (path) => sources.get(path.join('/')));
}

interface Flattened {
  readonly value: Readonly<Record<string, unknown>>;
  /** By path, joined with `/`: `from mappings/oai_dc.yaml:87`. */
  readonly sources: ReadonlyMap<string, string>;
}

const MAPS = ['ns', 'vars', 'pipes', 'tables', 'blocks', 'severity'] as const;
const LISTS = ['guards', 'rules', 'ignore'] as const;

function flatten(mapping: ResolvedMapping): Flattened {
  const own: MappingFile = mapping.file.value;
  const sources = new Map<string, string>();
  const value: Record<string, unknown> = { mapping: mapping.id, title: mapping.title };
  // Prefixes select one mapping: they are not inherited.
  const { prefixes: _, ...from } = { ...mapping.from };
  if (Object.keys(from).length > 0)
    value['from'] = { ...from, ...(own.from?.prefixes && { prefixes: own.from.prefixes }) };
  if (own.to !== undefined) value['to'] = own.to;
  for (const key of MAPS) {
    if (mapping[key].size > 0) value[key] = Object.fromEntries([...mapping[key]].map(([name, spot]) => [name, spot.value])); // prettier-ignore
    for (const [name, spot] of mapping[key]) sources.set(`${key}/${name}`, sourceOf(spot));
  }
  for (const key of ['linked', 'limits'] as const) {
    if (Object.keys(mapping[key] ?? {}).length > 0) value[key] = mapping[key];
  }
  for (const key of LISTS) {
    if (mapping[key].length > 0) value[key] = mapping[key].map((spot) => spot.value);
    mapping[key].forEach((spot: Spot, index) => note(spot, `${key}/${index}`, sources));
  }
  mapping.rules.forEach((rule, index) => noteCases(rule, `rules/${index}/route`, sources));
  return { value, sources };
}

/** A part and, where another file put something in its place, that. */
function note(spot: Spot, path: string, sources: Map<string, string>): void {
  sources.set(path, sourceOf(spot));
  for (const [key, replaced] of spot.overlay ?? []) {
    // A route of which only cases were changed stands where the rule does.
    if (replaced.yaml !== spot.yaml) sources.set(`${path}/${key}`, sourceOf(replaced));
  }
}

/** The cases of a route: each can be changed by itself. */
function noteCases(rule: Spot<RuleSpec>, path: string, sources: Map<string, string>): void {
  const route = part(rule, 'route');
  const cases = route === undefined ? [] : parts<RouteCaseSpec>(route);
  cases.forEach((one, index) => note(one, `${path}/${index}`, sources));
}

function sourceOf(spot: Spot): string {
  return `from ${placeOf(spot).replace(/:\d+$/, '')}`;
}
