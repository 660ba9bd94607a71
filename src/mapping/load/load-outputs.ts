/** Output mappings: read by `emit/`, with the shared parts of `common.yaml`. */
import type { YamlFile } from '../../yaml/read-yaml.ts';
import type { SharedParts } from '../binding.ts';
import { loadOutput } from '../emit/load-output.ts';
import type { OutputMapping } from '../mapping.ts';
import type { Use } from './unused-names.ts';
import type { ResolvedMapping } from './resolve-mappings.ts';
import type { Reporter } from './spot.ts';

export interface OutputSurroundings {
  readonly resolved: ReadonlyMap<string, ResolvedMapping>;
  readonly tableFiles: ReadonlyMap<string, string>;
  readonly report: Reporter;
  readonly use: Use;
}

/** Loads every output; what is wrong with one is reported, and it is left out. */
export function loadOutputs(
  files: ReadonlyMap<string, YamlFile>,
  surroundings: OutputSurroundings,
): ReadonlyMap<string, OutputMapping> {
  const outputs = new Map<string, OutputMapping>();
  const shared = sharedParts(surroundings);
  for (const [id, yaml] of files) {
    const { output, issues } = loadOutput(yaml, shared);
    surroundings.report.issues.push(...issues);
    if (output !== undefined) outputs.set(id, output);
  }
  return outputs;
}

/** What is shared with output mappings. */
export const COMMON = 'base/common';

function sharedParts({ resolved, tableFiles, use }: OutputSurroundings): SharedParts {
  const common = resolved.get(COMMON);
  const shared = {
    pipes: common?.pipes ?? new Map<string, never>(),
    vars: common?.vars ?? new Map<string, never>(),
    tables: common?.tables ?? new Map<string, never>(),
  } satisfies Partial<SharedParts>;
  return {
    ...shared,
    tableFiles,
    used(kind, name) {
      const spot = kind === 'pipe' ? shared.pipes.get(name) : kind === 'var' ? shared.vars.get(name) : shared.tables.get(name); // prettier-ignore
      if (spot !== undefined) use.note(spot, kind);
    },
  };
}
