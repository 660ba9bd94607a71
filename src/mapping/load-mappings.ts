/** Reads, checks and binds everything under `mappings/`, or reports everything that is wrong with it. */
import { bindInput, type BoundInputMapping } from './bind/bind-input.ts';
import { checkMappings } from './load/check-mapping.ts';
import { checkUnusedPrefixes } from './load/checks/unused-prefixes.ts';
import { createUse } from './load/unused-names.ts';
import { COMMON, loadOutputs } from './load/load-outputs.ts';
import { readMappingFiles } from './load/read-mapping-files.ts';
import { resolveMappings, type ResolvedMapping } from './load/resolve-mappings.ts';
import { MappingError, type InputMapping, type MappingSet } from './mapping.ts';
import { createReporter, type Reporter, type Spot } from './load/spot.ts';

/**
 * Loads a folder: `*.yaml` at its top, in `flavours/`, `sources/` and `out/`, and the tables in `tables/`.
 * Throws a `MappingError` that names every problem of every file.
 */
export async function loadMappings(folder: string): Promise<MappingSet> {
  const report = createReporter();
  const { files, outputs: outputFiles, tableFiles } = await readMappingFiles(folder, report);
  const resolved = resolveMappings(files, { report, tableFiles });
  const use = createUse();
  const inputs = new Map<string, BoundInputMapping>();
  for (const mapping of resolved.values()) {
    if (mapping.abstract) continue;
    inputs.set(
      mapping.id,
      bindInput(mapping, {
        report,
        tableFiles,
        folder,
        siblings: inputs,
        used: (spot, kind) => use.note(spot, kind),
      }),
    );
  }
  checkPrefixes(inputs, files, report);
  checkMappings([...resolved.values()], report, resolved.get(COMMON));
  const outputs = loadOutputs(outputFiles, { resolved, tableFiles, report, use });
  // What was left out because of its form may be what uses a name.
  const isWhole = report.issues.every(({ code }) => code !== 'schema');
  if (isWhole) {
    use.reportUnused([...resolved.values()], report);
    checkUnusedPrefixes([...resolved.values()], report);
  }
  const issues = distinct(report.issues);
  if (issues.some(({ severity }) => severity === 'error')) throw new MappingError(issues);
  return { inputs: inputs, outputs, warnings: issues };
}

/** A metadataPrefix selects one mapping. */
function checkPrefixes(
  inputs: ReadonlyMap<string, InputMapping>,
  files: ReadonlyMap<string, Spot<ResolvedMapping['file']['value']>>,
  report: Reporter,
): void {
  const owners = new Map<string, string>();
  for (const { id, prefixes } of inputs.values()) {
    prefixes.forEach((prefix, i) => {
      const owner = owners.get(prefix);
      if (owner === undefined) return void owners.set(prefix, id);
      const file = files.get(id)!;
      const spot = { ...file, value: prefix, path: ['from', 'prefixes', i] };
      report.error(spot, 'prefix.duplicate', `the metadataPrefix "${prefix}" already selects "${owner}"`);
    });
  }
}

/** A rule that several mappings inherit is wrong once. */
function distinct(issues: Reporter['issues']): Reporter['issues'] {
  const known = new Set<string>();
  return issues.filter((issue) => {
    const key = JSON.stringify(issue);
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}
