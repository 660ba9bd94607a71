/** The writer of the protocol's documents: responses, descriptions, wrappers of exports. */
import { create, fragment } from 'xmlbuilder2';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js';

export interface DocumentAttribute {
  /** As written, with its prefix: `xsi:schemaLocation`. */
  readonly name: string;
  readonly namespace: string;
  readonly value: string;
}

/** An element to be written. */
export interface DocumentElement {
  /** As written, with its prefix if any: `oai_dc:dc`. */
  readonly name: string;
  /** The namespace URI; `''` for none. Declarations are written where they are first needed. */
  readonly namespace: string;
  /** By plain name, or with namespaces. */
  readonly attributes?: Readonly<Record<string, string>> | readonly DocumentAttribute[];
  readonly children?: readonly DocumentChild[];
}

export type DocumentChild = DocumentElement | string | typeof SPLICE;

/** The child that stands for ready XML: stored fragments, which are never parsed again. */
export const SPLICE = Symbol('ready XML stands here');

/**
 * A whole document with its XML declaration. Characters that XML 1.0 forbids are left out; blanks in attribute values
 * become spaces and carriage returns line feeds, as any reader would make of them.
 *
 * @throws Error for a name that is no XML name, or a {@link SPLICE}
 */
export function writeDocument(element: DocumentElement): string {
  const { head, tail } = split(writeWhole(element));
  if (tail !== undefined)
    throw new Error(`${element.name}: a document with a SPLICE is written by writeDocumentAround`);
  return head;
}

/** As {@link writeDocument}, in two halves around the one {@link SPLICE} that stands in the element. */
export function writeDocumentAround(element: DocumentElement): { head: string; tail: string } {
  const { head, tail } = split(writeWhole(element));
  if (tail === undefined) throw new Error(`${element.name}: there is no SPLICE to write around`);
  return { head, tail };
}

/** One element without an XML declaration, with every namespace declaration it needs. */
export function writeFragment(element: DocumentElement): string {
  const root = fragment(CHARACTERS);
  append(root, element);
  return root.toString(FORM);
}

/** The attribute `xsi:schemaLocation`: `namespace schema` pairs. */
export function schemaLocation(
  ...pairs: readonly { namespace: string; schema: string }[]
): DocumentAttribute {
  return {
    name: 'xsi:schemaLocation',
    namespace: 'http://www.w3.org/2001/XMLSchema-instance',
    value: pairs.map(({ namespace, schema }) => `${namespace} ${schema}`).join(' '),
  };
}

/** Both are needed: without the first a forbidden character is an error, without the second it is written. */
const CHARACTERS = { invalidCharReplacement: '' } as const;
const FORM = { wellFormed: true } as const;

/** A comment stands in for the splice: text cannot hold one, since its `<` is escaped. */
const SPLICE_MARK = 'splice';

function writeWhole(element: DocumentElement): string {
  const document = create({ version: '1.0', encoding: 'UTF-8', ...CHARACTERS });
  append(document, element);
  return document.end(FORM);
}

function split(xml: string): { head: string; tail: string | undefined } {
  const [head = '', tail, more] = xml.split(`<!--${SPLICE_MARK}-->`);
  if (more !== undefined) throw new Error('only one SPLICE may stand in a document');
  return { head, tail };
}

function append(parent: XMLBuilder, element: DocumentElement): void {
  const node = parent.ele(element.namespace, element.name);
  for (const { name, namespace, value } of attributesOf(element)) {
    const written = literally(value).replaceAll(/[\t\n\r]/g, ' ');
    if (namespace === '') node.att(name, written);
    else node.att(namespace, name, written);
  }
  for (const child of element.children ?? []) {
    if (child === SPLICE) node.com(SPLICE_MARK);
    else if (typeof child === 'string') node.txt(literally(child).replaceAll(/\r\n?/g, '\n'));
    else append(node, child);
  }
}

/** xmlbuilder2 leaves alone what looks like a reference already, so every `&` is given to it as one. */
function literally(text: string): string {
  return text.replaceAll('&', '&amp;');
}

function attributesOf({ attributes = [] }: DocumentElement): readonly DocumentAttribute[] {
  if (isList(attributes)) return attributes;
  return Object.entries(attributes).map(([name, value]) => ({ name, namespace: '', value }));
}

function isList(
  attributes: NonNullable<DocumentElement['attributes']>,
): attributes is readonly DocumentAttribute[] {
  return Array.isArray(attributes);
}
