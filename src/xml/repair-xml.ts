import { decodeHTMLStrict } from 'entities';
import { isLegalCodePoint, isLegalXml, removeIllegal } from './characters.ts';
import { escapeText } from './escape.ts';

export interface RepairOptions {
  /** The text stands inside a document: an XML declaration at its start goes too. */
  readonly fragment?: boolean;
}

/**
 * Mends what may be mended without a guess about structure, in one linear pass per kind of fault. Each kind of repair
 * is named once:
 * - `lone-surrogate`, `control-character`: characters that XML 1.0 forbids, removed everywhere (F1, F9);
 * - `numeric-reference`: references to such characters, removed; two halves of a surrogate pair become one (F2, F9);
 * - `named-entity`: an HTML name becomes its character (F12);
 * - `bare-ampersand`: an `&` that starts no reference becomes `&amp;` (F11);
 * - `bare-less-than`: a `<` that can start no markup becomes `&lt;`;
 * - `xml-declaration-inside`: a declaration after the start becomes a blank (F16).
 *
 * CDATA sections are left alone, except for forbidden characters. The result has only legal characters; repairing it
 * again changes nothing.
 */
export function repairXml(text: string, options: RepairOptions = {}): { text: string; repairs: string[] } {
  const repairs = new Set<string>();
  const legal = removeForbidden(text, repairs);
  const referenced = outsideCdata(legal, (part) =>
    part.replace(REFERENCE, (found) => mendReference(found, repairs)),
  );
  const marked = outsideCdata(referenced, (part, offset) =>
    mendMarkup(part, repairs, offset > 0 || options.fragment === true),
  );
  return { text: marked, repairs: [...repairs] };
}

/** The characters that an HTML name stands for; `undefined` when HTML does not know it. */
export function decodeNamedEntity(name: string): string | undefined {
  const reference = `&${name};`;
  const decoded = decodeHTMLStrict(reference);
  return decoded === reference ? undefined : decoded;
}

const LONE_SURROGATES = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
/** A pair of numeric references, one numeric reference, a named reference, or an ampersand alone. */
const REFERENCE =
  /&#(?:x[dD][89abAB][\da-fA-F]{2}|5[56]\d{3});&#(?:x[dD][c-fC-F][\da-fA-F]{2}|5[67]\d{3});|&(?:#x?[\da-fA-F]+;|[A-Za-z][A-Za-z\d]*;)?/g;
const PREDEFINED = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);
const DECLARATION = /<\?xml\s[^<>]*\?>/g;
const BARE_LESS_THAN = /<(?=[\s\d=<.,;)(%&-]|$)/g;

function removeForbidden(text: string, repairs: Set<string>): string {
  if (isLegalXml(text)) return text;
  const paired = text.replace(LONE_SURROGATES, '');
  if (paired.length < text.length) repairs.add('lone-surrogate');
  const legal = removeIllegal(paired);
  if (legal.length < paired.length) repairs.add('control-character');
  return legal;
}

/** Applies a change to everything but the CDATA sections. */
function outsideCdata(text: string, change: (part: string, offset: number) => string): string {
  if (!text.includes('<![CDATA[')) return change(text, 0);
  let result = '';
  let at = 0;
  while (at < text.length) {
    const start = indexFrom(text, '<![CDATA[', at);
    result += change(text.slice(at, start), at);
    const end = indexFrom(text, ']]>', start);
    result += text.slice(start, end);
    at = end;
  }
  return result;
}

function indexFrom(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at === -1 ? text.length : at;
}

function mendReference(found: string, repairs: Set<string>): string {
  if (found === '&') {
    repairs.add('bare-ampersand');
    return '&amp;';
  }
  if (found.startsWith('&#')) return mendNumeric(found, repairs);
  const name = found.slice(1, -1);
  if (PREDEFINED.has(name)) return found;
  const decoded = decodeNamedEntity(name);
  repairs.add(decoded === undefined ? 'bare-ampersand' : 'named-entity');
  return decoded === undefined ? `&amp;${name};` : escapeText(decoded);
}

function mendNumeric(found: string, repairs: Set<string>): string {
  const codes = found.slice(2, -1).split(';&#').map(codeOf);
  const [first, second] = codes;
  if (first === undefined || Number.isNaN(first)) {
    repairs.add('bare-ampersand');
    return `&amp;${found.slice(1)}`;
  }
  if (second === undefined && isLegalCodePoint(first)) return found;
  repairs.add('numeric-reference');
  return second === undefined ? '' : removeIllegal(String.fromCharCode(first, second));
}

function codeOf(digits: string): number {
  if (digits.startsWith('x')) return Number.parseInt(digits.slice(1), 16);
  return /^\d+$/.test(digits) ? Number.parseInt(digits, 10) : Number.NaN;
}

function mendMarkup(part: string, repairs: Set<string>, inside: boolean): string {
  const single = part.replace(DECLARATION, (declaration, offset: number) => {
    if (offset === 0 && !inside) return declaration;
    repairs.add('xml-declaration-inside');
    return ' ';
  });
  return single.replace(BARE_LESS_THAN, () => {
    repairs.add('bare-less-than');
    return '&lt;';
  });
}
