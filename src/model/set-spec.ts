/** setSpecs: names of sets that are paths in a hierarchy, `a:b` below `a` (protocol §2.6). */

/** What a setSpec may be (OAI-PMH.xsd). */
export const SET_SPEC = /^[A-Za-z0-9\-_.!~*'()]+(?::[A-Za-z0-9\-_.!~*'()]+)*$/;

/** The sets above a set, from the root of the hierarchy on. */
export function ancestorsOf(setSpec: string): string[] {
  const ancestors: string[] = [];
  for (let colon = setSpec.indexOf(':'); colon !== -1; colon = setSpec.indexOf(':', colon + 1))
    ancestors.push(setSpec.slice(0, colon));
  return ancestors;
}

/** Each set once, and only the deepest: those above them are implied (protocol §2.5, "header"). */
export function withoutAncestors(setSpecs: readonly string[]): string[] {
  return [...new Set(setSpecs)].filter((set) => !setSpecs.some((other) => other.startsWith(`${set}:`)));
}

/** Whether two lists name the same sets, in whatever order. */
export function isSameSets(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.toSorted().join('\n') === right.toSorted().join('\n');
}
