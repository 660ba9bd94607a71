/** From the bytes of a response to text: which encoding they are in, and what to do when they are not. */
import { isAscii, isUtf8 } from 'node:buffer';

export interface DecodedBody {
  readonly text: string;
  /** The encoding by its WHATWG name, in lower case: `utf-8`, `windows-1252`, `utf-16le`. */
  readonly encoding: string;
  /** `invalid-utf-8`, `undecodable-bytes`, `encoding-mismatch`, each at most once. */
  readonly repairs: string[];
}

/**
 * Decodes a body: by its byte order mark; as UTF-8 when the bytes are valid UTF-8, whatever HTTP says (F7); by the
 * charset of the HTTP header; by the XML declaration; as UTF-8. Where UTF-8 is claimed but wrong, the valid sequences
 * stay and every stray byte is read as Windows-1252 (F4, F5, F6): no byte is dropped. The byte order mark is not part
 * of the text.
 *
 * @param contentType the value of the HTTP header, as sent
 */
export function decodeBody(bytes: Uint8Array, contentType: string | undefined): DecodedBody {
  const marked = byteOrderMark(bytes) ?? wideWithoutMark(bytes);
  if (marked !== undefined && marked !== 'utf-8') return decodeAs(bytes, marked);
  const declared = encodingInDeclaration(bytes);
  const charset = charsetOf(contentType);
  const stateful = [charset, declared].find((label) => label?.startsWith('iso-2022') === true);
  if (stateful !== undefined) return decodeAs(bytes, stateful);
  if (isUtf8(bytes)) {
    const text = decodeUtf8(bytes);
    return { text, encoding: 'utf-8', repairs: contradicts(declared, bytes, text) };
  }
  // The header often has a default that nobody chose: what the document says of itself is UTF-8 with stray bytes.
  if (marked === 'utf-8' || declared === 'utf-8') return decodeStray(bytes);
  const named = [charset, declared].find((label) => label !== undefined && label !== 'utf-8');
  return named === undefined ? decodeStray(bytes) : decodeAs(bytes, named);
}

/** How far a declaration may reach. */
const DECLARATION_LENGTH = 256;

function byteOrderMark(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

/** UTF-16 without a mark: a `<` beside a zero byte (XML 1.0, appendix F). */
function wideWithoutMark(bytes: Uint8Array): string | undefined {
  const [a, b] = bytes;
  if (a === 0x3c && b === 0) return 'utf-16le';
  if (a === 0 && b === 0x3c) return 'utf-16be';
  return undefined;
}

function charsetOf(contentType: string | undefined): string | undefined {
  const label = /;\s*charset\s*=\s*"?([^\s;"]{1,40})/i.exec(contentType ?? '')?.[1];
  return label === undefined ? undefined : knownEncoding(label);
}

function encodingInDeclaration(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(
    bytes.buffer,
    bytes.byteOffset,
    Math.min(bytes.length, DECLARATION_LENGTH),
  ).toString('latin1');
  const label = /<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(head)?.[1];
  return label === undefined ? undefined : knownEncoding(label);
}

/** The WHATWG name of an encoding; `undefined` when nobody knows it. */
function knownEncoding(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

function decodeAs(bytes: Uint8Array, encoding: string): DecodedBody {
  if (encoding === 'windows-1252') return { text: decodeWindows1252(bytes), encoding, repairs: [] };
  const strict = decodeStrictly(bytes, encoding);
  if (strict !== undefined) return { text: strict, encoding, repairs: [] };
  return { text: new TextDecoder(encoding).decode(bytes), encoding, repairs: ['undecodable-bytes'] };
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Valid UTF-8 with letters beyond ASCII, declared as something else: the declaration is wrong, and that is said. */
function contradicts(declared: string | undefined, bytes: Uint8Array, text: string): string[] {
  const plain = declared === undefined || declared === 'utf-8' || text.length === bytes.length;
  return plain ? [] : ['encoding-mismatch'];
}

/** Bytes that are known to be valid UTF-8. A Buffer is faster than a TextDecoder, most of all for ASCII alone. */
function decodeUtf8(bytes: Uint8Array): string {
  const marked = byteOrderMark(bytes) === 'utf-8';
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return buffer.toString(isAscii(bytes) ? 'latin1' : 'utf8', marked ? 3 : 0);
}

function decodeStray(bytes: Uint8Array): DecodedBody {
  return { text: decodeUtf8(mendUtf8(bytes)), encoding: 'utf-8', repairs: ['invalid-utf-8'] };
}

/** The same bytes as valid UTF-8: stray ones as Windows-1252, surrogate pairs in three bytes each (CESU-8) joined. */
function mendUtf8(bytes: Uint8Array): Uint8Array {
  // A stray byte takes at most three bytes in UTF-8.
  const out = Buffer.allocUnsafe(bytes.length * 3);
  let length = 0;
  for (let at = 0; at < bytes.length;) {
    const size = sequenceLength(bytes, at);
    if (size > 0) {
      for (let i = 0; i < size; i += 1) out[length + i] = bytes[at + i] ?? 0;
      length += size;
      at += size;
      continue;
    }
    const pair = surrogatePair(bytes, at);
    length += out.write(pair ?? characterOf(bytes[at] ?? 0), length, 'utf8');
    at += pair === undefined ? 1 : 6;
  }
  return out.subarray(0, length);
}

/**
 * What 0x80 to 0x9F stand for in Windows-1252; the five bytes it leaves open are the C1 controls, as WHATWG has it.
 * Own table, because the TextDecoder of Node 20 takes `windows-1252` for ISO-8859-1.
 */
const WINDOWS_1252 =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178';

function decodeWindows1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return text.replace(/[\u0080-\u009F]/g, (control) => characterOf(control.charCodeAt(0)));
}

function characterOf(byte: number): string {
  return byte >= 0x80 && byte <= 0x9f ? WINDOWS_1252.charAt(byte - 0x80) : String.fromCharCode(byte);
}

/** The length of the valid UTF-8 sequence at an offset (Unicode, table 3-7); 0 when there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const second = bytes[at + 1] ?? 0;
  const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < lowest || second > highest) return 0;
  const size = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  for (let i = 2; i < size; i += 1) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  return size;
}

function surrogatePair(bytes: Uint8Array, at: number): string | undefined {
  const high = surrogate(bytes, at);
  const low = surrogate(bytes, at + 3);
  const paired = high >= 0xd800 && high <= 0xdbff && low >= 0xdc00;
  return paired ? String.fromCharCode(high, low) : undefined;
}

function surrogate(bytes: Uint8Array, at: number): number {
  const second = bytes[at + 1] ?? 0;
  const third = bytes[at + 2] ?? 0;
  const is = bytes[at] === 0xed && second >= 0xa0 && second <= 0xbf && (third & 0xc0) === 0x80;
  return is ? 0xd000 | ((second & 0x3f) << 6) | (third & 0x3f) : 0;
}
