/** The fields of a MARC record by tag, and what stands for what: an 880 for the field it is linked to. */
import type { XmlElement } from '../../xml/element.ts';

/** How fields in another script are linked: `{ script: '880', via: $6 }`. */
export interface MarcLinks {
  readonly script: string;
  /** The code of the subfield that links, without `$`. */
  readonly via: string;
}

/** A record with its fields sorted once, so that a path need not look through all of them. */
export interface MarcRecord {
  readonly leader: XmlElement | undefined;
  /**
   * In the order of the record. A field in another script that has no counterpart (occurrence 00, or a link that
   * leads nowhere) stands among the fields it is linked to.
   */
  readonly byTag: ReadonlyMap<string, readonly XmlElement[]>;
  /** The fields in another script that have a counterpart, by the tag of it. */
  readonly twinsByTag: ReadonlyMap<string, readonly XmlElement[]>;
  readonly twins: ReadonlyMap<XmlElement, readonly XmlElement[]>;
}

/** Reads the fields of the first record in a payload: the root, or inside a `collection`. */
export function readMarcRecord(root: XmlElement, links: MarcLinks | undefined): MarcRecord {
  const [record = root] = marcRecordsIn(root);
  const byTag = new Map<string, XmlElement[]>();
  let leader: XmlElement | undefined;
  for (const child of record.children) {
    if (typeof child === 'string') continue;
    const tag = attributeOf(child, 'tag');
    // Some converters write the leader as a control field.
    if (child.name === 'leader' || tag === 'LDR') leader ??= child;
    else if (tag !== undefined) addTo(byTag, tag, child);
  }
  return { leader, byTag, ...linkTwins(byTag, links) };
}

/** The records of a payload: itself, or the children of a collection. Names count, namespaces do not. */
export function marcRecordsIn(root: XmlElement): readonly XmlElement[] {
  if (root.name === 'record') return [root];
  const records = elementsOf(root).filter(({ name }) => name === 'record');
  return records.length > 0 ? records : [root];
}

/** The tag of a field, which for a field in another script is that of the field it stands for. */
export function marcTagOf(field: XmlElement, links: MarcLinks | undefined): string | undefined {
  const tag = attributeOf(field, 'tag');
  return links !== undefined && tag === links.script ? (linkOf(field, links)?.tag ?? tag) : tag;
}

/**
 * The name of an element or an attribute as paths write it: `245$a`, `245@ind1`, `leader`. Tags and codes are names
 * themselves, and have none.
 */
export function marcNodeName(element: XmlElement, attribute: string | undefined): string | undefined {
  if (attribute === 'tag' || attribute === 'code') return undefined;
  const code = element.name === 'subfield' ? `$${attributeOf(element, 'code') ?? '?'}` : '';
  const field = code === '' ? element : element.parent;
  const name = `${(field && attributeOf(field, 'tag')) ?? field?.name ?? ''}${code}`;
  return attribute === undefined ? name : `${name}@${attribute}`;
}

export function attributeOf({ attributes }: XmlElement, name: string): string | undefined {
  for (const attribute of attributes) if (attribute.name === name) return attribute.value;
  return undefined;
}

function elementsOf({ children }: XmlElement): readonly XmlElement[] {
  return children.filter((child): child is XmlElement => typeof child !== 'string');
}

function linkTwins(
  byTag: Map<string, XmlElement[]>,
  links: MarcLinks | undefined,
): Pick<MarcRecord, 'twinsByTag' | 'twins'> {
  const twinsByTag = new Map<string, XmlElement[]>();
  const twins = new Map<XmlElement, XmlElement[]>();
  for (const field of (links === undefined ? undefined : byTag.get(links.script)) ?? []) {
    const link = linkOf(field, links!);
    if (link === undefined) continue;
    const counterpart = counterpartOf(link, byTag.get(link.tag), links!);
    if (counterpart === undefined) {
      addTo(byTag, link.tag, field);
    } else {
      addTo(twinsByTag, link.tag, field);
      addTo(twins, counterpart, field);
    }
  }
  return { twinsByTag, twins };
}

interface Link {
  readonly tag: string;
  readonly occurrence: string;
}

/** `245-02/(N/r`: the linked tag and the occurrence number; script and direction follow. */
const LINK = /^\s*([0-9A-Z]{3})-(\d{2,3})/;

function linkOf(field: XmlElement, { via }: MarcLinks): Link | undefined {
  for (const subfield of elementsOf(field)) {
    if (attributeOf(subfield, 'code') !== via) continue;
    const [text] = subfield.children;
    const [, tag, occurrence] = LINK.exec(typeof text === 'string' ? text : '') ?? [];
    return tag === undefined ? undefined : { tag, occurrence: occurrence! };
  }
  return undefined;
}

/** The field that points back with the same occurrence; else the only one of its tag, if it points nowhere. */
function counterpartOf(
  { occurrence }: Link,
  candidates: readonly XmlElement[] | undefined,
  links: MarcLinks,
): XmlElement | undefined {
  if (candidates === undefined || /^0+$/.test(occurrence)) return undefined;
  for (const field of candidates) {
    const back = attributeOf(field, 'tag') === links.script ? undefined : linkOf(field, links);
    if (back?.tag === links.script && back.occurrence === occurrence) return field;
  }
  const [only] = candidates;
  return candidates.length === 1 && linkOf(only!, links) === undefined ? only : undefined;
}

function addTo<K>(lists: Map<K, XmlElement[]>, key: K, field: XmlElement): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [field]);
  else list.push(field);
}
