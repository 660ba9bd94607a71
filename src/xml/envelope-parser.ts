/** fast-xml-parser as the reader of envelopes: its settings, and the references that it leaves to us. */
import { XMLParser, type XMLMetaData } from 'fast-xml-parser';
import { isLegalCodePoint } from './characters.ts';
import { decodeNamedEntity } from './repair-xml.ts';

/** One node of the ordered tree: `{ name: children, ':@': attributes }` or `{ '#text': text }`. */
export interface ParsedNode {
  readonly [name: string]: readonly ParsedNode[] | string | Readonly<Record<string, string>>;
  readonly [place: symbol]: XMLMetaData | undefined;
}

export interface ParsedEnvelope {
  readonly nodes: readonly ParsedNode[];
  /** The first reference that XML does not know; `undefined` when all are right. */
  readonly fault: string | undefined;
  /** `named-entity` when HTML names were resolved (F12). */
  readonly repairs: string[];
}

/**
 * Parses one document. Local names stand in the tree; the name as written is found by the node's place. The contents
 * of `metadata` and `about` of records come untouched, as text. Entities of a DTD are never expanded.
 *
 * @throws Error without a place, from the parser
 */
export function parseEnvelope(text: string): ParsedEnvelope {
  const references = new References();
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    ignoreDeclaration: true,
    ignorePiTags: true,
    captureMetaData: true,
    jPath: false,
    maxNestedTags: 100,
    stopNodes: ['..record.metadata', '..record.about'],
    transformTagName: localName,
    // Names of object members are kept as they are: every node is an object of its own.
    onDangerousProperty: (name) => name,
    entityDecoder: references,
  });
  const nodes = parser.parse(text) as readonly ParsedNode[];
  return { nodes, fault: references.fault, repairs: references.named ? ['named-entity'] : [] };
}

/** The offsets of a node: from its `<` to after its end tag. */
export function placeOf(node: ParsedNode): { start: number; end: number } {
  const place = node[PLACE];
  return { start: place?.startIndex ?? 0, end: place?.endIndex ?? 0 };
}

const PLACE = XMLParser.getMetaDataSymbol() as symbol;

function localName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1);
}

const REFERENCE = /&(?:#x([\da-fA-F]+);|#(\d+);|([A-Za-z][A-Za-z\d]*);)?/g;

const PREDEFINED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Resolves references one by one, never twice, and remembers what was not XML. */
class References {
  fault: string | undefined;
  named = false;

  decode(text: string): string {
    if (!text.includes('&')) return text;
    return text.replace(
      REFERENCE,
      (reference: string, hex: string | undefined, decimal: string | undefined, name: string | undefined) =>
        this.#resolve(reference, hex === undefined ? decimal : `0x${hex}`, name),
    );
  }

  #resolve(reference: string, code: string | undefined, name: string | undefined): string {
    if (code !== undefined && isLegalCodePoint(Number(code))) return String.fromCodePoint(Number(code));
    if (name !== undefined && Object.hasOwn(PREDEFINED, name)) return PREDEFINED[name] ?? reference;
    const decoded = name === undefined ? undefined : decodeNamedEntity(name);
    if (decoded === undefined) this.fault ??= reference;
    else this.named = true;
    return decoded ?? reference;
  }

  // What a document type declaration defines is not taken in: no expansion, no bombs (F22).
  setExternalEntities(): void {}
  addInputEntities(): void {}
  reset(): void {}
  setXmlVersion(): void {}
}
