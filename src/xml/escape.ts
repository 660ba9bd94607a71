import { indexOfIllegal, isLegalXml } from './characters.ts';
import { placeAt, XmlError } from './xml-error.ts';

/**
 * A text as element content: `&`, `<`, `>` as references, and carriage returns too, which a reader would otherwise
 * take for line feeds.
 *
 * @throws XmlError `illegal-character`: callers remove such characters first ({@link removeIllegal}) and report it.
 */
export function escapeText(text: string): string {
  refuseIllegal(text);
  return TEXT_SPECIAL.test(text) ? text.replace(TEXT_SPECIALS, reference) : text;
}

/**
 * A text as the value of an attribute in double quotes. Tabs and line ends stand as references, because a reader
 * makes blanks of the bare ones.
 *
 * @throws XmlError `illegal-character`, as {@link escapeText} does.
 */
export function escapeAttribute(text: string): string {
  refuseIllegal(text);
  return ATTRIBUTE_SPECIAL.test(text) ? text.replace(ATTRIBUTE_SPECIALS, reference) : text;
}

const TEXT_SPECIAL = /[&<>\r]/;
const TEXT_SPECIALS = /[&<>\r]/g;
const ATTRIBUTE_SPECIAL = /[&<>"\t\n\r]/;
const ATTRIBUTE_SPECIALS = /[&<>"\t\n\r]/g;

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

function reference(character: string): string {
  return REFERENCES[character] ?? character;
}

function refuseIllegal(text: string): void {
  if (isLegalXml(text)) return;
  const at = indexOfIllegal(text);
  const code = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
  throw new XmlError('illegal-character', `XML 1.0 forbids the character U+${code}`, placeAt(text, at));
}
