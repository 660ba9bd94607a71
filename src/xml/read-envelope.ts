/** The reader of OAI-PMH responses. */
import { XMLValidator } from 'fast-xml-parser';
import { indexOfIllegal } from './characters.ts';
import { XML_NAMESPACE, XMLNS_NAMESPACE, type EnvelopeElement, type RawXml } from './element.ts';
import { parseEnvelope, placeOf, type ParsedEnvelope, type ParsedNode } from './envelope-parser.ts';
import { findRoot } from './find-root.ts';
import { changePayloads, maskPayloads } from './mask-payloads.ts';
import { readPayload } from './read-payload.ts';
import { repairXml } from './repair-xml.ts';
import { placeAt, XmlError } from './xml-error.ts';

export interface ReadEnvelope {
  readonly root: EnvelopeElement;
  /** Named repairs of the response as a whole, each once; empty for a sound one. */
  readonly repairs: string[];
}

/**
 * Reads a response: one complete `OAI-PMH` element, its names resolved by the namespaces declared. What stands in
 * `metadata` and `about` of records is handed on exactly as sent, and need not be well-formed: a broken payload is
 * its record's trouble, not the page's. Read strictly first; a response that is not well-formed is repaired once:
 * outside its payloads if that is enough, so that they stay as sent.
 *
 * @throws XmlError `truncated`, `html`, `empty`, `not-oai`, or `malformed` with line and column
 */
export function readEnvelope(text: string): ReadEnvelope {
  try {
    return readStrictly(text);
  } catch (error) {
    if (!(error instanceof XmlError) || error.kind !== 'malformed') throw error;
    return readRepaired(repairAroundPayloads(text)) ?? readRepaired(repairXml(text)) ?? fail(error);
  }
}

type Repaired = ReturnType<typeof repairXml>;

function repairAroundPayloads(text: string): Repaired {
  const repairs = new Set<string>();
  const between = (part: string, offset: number): string => {
    const repaired = repairXml(part, { fragment: offset > 0 });
    for (const repair of repaired.repairs) repairs.add(repair);
    return repaired.text;
  };
  return { text: changePayloads(text, { payload: (xml) => xml, between }), repairs: [...repairs] };
}

/** `undefined` when the repairs were not enough. */
function readRepaired(repaired: Repaired): ReadEnvelope | undefined {
  if (repaired.repairs.length === 0) return undefined;
  try {
    const { root, repairs } = readStrictly(repaired.text);
    return { root, repairs: [...new Set([...repaired.repairs, ...repairs])] };
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return undefined;
  }
}

function fail(error: XmlError): never {
  throw error;
}

/** A response under reading. */
interface Page {
  /** The root element, as sent. */
  readonly document: string;
  /** Where it starts in the response. */
  readonly offset: number;
  /** The response. */
  readonly text: string;
  /** The ranges of the payloads in `document`, in order. */
  readonly payloads: { from: number; to: number }[];
}

type Scope = Readonly<Record<string, string>>;

function readStrictly(text: string): ReadEnvelope {
  const { start, end, repairs } = findRoot(text);
  const document = text.slice(start, end);
  try {
    return readDocument({ document, offset: start, text, payloads: [] }, document, repairs);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    const masked = maskPayloads(document);
    if (masked === document) throw error;
    return readDocument({ document, offset: start, text, payloads: [] }, masked, repairs);
  }
}

/** Reads the document by way of `parsed`, which is the same text or the same with its payloads masked. */
function readDocument(page: Page, parsed: string, repairs: readonly string[]): ReadEnvelope {
  const envelope = parse(page, parsed);
  const [node, second] = envelope.nodes.filter((top) => nameOf(top) !== '#text');
  if (node === undefined || second !== undefined) {
    throw malformed(
      page,
      second === undefined ? 0 : placeOf(second).start,
      'there is more than one root element',
    );
  }
  const root = buildElement(page, node, { scope: {}, parent: '' });
  checkSkeleton(page);
  if (envelope.fault !== undefined) {
    throw malformed(
      page,
      page.document.indexOf(envelope.fault),
      `"${envelope.fault}" is no reference of XML`,
    );
  }
  return { root, repairs: [...repairs, ...envelope.repairs] };
}

function parse(page: Page, text: string): ParsedEnvelope {
  try {
    return parseEnvelope(text);
  } catch (error) {
    const found = XMLValidator.validate(text);
    const reason = error instanceof Error ? error.message.slice(0, 200) : String(error);
    if (found === true) throw malformed(page, 0, reason);
    throw malformed(page, offsetOf(text, found.err.line, found.err.col), found.err.msg);
  }
}

function nameOf(node: ParsedNode): string {
  for (const name in node) if (name !== ':@') return name;
  return '#text';
}

function buildElement(
  page: Page,
  node: ParsedNode,
  context: { scope: Scope; parent: string },
): EnvelopeElement {
  const name = nameOf(node);
  const { start, end } = placeOf(node);
  const attributes = attributesOf(node);
  const scope = declare(attributes, context.scope);
  const namespace = scope[prefixAt(page.document, start, name)] ?? '';
  if (context.parent === 'record' && (name === 'metadata' || name === 'about')) {
    return {
      name,
      namespace,
      attributes,
      text: '',
      children: [],
      raw: sliceRaw(page, { start, end, scope }),
    };
  }
  let text = '';
  const children: EnvelopeElement[] = [];
  for (const child of node[name] as readonly ParsedNode[]) {
    const inner = child['#text'];
    if (typeof inner === 'string') text += inner;
    else children.push(buildElement(page, child, { scope, parent: name }));
  }
  return { name, namespace, attributes, text, children };
}

