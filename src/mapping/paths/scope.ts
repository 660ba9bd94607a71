/** What paths of the input direction are read from. */
import type { XmlAttribute, XmlElement } from '../../xml/element.ts';
import type { SourceRecord } from '../mapping.ts';
import type { SelectRun } from './xpath.ts';

export type InputNode = XmlElement | XmlAttribute | string;

/** What a path needs of the run it is read in. */
export interface PathRun extends SelectRun {
  readonly record: SourceRecord;
  readonly mapping: { readonly id: string; readonly hash: string };
}

/** Where a rule stands: the context node, and the item that is being made. */
export interface Scope {
  readonly run: PathRun;
  readonly node: InputNode;
  /** What `pre` made of the node; `.` is this value then. */
  readonly value: unknown;
  /** The place among all that `each` finds (or that `pre` makes of it), from 0. */
  readonly index: number;
  /** The fields that are already set in the item. */
  readonly item: Readonly<Record<string, unknown>> | undefined;
}

export function isElement(node: InputNode): node is XmlElement {
  return typeof node === 'object' && 'children' in node;
}

/** The text that stands directly in an element. */
export function ownText({ children }: XmlElement): string {
  let text = '';
  for (const child of children) if (typeof child === 'string') text += child;
  return text;
}

/** All text inside an element, in document order. Iterative: hostile records nest without end. */
export function textInside(element: XmlElement): string {
  const { children } = element;
  if (children.length === 0) return '';
  const [only] = children;
  if (children.length === 1 && typeof only === 'string') return only;
  let text = '';
  const open: (XmlElement | string)[] = [...children].reverse();
  while (open.length > 0) {
    const node = open.pop()!;
    if (typeof node === 'string') text += node;
    else for (let i = node.children.length - 1; i >= 0; i -= 1) open.push(node.children[i]!);
  }
  return text;
}
