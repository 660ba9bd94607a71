/** The strict reader of payloads: one record's metadata, an about container, a bare record in a file. */
import { SaxesParser, type SaxesAttributeNS, type SaxesTagNS } from 'saxes';
import { XMLNS_NAMESPACE, type RawXml, type XmlAttribute, type XmlElement, type XmlNode } from './element.ts';
import { repairXml } from './repair-xml.ts';
import { placeAt, XmlError, type XmlErrorKind } from './xml-error.ts';

/**
 * What a record's `metadata` or `about` holds, as a tree. The text must be one well-formed element; the namespace
 * declarations of its ancestors are known from `raw.namespaces`. Comments and processing instructions are left out,
 * adjacent text and CDATA are joined, attribute values are normalised as XML 1.0 section 3.3.3 says.
 *
 * @throws XmlError `malformed`, `empty`, `doctype` (F22) or `too-deep`
 */
export function readPayload(raw: RawXml): XmlElement {
  return readTree(raw.xml, { namespaces: raw.namespaces, declaration: false });
}

/**
 * As {@link readPayload}; a payload that is not well-formed is repaired once, and the repairs are named
 * ({@link repairXml}, and `unbound-prefix` when a well-known prefix was used without its declaration).
 *
 * @throws XmlError of the strict reading, when the repairs do not help
 */
export function readPayloadWithRepair(raw: RawXml): { root: XmlElement; repairs: string[] } {
  try {
    return { root: readPayload(raw), repairs: [] };
  } catch (error) {
    return readRepaired(raw.xml, { namespaces: raw.namespaces, declaration: false }, error);
  }
}

/**
 * A whole document as a tree: a bare record, a MODS file. A document type declaration is refused.
 *
 * @throws XmlError as {@link readPayload} does
 */
export function readXml(text: string): XmlElement {
  return readTree(withoutMark(text), DOCUMENT);
}

/** As {@link readXml}, repaired as {@link readPayloadWithRepair} repairs. */
export function readXmlWithRepair(text: string): { root: XmlElement; repairs: string[] } {
  try {
    return { root: readXml(text), repairs: [] };
  } catch (error) {
    return readRepaired(withoutMark(text), DOCUMENT, error);
  }
}

/** How deep elements may be nested. No metadata format comes near; it bounds every recursive reader of the tree. */
const MAX_DEPTH = 200;

/** Prefixes that always mean one namespace in the wild, and whose declaration is lost when records are cut out. */
const WELL_KNOWN_PREFIXES: Readonly<Record<string, string>> = {
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
  xlink: 'http://www.w3.org/1999/xlink',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  oai_dc: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
  mods: 'http://www.loc.gov/mods/v3',
};

interface ReadOptions {
  readonly namespaces: Readonly<Record<string, string>>;
  /** Whether an XML declaration may stand at the start. */
  readonly declaration: boolean;
  /** What a prefix without a declaration means. */
  readonly resolvePrefix?: (prefix: string) => string | undefined;
}

const DOCUMENT: ReadOptions = { namespaces: {}, declaration: true };

/** The tree under construction: the shape of {@link XmlElement}, still open. */
interface OpenElement {
  name: string;
  namespace: string;
  attributes: XmlAttribute[];
  children: XmlNode[];
  parent: OpenElement | undefined;
  index: number;
}

function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

function readRepaired(
  xml: string,
  options: ReadOptions,
  strict: unknown,
): { root: XmlElement; repairs: string[] } {
  if (!(strict instanceof XmlError) || strict.kind !== 'malformed') throw strict;
  const { text, repairs } = repairXml(xml, { fragment: !options.declaration });
  let unbound = false;
  const resolvePrefix = (prefix: string): string | undefined => {
    const uri = Object.hasOwn(WELL_KNOWN_PREFIXES, prefix) ? WELL_KNOWN_PREFIXES[prefix] : undefined;
    unbound ||= uri !== undefined;
    return uri;
  };
  try {
    const root = readTree(text, { ...options, resolvePrefix });
    return { root, repairs: unbound ? [...repairs, 'unbound-prefix'] : repairs };
  } catch (error) {
    if (error instanceof XmlError) throw strict;
    throw error;
  }
}

function readTree(text: string, options: ReadOptions): XmlElement {
  if (text.trim() === '') throw new XmlError('empty', 'there is no element');
  const parser = openParser(options);
  let root: OpenElement | undefined;
  let open: OpenElement | undefined;
  let index = 0;
  let depth = 0;

  function addText(value: string): void {
    if (open === undefined) return;
    const { children } = open;
    const last = children.length - 1;
    const before = children[last];
    if (typeof before === 'string') children[last] = before + value;
    else children.push(value);
  }

  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('opentag', (tag: SaxesTagNS) => {
    depth += 1;
    if (depth > MAX_DEPTH)
      throw errorAt(parser, text, 'too-deep', `elements are nested deeper than ${MAX_DEPTH}`);
    const attributes: XmlAttribute[] = [];
    const element: OpenElement = {
      name: tag.local,
      namespace: tag.uri,
      attributes,
      children: [],
      parent: open,
      index,
    };
    index = addAttributes(attributes, tag.attributes, index + 1);
    if (open === undefined) root = element;
    else open.children.push(element);
    open = element;
  });
  parser.on('closetag', () => {
    depth -= 1;
    open = open?.parent;
  });
  parser.on('doctype', () => {
    throw errorAt(parser, text, 'doctype', 'a document type declaration is not read');
  });
  if (!options.declaration) {
    parser.on('xmldecl', () => {
      parser.fail('an XML declaration inside the response.');
    });
  }
  run(parser, text);
  if (root === undefined) throw new XmlError('empty', 'there is no element');
  return root;
}

function openParser({ namespaces, resolvePrefix }: ReadOptions): SaxesParser<{ xmlns: true }> {
  try {
    return new SaxesParser({
      xmlns: true,
      position: false,
      additionalNamespaces: namespaces,
      ...(resolvePrefix === undefined ? {} : { resolvePrefix }),
    });
  } catch (error) {
    // A reserved prefix or URI, bound wrongly by an ancestor.
    throw new XmlError('malformed', reasonOf(error));
  }
}

function addAttributes(
  attributes: XmlAttribute[],
  source: Readonly<Record<string, SaxesAttributeNS>>,
  firstIndex: number,
): number {
  let index = firstIndex;
  for (const key in source) {
    const attribute = source[key];
    if (attribute === undefined || attribute.uri === XMLNS_NAMESPACE) continue;
    attributes.push({ name: attribute.local, namespace: attribute.uri, value: attribute.value, index });
    index += 1;
  }
  return index;
}

function run(parser: SaxesParser<{ xmlns: true }>, text: string): void {
  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof XmlError) throw error;
    throw errorAt(parser, text, 'malformed', reasonOf(error));
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
}

function errorAt(
  parser: SaxesParser<{ xmlns: true }>,
  text: string,
  kind: XmlErrorKind,
  message: string,
): XmlError {
  return new XmlError(kind, message, placeAt(text, parser.position));
}
