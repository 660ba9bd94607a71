/** Maps one record to the canonical description. Pure: the same record, mapping and run date give the same result. */
import type { Description } from '../model/canonical.ts';
import type { BoundGuard, BoundInputMapping } from './bind/bind-input.ts';
import type { RuleScope } from './bind/context.ts';
import type { Coverage } from './coverage.ts';
import { createTrace } from './explain.ts';
import type { InputMapping, MapResult, SourceRecord } from './mapping.ts';
import { NO_RULE, type Run } from './run.ts';
import { complete } from './target/write.ts';
import { DESCRIPTION } from './target/target-table.ts';

export interface MapOptions {
  /** Also answers where each value came from. */
  readonly explain?: boolean;
  /** Counts what was not mapped; made by `createCoverage` for this mapping. */
  readonly coverage?: Coverage;
}

/** Maps a record: a guard's decision, or the description with everything that could not be used as issues. */
export function mapRecord(record: SourceRecord, mapping: InputMapping, options: MapOptions = {}): MapResult {
  const { guards, rules, run } = mapping as BoundInputMapping;
  run.start(record);
  run.coverage = options.coverage;
  const scope: RuleScope = { run, node: record.root, value: undefined, index: 0, item: undefined };
  const decision = decide(guards, scope);
  if (decision !== undefined) return decision;
  run.trace = options.explain === true ? createTrace(record.root) : undefined;
  for (const rule of rules) rule(scope);
  return finished(run);
}

/** The first guard that holds decides, unless it only warns. */
function decide(guards: readonly BoundGuard[], scope: RuleScope): MapResult | undefined {
  const { run } = scope;
  for (const { name, action, code, message, holds } of guards) {
    run.rule = name;
    if (!holds(scope)) continue;
    if (action !== 'warn') return { kind: KINDS[action], code, message, issues: run.issues };
    run.report(code, message);
  }
  return undefined;
}

const KINDS = { reject: 'rejected', skip: 'skipped', delete: 'deleted', quarantine: 'quarantined' } as const;

function finished(run: Run): MapResult {
  run.rule = NO_RULE;
  run.origin = undefined;
  complete(run.target, DESCRIPTION, run);
  run.coverage?.record(run.root, (index) => run.isMarked(index));
  const description = run.target as unknown as Description;
  const { issues, trace } = run;
  if (trace === undefined) return { kind: 'mapped', description, issues };
  return { kind: 'mapped', description, issues, provenance: trace.pointers(description) };
}
