/** `ignore`: paths that are left unmapped on purpose, with everything inside what they select. */
import type { XmlElement } from '../../xml/element.ts';
import type { Spot } from '../load/spot.ts';
import { isElement, type InputNode } from '../paths/scope.ts';
import type { InputBinding, RuleScope } from './context.ts';

export function bindIgnored(
  spots: readonly Spot<string>[],
  binding: InputBinding,
): (root: XmlElement) => ReadonlySet<number> {
  const paths = spots.map((spot) => binding.path(spot));
  if (paths.length === 0) return () => NOTHING;
  return (root) => {
    const ignored = new Set<number>();
    const run = { root, mark: () => undefined } as unknown as RuleScope['run'];
    for (const path of paths) {
      const scope = { run, node: root, value: undefined, index: 0, item: undefined };
      for (const node of path.nodes(scope) as readonly InputNode[]) addAll(node, ignored);
    }
    return ignored;
  };
}

const NOTHING: ReadonlySet<number> = new Set();

function addAll(node: InputNode, ignored: Set<number>): void {
  if (typeof node === 'string') return;
  ignored.add(node.index);
  const open: XmlElement[] = isElement(node) ? [node] : [];
  while (open.length > 0) {
    const element = open.pop()!;
    ignored.add(element.index);
    for (const attribute of element.attributes) ignored.add(attribute.index);
    for (const child of element.children) if (typeof child !== 'string') open.push(child);
  }
}
