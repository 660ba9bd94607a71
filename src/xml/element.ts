/** The light tree that a payload is read into, and how to look into it. */

export interface XmlAttribute {
  /** The local name. */
  readonly name: string;
  /** The namespace URI; `''` for an attribute without a prefix. */
  readonly namespace: string;
  readonly value: string;
  /** Its place in document order among all elements and attributes of the tree: one bit of coverage. */
  readonly index: number;
}

/**
 * An element with its expanded name. Also the shape into which other inputs (labelled text) are read, so that
 * mappings see one kind of tree.
 */
export interface XmlElement {
  /** The local name. */
  readonly name: string;
  /** The namespace URI, `''` when there is none. */
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  /** Elements and text in document order; adjacent text and CDATA are one string. */
  readonly children: readonly XmlNode[];
  readonly parent: XmlElement | undefined;
  readonly index: number;
}

export type XmlNode = XmlElement | string;

/**
 * An element of a protocol response. `metadata` and `about` carry what stands inside them as `raw` and have no
 * children; every other element is read whole.
 */
export interface EnvelopeElement {
  readonly name: string;
  readonly namespace: string;
  /** By the name as written: `status`, `xsi:schemaLocation`. */
  readonly attributes: Readonly<Record<string, string>>;
  /** The text directly inside, references resolved, not trimmed. */
  readonly text: string;
  readonly children: readonly EnvelopeElement[];
  readonly raw?: RawXml;
}

/**
 * What stands inside one element, as sent, with the namespace declarations in scope there (prefix to URI, `''` is
 * the default namespace). The same shape as the model's.
 */
export interface RawXml {
  readonly xml: string;
  readonly namespaces: Readonly<Record<string, string>>;
}

export const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';
export const XMLNS_NAMESPACE = 'http://www.w3.org/2000/xmlns/';
