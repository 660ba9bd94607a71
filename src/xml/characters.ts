/** Which characters may stand in an XML 1.0 document (the Char production, section 2.2). */

/** Control characters other than tab, line feed and carriage return; surrogate halves that stand alone; U+FFFE, U+FFFF. */
const ILLEGAL =
  '[\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\uFFFE\\uFFFF]|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]';
const ILLEGAL_ONE = new RegExp(ILLEGAL);
const ILLEGAL_ALL = new RegExp(ILLEGAL, 'g');

/** Whether every character of a text may stand in XML 1.0. */
export function isLegalXml(text: string): boolean {
  return !ILLEGAL_ONE.test(text);
}

/** The offset of the first character that may not stand in XML 1.0; -1 when there is none. */
export function indexOfIllegal(text: string): number {
  return text.search(ILLEGAL_ONE);
}

/** The text without the characters that XML 1.0 forbids. The caller reports what is lost. */
export function removeIllegal(text: string): string {
  return ILLEGAL_ONE.test(text) ? text.replace(ILLEGAL_ALL, '') : text;
}

/** Whether a code point may stand in XML 1.0, for example one that a numeric reference names. */
export function isLegalCodePoint(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}
