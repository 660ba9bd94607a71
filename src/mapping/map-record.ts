/** Maps one record to the canonical description. Pure: the same record, mapping and run date give the same result. */
import type { Description } from '../model/canonical.ts';
import type { XmlElement } from '../xml/element.ts';
import type { BoundGuard, BoundInputMapping } from './bind/bind-input.ts';
import type { RuleScope } from './bind/context.ts';
import type { CoverageSink } from './coverage.ts';
import { createTrace, type Trace } from './explain.ts';
import type { ExpandedName, InputMapping, MapResult, SourceRecord } from './mapping.ts';
import { NO_RULE, type Run } from './run.ts';
import { complete } from './target/write.ts';
import { DESCRIPTION } from './target/target-table.ts';

export interface MapOptions {
  /** Also answers where each value came from. */
  readonly explain?: boolean;
  /** Is told what happens; made by `createTrace` for this mapping's run. */
  readonly trace?: Trace;
  /** Counts what was not mapped; made by `createCoverage` for this mapping. */
  readonly coverage?: CoverageSink;
}

/**
 * Maps a record: a guard's decision, or the description with everything that could not be used as issues. A payload in
 * which there is no record for the mapping is quarantined.
 */
export function mapRecord(record: SourceRecord, mapping: InputMapping, options: MapOptions = {}): MapResult {
  const { guards, rules, run, recordsIn } = mapping as BoundInputMapping;
  const { [0]: root, length } = recordsIn(record.root);
  if (root === undefined) return unexpectedRoot(record.root, mapping as BoundInputMapping);
  run.start(root === record.root ? record : { ...record, root });
  run.coverage = options.coverage;
  if (length > 1) run.report('record.several', `the payload holds ${length} records; the first is mapped`);
  const scope: RuleScope = { run, node: root, value: undefined, index: 0, item: undefined };
  run.trace = options.trace ?? (options.explain === true ? createTrace(run) : undefined);
  const decision = decide(guards, scope);
  if (decision !== undefined) return decision;
  for (const rule of rules) rule(scope);
  return finished(run);
}

/** A payload of another format is held back: what is in it, nobody has mapped. */
function unexpectedRoot(payload: XmlElement, { id, roots, siblings }: BoundInputMapping): MapResult {
  const fitting = [...siblings.values()]
    .filter((other) => other.roots.length > 0 && !other.id.includes('/') && other.recordsIn(payload).length > 0)
    .map((other) => `"${other.id}"`);
  const hint = fitting.length === 0 ? 'no mapping reads that' : `for that there is ${fitting.join(' or ')}: name it under "mapping" in the job's file`;
  const message = `the metadata is ${written(payload)}; the mapping "${id}" reads ${roots.map(written).join(', ')}; ${hint}`;
  return { kind: 'quarantined', code: 'metadata.unexpected-root', message, issues: [] };
} // prettier-ignore

function written({ namespace, name }: ExpandedName): string {
  return `{${namespace}}${name}`;
}

/** The first guard that holds decides, unless it only warns. */
function decide(guards: readonly BoundGuard[], scope: RuleScope): MapResult | undefined {
  const { run } = scope;
  for (const { name, action, code, message, holds } of guards) {
    run.rule = name;
    if (!holds(scope)) continue;
    run.trace?.decided(name);
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
  return { kind: 'mapped', description, issues, provenance: trace.report(description, run.root).values };
}
