/** `ignore`: paths that are left unmapped on purpose, with everything inside what they select, and the line of each. */
import type { XmlElement } from '../../xml/element.ts';
import { placeOf, type Spot } from '../load/spot.ts';
import { isElement, type InputNode } from '../paths/scope.ts';
import type { InputBinding, RuleScope } from './context.ts';

export function bindIgnored(
  spots: readonly Spot<string>[],
  binding: InputBinding,
): (root: XmlElement) => ReadonlyMap<number, string> {
  const paths = spots.map((spot) => ({ path: binding.path(spot), at: placeOf(spot) }));
  if (paths.length === 0) return () => NOTHING;
  return (root) => {
    const ignored = new Map<number, string>();
    const run = { root, mark: () => undefined } as unknown as RuleScope['run'];
    for (const { path, at } of paths) {
      const scope = { run, node: root, value: undefined, index: 0, item: undefined };
      for (const node of path.nodes(scope) as readonly InputNode[]) addAll(node, at, ignored);
    }
    return ignored;
  };
}

const NOTHING: ReadonlyMap<number, string> = new Map();

function addAll(node: InputNode, at: string, ignored: Map<number, string>): void {
  if (typeof node === 'string') return;
  ignored.set(node.index, at);
  const open: XmlElement[] = isElement(node) ? [node] : [];
  while (open.length > 0) {
    const element = open.pop()!;
    ignored.set(element.index, at);
    for (const attribute of element.attributes) ignored.set(attribute.index, at);
    for (const child of element.children) if (typeof child !== 'string') open.push(child);
  }
}
