/** What is left of a mapping file in which some rules, guards or tests are wrong, so that the rest is checked too. */
import type { SchemaIssue } from '../../schema/index.ts';
import type { YamlFile } from '../../yaml/read-yaml.ts';

/**
 * The file without the members of its lists, and without the unknown keys at its top, in which something is wrong; the
 * places of what is left are those of the file. `undefined` when more than that is wrong.
 */
export function salvage(yaml: YamlFile, issues: readonly SchemaIssue[]): YamlFile | undefined {
  if (typeof yaml.value !== 'object' || yaml.value === null) return undefined;
  const value: Record<string, unknown> = { ...yaml.value };
  const dropped = new Map<string, Set<number>>();
  for (const { path, atKey } of issues) {
    const [key, index] = path;
    if (typeof key !== 'string') return undefined;
    if (atKey && path.length === 1) delete value[key];
    else if (LISTS.has(key) && typeof index === 'number')
      dropped.set(key, (dropped.get(key) ?? new Set()).add(index));
    else return undefined;
  }
  const kept = new Map<string, readonly number[]>();
  for (const [key, indexes] of dropped) {
    const list = value[key] as readonly unknown[];
    const left = [...list.keys()].filter((index) => !indexes.has(index));
    kept.set(key, left);
    value[key] = left.map((index) => list[index]);
  }
  const original = (path: Path): Path => {
    const indexes = typeof path[0] === 'string' ? kept.get(path[0]) : undefined;
    if (indexes === undefined || typeof path[1] !== 'number') return path;
    return [path[0]!, indexes[path[1]] ?? path[1], ...path.slice(2)];
  };
  return {
    file: yaml.file,
    value,
    locate: (path) => yaml.locate(original(path)),
    locateKey: (path) => yaml.locateKey(original(path)),
  };
}

type Path = readonly (string | number)[];

/** Lists whose members do not depend on each other. */
const LISTS: ReadonlySet<string> = new Set(['rules', 'guards', 'tests']);
