/** A record explained in both directions: where each value comes from, and where each of its nodes went. */
import type { Issue } from '../model/canonical.ts';
import type { XmlAttribute, XmlElement } from '../xml/element.ts';
import type { BoundInputMapping } from './bind/bind-input.ts';
import { createTrace, type Drop, type Explained, type TracedNode } from './explain.ts';
import { mapRecord } from './map-record.ts';
import type { InputMapping, MapResult, SourceRecord } from './mapping.ts';
import { inputPath } from './paths/input-path.ts';
import { marcNodeName } from './paths/marc-record.ts';
import { ownText, textInside } from './paths/scope.ts';
import type { RuleName } from './run.ts';

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

export interface Explanation {
  readonly result: MapResult;
  /** By JSON pointer into the description; empty when the record was not mapped. */
  readonly values: Readonly<Record<string, Explained>>;
  /** The guards that held; the last one decided, unless the record was mapped. */
  readonly guards: readonly RuleName[];
  /** Every element and attribute, in document order. */
  readonly nodes: readonly NodeFate[];
}

export interface NodeFate {
  /** `/dc/identifier[3]`, `/dc/title[1]/@lang`. */
  readonly path: string;
  /** As mappings of the format name it: of MARC `245$a`; otherwise the path without places. */
  readonly name: string;
  /** All text inside. */
  readonly text: string;
  /** Whether it says something itself, not only by what stands in it. */
  readonly says: boolean;
  /** JSON pointers of the values that it became. */
  readonly outputs: readonly string[];
  /** The rules that read it. */
  readonly readers: readonly RuleName[];
  /** Its values that a step dropped. */
  readonly drops: readonly Drop[];
  readonly issues: readonly Issue[];
  /** A rule or a condition looked at it. */
  readonly used: boolean;
  /** The line of `ignore` that names it or what it stands in. */
  readonly ignoredAt?: string;
}

/** Maps a record and follows every value and every node. */
export function explainRecord(record: SourceRecord, mapping: InputMapping): Explanation {
  const { run, ignoredBy, format } = mapping as BoundInputMapping;
  const trace = createTrace(run);
  const result = mapRecord(record, mapping, { trace });
  const description = result.kind === 'mapped' ? result.description : {};
  // A payload of another format has no record in it.
  const root =
    result.kind !== 'mapped' && result.code === 'metadata.unexpected-root' ? record.root : run.root;
  const { values, outputs, readers, drops, guards } = trace.report(description, root);
  const ignored = ignoredBy(root);
  const fateOf = (node: TracedNode, owner: XmlElement, attribute?: XmlAttribute): NodeFate => {
    const path = inputPath(node, root);
    const ignoredAt = ignored.get(node.index);
    return {
      path,
      name: nameOf(path, owner, { attribute, format }),
      text: attribute?.value ?? textInside(owner),
      says: (attribute?.value ?? ownText(owner)).trim() !== '',
      outputs: [...new Set(outputs.get(node))],
      readers: readers.get(node) ?? [],
      drops: drops.get(node) ?? [],
      issues: result.issues.filter((issue) => issue.inputPath === path),
      used: run.isMarked(node.index),
      ...(ignoredAt !== undefined && { ignoredAt }),
    };
  };
  // Tags and codes are names of MARC's fields, and what is said to validators is no metadata.
  const says = (owner: XmlElement, { name, namespace }: XmlAttribute): boolean =>
    namespace !== XSI && (format !== 'marcxml' || marcNodeName(owner, name) !== undefined);
  const nodes = nodesOf(root, says);
  return {
    result,
    values,
    guards,
    nodes: nodes.map(({ owner, attribute }) => fateOf(attribute ?? owner, owner, attribute)),
  };
}

interface Place {
  readonly owner: XmlElement;
  readonly attribute?: XmlAttribute;
}

function nodesOf(root: XmlElement, says: (owner: XmlElement, attribute: XmlAttribute) => boolean): Place[] {
  const places: Place[] = [];
  const open = [root];
  while (open.length > 0) {
    const owner = open.pop()!;
    places.push({ owner });
    for (const attribute of owner.attributes) if (says(owner, attribute)) places.push({ owner, attribute });
    for (const child of owner.children.toReversed()) if (typeof child !== 'string') open.push(child);
  }
  return places;
}

function nameOf(
  path: string,
  owner: XmlElement,
  {
    attribute,
    format,
  }: { readonly attribute: XmlAttribute | undefined; readonly format: InputMapping['format'] },
): string {
  const marc = format === 'marcxml' ? marcNodeName(owner, attribute?.name) : undefined;
  return marc ?? path.replace(/\[\d+\]/g, '');
}
