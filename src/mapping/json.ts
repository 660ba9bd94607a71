/**
 * JSON read into the tree that mappings see: each member of an object is an element named by its key, a list is its
 * members one after the other, and a value is text. `null` is nothing. Numbers keep the digits they were written with.
 */
import type { XmlElement, XmlNode } from '../xml/element.ts';
import { placeAt } from '../xml/xml-error.ts';

/** The name of what has no key: a member of a list that stands in a list, or of one that is the whole text. */
export const LIST_MEMBER = '[]';

/** A text that is no JSON (RFC 8259), with where that shows. */
export class JsonError extends Error {
  override readonly name = 'JsonError';
  /** The text around the place. */
  readonly excerpt: string;

  constructor(message: string, excerpt: string) {
    super(message);
    this.excerpt = excerpt;
  }
}

// No metadata comes near; it bounds every recursive reader of the tree.
const MAX_DEPTH = 200;

/** Reads one JSON text. Throws a {@link JsonError}. */
export function readJson(text: string): XmlElement {
  const reader: Reader = { text, position: text.charCodeAt(0) === 0xfeff ? 1 : 0, depth: 0, index: 0 };
  const root = open(reader, 'record', undefined);
  const value = readValue(reader, root);
  skipBlanks(reader);
  if (reader.position < text.length) fail(reader, 'nothing more is expected');
  if (value !== undefined && value !== null && value !== '') root.children.push(value);
  return root;
}

interface Reader {
  readonly text: string;
  position: number;
  depth: number;
  index: number;
}

/** The shape of {@link XmlElement}, still open. */
interface OpenElement extends XmlElement {
  readonly children: XmlNode[];
}

function open(reader: Reader, name: string, parent: XmlElement | undefined): OpenElement {
  return { name, namespace: '', attributes: [], children: [], parent, index: reader.index++ };
}

/** Reads an object or a list into an element; a plain value is returned, as text. */
function readValue(reader: Reader, into: OpenElement): string | null | undefined {
  skipBlanks(reader);
  switch (reader.text.charAt(reader.position)) {
    case '{':
      return nested(reader, () => readObject(reader, into));
    case '[':
      return nested(reader, () => readList(reader, into, LIST_MEMBER));
    case '"':
      return readString(reader);
    default:
      return readWord(reader);
  }
}

function nested(reader: Reader, read: () => void): undefined {
  reader.depth += 1;
  if (reader.depth > MAX_DEPTH) fail(reader, `values are nested deeper than ${MAX_DEPTH}`);
  reader.position += 1;
  read();
  reader.depth -= 1;
}

function readObject(reader: Reader, into: OpenElement): void {
  readMembers(reader, '}', () => {
    skipBlanks(reader);
    if (reader.text.charAt(reader.position) !== '"') fail(reader, 'a key in double quotes is expected');
    const key = readString(reader);
    skipBlanks(reader);
    if (!accept(reader, ':')) fail(reader, '":" is expected');
    readMember(reader, into, key);
  });
}

function readList(reader: Reader, into: OpenElement, name: string): void {
  readMembers(reader, ']', () => addMember(reader, into, name));
}

function readMembers(reader: Reader, end: string, readOne: () => void): void {
  skipBlanks(reader);
  if (accept(reader, end)) return;
  for (;;) {
    readOne();
    skipBlanks(reader);
    if (accept(reader, end)) return;
    if (!accept(reader, ',')) fail(reader, `"," or "${end}" is expected`);
  }
}

/** A list under a key is its members, each under the key. */
function readMember(reader: Reader, into: OpenElement, key: string): void {
  skipBlanks(reader);
  if (reader.text.charAt(reader.position) === '[') nested(reader, () => readList(reader, into, key));
  else addMember(reader, into, key);
}

function addMember(reader: Reader, into: OpenElement, name: string): void {
  const element = open(reader, name, into);
  const value = readValue(reader, element);
  if (value === null) return;
  if (value !== undefined && value !== '') element.children.push(value);
  into.children.push(element);
}

function readString(reader: Reader): string {
  const { text, position } = reader;
  const end = endOfString(text, position + 1);
  if (end === undefined) fail(reader, 'this text never ends');
  try {
    // Half a surrogate pair (`\ud800`) is legal in JSON and no character: it becomes U+FFFD, which is reported.
    const value = (JSON.parse(text.slice(position, end + 1)) as string).toWellFormed();
    reader.position = end + 1;
    return value;
  } catch {
    return fail(reader, 'this text has a control character or an unknown escape in it');
  }
}

/** The place of the quote that ends a text: one with an even number of backslashes before it. */
function endOfString(text: string, start: number): number | undefined {
  for (let end = text.indexOf('"', start); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end;
    while (before > start && text.charAt(before - 1) === '\\') before -= 1;
    if ((end - before) % 2 === 0) return end;
  }
  return undefined;
}

const WORD = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)/y;

function readWord(reader: Reader): string | null {
  WORD.lastIndex = reader.position;
  const word = WORD.exec(reader.text)?.[0];
  if (word === undefined) fail(reader, 'a value is expected');
  reader.position += word.length;
  return word === 'null' ? null : word;
}

const BLANKS = /[ \t\r\n]*/y;

function skipBlanks(reader: Reader): void {
  BLANKS.lastIndex = reader.position;
  BLANKS.test(reader.text);
  reader.position = BLANKS.lastIndex;
}

function accept(reader: Reader, character: string): boolean {
  if (reader.text.charAt(reader.position) !== character) return false;
  reader.position += 1;
  return true;
}

function fail({ text, position }: Reader, why: string): never {
  const { line, column, excerpt } = placeAt(text, position);
  throw new JsonError(`no JSON: ${why} (line ${line}, column ${column})`, excerpt);
}
