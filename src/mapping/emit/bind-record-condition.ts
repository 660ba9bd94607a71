/** Conditions about whole canonical records, apart from any output: what they read and how is the same. */
import type { CanonicalRecord } from '../../model/canonical.ts';
import type { ConditionSpec } from '../load/mapping-file.ts';
import { part, parts, type Reporter, type Spot } from '../load/spot.ts';
import { bindTables } from '../tables.ts';
import { DESCRIPTION } from '../target/target-table.ts';
import { bindWhen } from './bind-when.ts';
import { recordScope } from './rendering.ts';

export type RecordCondition = (record: CanonicalRecord) => boolean;

/**
 * Binds `when` and `unless` of a spot; `undefined` when there is neither. What is wrong with them is reported, and then
 * the result must not be used. Of tables they know those that come with Garner.
 */
export function bindRecordCondition(
  spot: Spot<{ readonly when?: ConditionSpec | undefined; readonly unless?: ConditionSpec | undefined }>,
  report: Reporter,
): RecordCondition | undefined {
  for (const key of ['when', 'unless'] as const) {
    const condition = part(spot, key);
    if (condition !== undefined) refuseUnkept(condition, report);
  }
  const binding = {
    report,
    tables: bindTables(new Map(), { report, files: new Map() }),
    pipes: new Map(),
    vars: new Map(),
    used: () => undefined,
  };
  const holds = bindWhen(spot, { binding, shape: { type: DESCRIPTION, parent: undefined } });
  return holds && ((record) => holds(recordScope(record)));
}

/** A question that a canonical record cannot answer would silently never hold. */
function refuseUnkept(condition: Spot<ConditionSpec>, report: Reporter): void {
  const tag = part(condition, 'tag');
  const index = part(condition, 'index');
  const source = part(condition, 'source');
  const software = source && part(source, 'software');
  if (tag) report.error(tag, 'condition.tag', 'a canonical record has no MARC tags');
  if (index) report.error(index, 'condition.index', 'a canonical record is not one item of several');
  if (software) report.error(software, 'condition.software', 'a canonical record does not say what its repository runs; name the jobs in "id"'); // prettier-ignore
  for (const key of ['all', 'any'] as const) {
    const inner = part(condition, key);
    if (inner) for (const one of parts<ConditionSpec>(inner)) refuseUnkept(one, report);
  }
  const not = part(condition, 'not');
  if (not) refuseUnkept(not, report);
}
