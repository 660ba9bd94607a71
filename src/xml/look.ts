/** Looking into the trees. */
import type { EnvelopeElement, XmlElement } from './element.ts';

/** The child elements with this expanded name, in order. */
export function childrenNamed(element: XmlElement, namespace: string, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of element.children) {
    if (typeof child !== 'string' && child.name === name && child.namespace === namespace) found.push(child);
  }
  return found;
}

/** The first child element with this expanded name. */
export function childNamed(element: XmlElement, namespace: string, name: string): XmlElement | undefined {
  for (const child of element.children) {
    if (typeof child !== 'string' && child.name === name && child.namespace === namespace) return child;
  }
  return undefined;
}

/** All text inside an element and its descendants, in order and untouched. */
export function textOf(element: XmlElement): string {
  let text = '';
  for (const child of element.children) text += typeof child === 'string' ? child : textOf(child);
  return text;
}

/** The value of the attribute with this expanded name; namespace `''` for one without a prefix. */
export function attributeOf(element: XmlElement, namespace: string, name: string): string | undefined {
  for (const attribute of element.attributes) {
    if (attribute.name === name && attribute.namespace === namespace) return attribute.value;
  }
  return undefined;
}

const OAI_PMH_NAMESPACE = 'http://www.openarchives.org/OAI/2.0/';

/**
 * The children of a protocol element with this local name: those in the OAI-PMH namespace, and when there is none,
 * those in any other or in none (F80, F99).
 */
export function envelopeChildren(element: EnvelopeElement, name: string): EnvelopeElement[] {
  const named = element.children.filter((child) => child.name === name);
  const proper = named.filter((child) => child.namespace === OAI_PMH_NAMESPACE);
  return proper.length > 0 ? proper : named;
}

/** The first of {@link envelopeChildren}. */
export function envelopeChild(element: EnvelopeElement, name: string): EnvelopeElement | undefined {
  let other: EnvelopeElement | undefined;
  for (const child of element.children) {
    if (child.name !== name) continue;
    if (child.namespace === OAI_PMH_NAMESPACE) return child;
    other ??= child;
  }
  return other;
}
