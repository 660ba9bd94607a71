/** What is not the same in two values: members of lists are matched by what they are, not by their place. */

export interface Difference {
  /** `titles[0].subtitle`; of what was added the place it has now, otherwise the place it had. */
  readonly path: string;
  readonly kind: 'added' | 'removed' | 'changed' | 'reordered';
  readonly before?: unknown;
  readonly after?: unknown;
}

/** The differences, in the order of the fields. Equal members of lists in another order are one difference. */
export function differencesBetween(before: unknown, after: unknown, path = ''): Difference[] {
  if (before === undefined) return after === undefined ? [] : [{ path, kind: 'added', after }];
  if (after === undefined) return [{ path, kind: 'removed', before }];
  if (Array.isArray(before) && Array.isArray(after)) return inLists(before, after, path);
  if (isObject(before) && isObject(after)) {
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...names].flatMap((name) =>
      differencesBetween(before[name], after[name], path === '' ? name : `${path}.${name}`),
    );
  }
  return before === after ? [] : [{ path, kind: 'changed', before, after }];
}

function inLists(before: readonly unknown[], after: readonly unknown[], path: string): Difference[] {
  const left = before.map((member) => JSON.stringify(member));
  const right = after.map((member) => JSON.stringify(member));
  const gone = unmatched(left, right);
  const come = unmatched(right, left);
  if (gone.length + come.length === 0) {
    return left.join('\n') === right.join('\n') ? [] : [{ path, kind: 'reordered', before, after }];
  }
  const pairs = Array.from({ length: Math.max(gone.length, come.length) }, (_, i) => [gone[i], come[i]]);
  return pairs.flatMap(([from, to]) =>
    differencesBetween(
      from === undefined ? undefined : before[from],
      to === undefined ? undefined : after[to],
      `${path}[${from ?? to!}]`,
    ),
  );
}

/** The places of members that the other list has not, or not as often. */
function unmatched(members: readonly string[], others: readonly string[]): number[] {
  const counts = new Map<string, number>();
  for (const other of others) counts.set(other, (counts.get(other) ?? 0) + 1);
  return members.flatMap((member, i) => {
    const count = counts.get(member) ?? 0;
    counts.set(member, count - 1);
    return count > 0 ? [] : [i];
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
