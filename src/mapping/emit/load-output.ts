/** Loads an output mapping: everything that can be wrong with it is found here, with its place. */
import { createHash } from 'node:crypto';
import { checkValue } from '../../schema/index.ts';
import { didYouMean } from '../../yaml/did-you-mean.ts';
import { issuesOf } from '../../yaml/file-issues.ts';
import type { FileIssue, YamlFile } from '../../yaml/read-yaml.ts';
import type { NameKind, SharedParts } from '../binding.ts';
import { createReporter, entries, part, spotOf, type Reporter, type Spot } from '../load/spot.ts';
import type { OutputMapping } from '../mapping.ts';
import { bindTables } from '../tables.ts';
import { catalogueState } from '../transforms/index.ts';
import { bindOutput, type BoundOutput } from './bind-output.ts';
import { outputFileSchema, type OutputFile } from './output-file.ts';
import { FORMAT_SCHEMAS } from './schemas/index.ts';

/** Raised whenever the writer, a group or a schema's table gives something else than before. */
const EMITTER_VERSION = 1;

/**
 * Checks and binds one file under `mappings/out/`. Without errors there is an output; warnings may stand beside it.
 */
export function loadOutput(
  yaml: YamlFile,
  shared: SharedParts,
): { readonly output?: OutputMapping; readonly issues: FileIssue[] } {
  const checked = checkValue(outputFileSchema, yaml.value ?? {});
  if (!checked.ok) return { issues: issuesOf(yaml, checked.issues) };
  const report = createReporter();
  const file = spotOf(yaml, checked.value);
  const used = new Set<string>();
  const bound = bindFile(file, { shared, report, used });
  warnOfUnused(file, used, report);
  if (bound === undefined || report.issues.some((issue) => issue.severity === 'error')) {
    return { issues: report.issues };
  }
  return { output: bound, issues: report.issues };
}

interface Loading {
  readonly shared: SharedParts;
  readonly report: Reporter;
  /** `kind name` of what the file uses of its own. */
  readonly used: Set<string>;
}

function bindFile(file: Spot<OutputFile>, loading: Loading): BoundOutput | undefined {
  const { shared, report, used } = loading;
  const to = part(file, 'to')!;
  const schema = FORMAT_SCHEMAS.get(to.value.schema);
  if (schema === undefined) {
    const hint = didYouMean(to.value.schema, [...FORMAT_SCHEMAS.keys()]);
    report.error(part(to, 'schema')!, 'output.schema', `no schema "${to.value.schema}"${hint}`);
    return undefined;
  }
  const specs = new Map([...shared.tables, ...entries(part(file, 'tables'))]);
  const tables = bindTables(specs, { report, files: shared.tableFiles });
  return bindOutput(file, {
    schema,
    report,
    tables,
    pipes: shared.pipes,
    vars: shared.vars,
    hash: hashOf(file.value, shared),
    used: (kind, name) => {
      used.add(`${kind} ${name}`);
      if (!isOwn(file.value, kind, name)) shared.used(kind, name);
    },
  });
}

function isOwn(file: OutputFile, kind: NameKind, name: string): boolean {
  if (kind === 'block') return true;
  return kind === 'table' && Object.hasOwn(file.tables ?? {}, name);
}

/** Equal hashes render equally: the file, the tables it may look up, and the code behind it. */
function hashOf(file: OutputFile, shared: SharedParts): string {
  const tables = [...shared.tables].map(([name, spot]) => [name, spot.value]);
  const parts = [EMITTER_VERSION, catalogueState(), file, tables, [...shared.tableFiles]];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

function warnOfUnused(file: Spot<OutputFile>, used: ReadonlySet<string>, report: Reporter): void {
  for (const [kind, key] of [
    ['table', 'tables'],
    ['block', 'blocks'],
  ] as const) {
    for (const [name, spot] of entries<unknown>(part(file, key))) {
      if (used.has(`${kind} ${name}`)) continue;
      report.warn(spot, `${kind}.unused`, `the ${kind} "${name}" is never used`, { atKey: true });
    }
  }
}
