/**
 * What is wrong with a text that is no usable XML:
 * - `truncated` the response ends before its root is closed (F13);
 * - `html` a page for people instead of an answer (F19);
 * - `empty` nothing at all (F20);
 * - `not-oai` text or XML that is no OAI-PMH response;
 * - `malformed` not well-formed;
 * - `illegal-character` a character that XML 1.0 forbids, met while writing;
 * - `too-deep` nested deeper than the limit;
 * - `doctype` a document type declaration where none may stand (F22).
 */
export type XmlErrorKind =
  'truncated' | 'html' | 'empty' | 'not-oai' | 'malformed' | 'illegal-character' | 'too-deep' | 'doctype';

/** The longest excerpt that an error carries, in characters. */
const EXCERPT_LENGTH = 250;

/** A text that cannot be read or written as XML: what is wrong, and where. */
export class XmlError extends Error {
  override readonly name = 'XmlError';
  readonly kind: XmlErrorKind;
  /** From 1; 0 when the place is not known. */
  readonly line: number;
  /** From 1, in UTF-16 units; 0 when the place is not known. */
  readonly column: number;
  /** The text around the place, at most 250 characters. */
  readonly excerpt: string;

  constructor(kind: XmlErrorKind, message: string, place: XmlPlace = { line: 0, column: 0, excerpt: '' }) {
    super(place.line > 0 ? `${message} (line ${place.line}, column ${place.column})` : message);
    this.kind = kind;
    this.line = place.line;
    this.column = place.column;
    this.excerpt = place.excerpt;
  }
}

/** A place in a text, for people. */
export interface XmlPlace {
  readonly line: number;
  readonly column: number;
  readonly excerpt: string;
}

/** Line, column and excerpt at an offset of a text. */
export function placeAt(text: string, offset: number): XmlPlace {
  const at = Math.max(0, Math.min(offset, text.length));
  let line = 1;
  let lineStart = 0;
  for (let next = text.indexOf('\n'); next !== -1 && next < at; next = text.indexOf('\n', next + 1)) {
    line += 1;
    lineStart = next + 1;
  }
  const from = Math.max(0, at - EXCERPT_LENGTH / 2);
  return {
    line,
    column: at - lineStart + 1,
    excerpt: text.slice(from, from + EXCERPT_LENGTH).toWellFormed(),
  };
}
