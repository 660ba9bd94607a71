import type { XmlAttribute, XmlElement } from '../../xml/element.ts';
import { isElement } from './scope.ts';

const MAX_STEPS = 50;

/** Where a node stands in its record, with the places among siblings of one name: `/dc/title[2]/@lang`. */
export function inputPath(node: XmlElement | XmlAttribute, root: XmlElement): string {
  if (!isElement(node)) return attributePath(node, root);
  const steps: string[] = [];
  let element: XmlElement | undefined = node;
  while (element !== undefined && steps.length < MAX_STEPS) {
    // A record that was unwrapped has elements around it, and siblings.
    steps.push(element === root ? element.name : stepTo(element));
    element = element === root ? undefined : element.parent;
  }
  return `/${steps.reverse().join('/')}`;
}

/** An attribute does not know its element: it is the last one that begins before it. */
function attributePath(attribute: XmlAttribute, root: XmlElement): string {
  let owner = root;
  for (;;) {
    const inner: XmlElement | undefined = owner.children.findLast(
      (child): child is XmlElement => typeof child !== 'string' && child.index < attribute.index,
    );
    if (owner.attributes.includes(attribute) || inner === undefined) break;
    owner = inner;
  }
  return `${inputPath(owner, root)}/@${attribute.name}`;
}

function stepTo(element: XmlElement): string {
  const { parent, name, namespace } = element;
  if (parent === undefined) return name;
  let place = 0;
  let total = 0;
  for (const sibling of parent.children) {
    if (typeof sibling === 'string' || sibling.name !== name || sibling.namespace !== namespace) continue;
    total += 1;
    if (sibling === element) place = total;
  }
  return `${name}[${place}]`;
}
