/** Checks of a rule's result against another part of the record. */
import type { RuleSpec } from '../load/mapping-file.ts';
import { part, type Spot } from '../load/spot.ts';
import type { Run } from '../run.ts';
import { DESCRIPTION, resolveTarget } from '../target/target-table.ts';
import type { Values } from '../target/write.ts';
import type { InputBinding } from './context.ts';

/** `equalsCount`: the stated number of pages is what the first and the last page say. */
export function bindCheck(
  spot: Spot<NonNullable<RuleSpec['check']>> | undefined,
  binding: InputBinding,
): ((run: Run) => void) | undefined {
  if (spot === undefined) return undefined;
  const at = part(spot, 'equalsCount')!;
  const resolved = resolveTarget(at.value, DESCRIPTION);
  if (!resolved.ok) {
    binding.report.error(at, 'target.unknown', resolved.message);
    return undefined;
  }
  return (run) => {
    let pages: unknown = run.target;
    for (const { name } of resolved.fields) pages = (pages as Values | undefined)?.[name];
    if (pages !== undefined) checkCount(pages as Values, run);
  };
}

function checkCount({ start, end, total }: Values, run: Run): void {
  const count = Number(end) - Number(start) + 1;
  if (typeof total !== 'number' || !Number.isSafeInteger(count) || count === total) return;
  const message = `pages ${String(start)} to ${String(end)} are ${count}, but the record counts ${total}`;
  run.report('check.count', message, { value: total });
}