const NO_ATTRIBUTES: Readonly<Record<string, string>> = {};

function attributesOf(node: ParsedNode): Readonly<Record<string, string>> {
  const attributes = node[':@'] as Record<string, string> | undefined;
  if (attributes === undefined) return NO_ATTRIBUTES;
  for (const name in attributes) {
    const value = attributes[name] ?? '';
    if (LINE_ENDS.test(value)) attributes[name] = value.replaceAll(/[\t\n\r]/g, ' ');
  }
  return attributes;
}

/** Blanks in the value of an attribute, as XML 1.0 section 3.3.3 normalises them. */
const LINE_ENDS = /[\t\n\r]/;

/** The prefix of the name as written at a start tag. The parser hands on local names only. */
function prefixAt(document: string, start: number, name: string): string {
  let colon = start + 1;
  for (; colon < document.length; colon += 1) {
    const code = document.charCodeAt(colon);
    if (code === 0x3a) break;
    if (code <= 0x20 || code === 0x3e || code === 0x2f) return '';
    if (colon - start > name.length + MAX_PREFIX) return '';
  }
  return document.slice(start + 1, colon);
}

const MAX_PREFIX = 200;

/** The declarations in scope inside an element: those of its ancestors when it makes none. */
function declare(attributes: Readonly<Record<string, string>>, outer: Scope): Scope {
  let scope: Record<string, string> | undefined;
  for (const name in attributes) {
    if (!name.startsWith('xmlns')) continue;
    const prefix = name === 'xmlns' ? '' : name.slice(6);
    if (prefix === '' && name !== 'xmlns') continue;
    const uri = attributes[name] ?? '';
    if (prefix === 'xml' || prefix === 'xmlns' || uri === XML_NAMESPACE || uri === XMLNS_NAMESPACE) continue;
    scope ??= { ...outer };
    if (uri === '') delete scope[prefix];
    else scope[prefix] = uri;
  }
  return scope ?? outer;
}

/** What stands between the tags of a container, exactly as sent. */
function sliceRaw(page: Page, { start, end, scope }: { start: number; end: number; scope: Scope }): RawXml {
  const { document } = page;
  const from = endOfTag(document, start);
  const to = from === end ? end : document.lastIndexOf('</', end - 1);
  page.payloads.push({ from, to });
  const raw = { xml: document.slice(from, to), namespaces: scope };
  if (swallows(raw)) throw malformed(page, from, 'a container of metadata is not closed');
  return raw;
}

/** The offset after the start tag at an offset. */
function endOfTag(document: string, start: number): number {
  for (let at = start; at < document.length; at += 1) {
    const code = document.charCodeAt(at);
    if (code === 0x3e) return at + 1;
    if (code === 0x22 || code === 0x27) at = Math.max(at, document.indexOf(document.charAt(at), at + 1));
  }
  return document.length;
}

/** Whether broken markup made a payload reach over its own end tag into the records behind it. */
function swallows(raw: RawXml): boolean {
  if (!raw.xml.includes('metadata') && !raw.xml.includes('about')) return false;
  if (!END_OF_CONTAINER.test(raw.xml)) return false;
  try {
    readPayload(raw);
    return false;
  } catch {
    return true;
  }
}

const END_OF_CONTAINER = /<\/(?:[\w.-]+:)?(?:metadata|about)\s*>/;

/** The envelope without its payloads must be well-formed and hold only legal characters. */
function checkSkeleton(page: Page): void {
  const skeleton = skeletonOf(page);
  const found = XMLValidator.validate(skeleton);
  if (found !== true) {
    const { line, col, msg } = found.err;
    throw malformed(page, offsetInDocument(page, offsetOf(skeleton, line, col)), msg);
  }
  const illegal = indexOfIllegal(skeleton);
  if (illegal === -1) return;
  throw malformed(page, offsetInDocument(page, illegal), 'a character that XML 1.0 forbids');
}

function skeletonOf({ document, payloads }: Page): string {
  let skeleton = '';
  let at = 0;
  for (const { from, to } of payloads) {
    skeleton += document.slice(at, from);
    at = to;
  }
  return skeleton + document.slice(at);
}

function offsetInDocument({ payloads }: Page, offset: number): number {
  let shifted = offset;
  for (const { from, to } of payloads) if (from <= shifted) shifted += to - from;
  return shifted;
}

/** The offset of a line and column, both from 1. */
function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let at = 1; at < line; at += 1) start = text.indexOf('\n', start) + 1;
  return start + Math.max(0, column - 1);
}

function malformed(page: Page, offset: number, reason: string): XmlError {
  const message = `the response is not well-formed: ${reason.replace(/\.$/, '')}`;
  return new XmlError('malformed', message, placeAt(page.text, page.offset + Math.max(0, offset)));
}
