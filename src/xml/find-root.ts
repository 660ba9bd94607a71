import { placeAt, XmlError } from './xml-error.ts';

/** Where the root element of a response stands in its text. */
export interface FoundRoot {
  /** The offset of its `<`. */
  readonly start: number;
  /** The offset after its end tag. */
  readonly end: number;
  /** `text-before-root`, `text-after-root`: what stands outside that no document allows (F14, F15). */
  readonly repairs: string[];
}

/**
 * Finds the one root of an OAI-PMH response, over the prolog, and over up to 8 KiB of rubbish before it. A document
 * type declaration is stepped over and never read (F22).
 *
 * @throws XmlError `empty`, `html`, `not-oai`, or `truncated` when the root is never closed (F13)
 */
export function findRoot(text: string): FoundRoot {
  if (text.trim() === '') throw new XmlError('empty', 'the response is empty');
  const { start, repairs } = findStart(text);
  const name = /[^<\s/>]+/y;
  name.lastIndex = start + 1;
  const written = name.exec(text)?.[0] ?? '';
  const end = findEnd(text, start, written);
  if (skipProlog(text, end) < text.length) repairs.push('text-after-root');
  return { start, end, repairs };
}

/** How far rubbish before the document may reach, in characters. */
const MAX_RUBBISH = 8192;

const ROOT = /<(?:[\w.-]+:)?OAI-PMH(?=[\s/>])/y;
const DECLARATION_OR_ROOT = /<\?xml\s|<(?:[\w.-]+:)?OAI-PMH(?=[\s/>])/g;
const HTML = /<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]/i;
const TITLE = /<title[^<>]*>([^<]*)/i;

function findStart(text: string): { start: number; repairs: string[] } {
  const direct = skipProlog(text, 0);
  if (standsAt(ROOT, text, direct)) {
    const late = text.slice(0, direct).search(/<\?xml\s/) > 0;
    return { start: direct, repairs: late || text.startsWith('\uFEFF') ? ['text-before-root'] : [] };
  }
  DECLARATION_OR_ROOT.lastIndex = 0;
  const head = text.slice(0, MAX_RUBBISH);
  for (let found = DECLARATION_OR_ROOT.exec(head); found !== null; found = DECLARATION_OR_ROOT.exec(head)) {
    const start = skipProlog(text, found.index);
    if (standsAt(ROOT, text, start)) return { start, repairs: ['text-before-root'] };
  }
  throw notOai(text, direct);
}

function standsAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** Over blanks, declaration, processing instructions, comments and a document type declaration. */
function skipProlog(text: string, from: number): number {
  let at = from;
  for (;;) {
    while (at < text.length && isBlank(text.charCodeAt(at))) at += 1;
    const next = endOfProlog(text, at);
    if (next === undefined) return at;
    at = next;
  }
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x9 || code === 0xa || code === 0xd || code === 0xfeff;
}

function endOfProlog(text: string, at: number): number | undefined {
  if (text.startsWith('<?', at)) return after(text, '?>', at);
  if (text.startsWith('<!--', at)) return after(text, '-->', at + 4);
  if (!/^<!doctype\s/i.test(text.slice(at, at + 10))) return undefined;
  const plain = after(text, '>', at);
  const subset = text.indexOf('[', at);
  if (plain === undefined || subset === -1 || subset > plain) return plain;
  const close = after(text, ']', subset);
  const closes = /\]\s*>/g;
  closes.lastIndex = (close ?? text.length) - 1;
  const found = closes.exec(text);
  return found === null ? undefined : found.index + found[0].length;
}

function after(text: string, mark: string, from: number): number | undefined {
  const at = text.indexOf(mark, from);
  return at === -1 ? undefined : at + mark.length;
}

function findEnd(text: string, start: number, written: string): number {
  const closing = text.lastIndexOf(`</${written}`);
  const end = closing < start ? undefined : after(text, '>', closing);
  if (end !== undefined) return end;
  const alone = after(text, '>', start);
  if (alone !== undefined && text[alone - 2] === '/') return alone;
  const place = placeAt(text, text.length);
  const excerpt = text.slice(-250);
  throw new XmlError('truncated', 'the response ends before its root element is closed', {
    ...place,
    excerpt,
  });
}

function notOai(text: string, at: number): XmlError {
  const head = text.slice(0, MAX_RUBBISH);
  const place = placeAt(text, at);
  if (HTML.test(head)) {
    const title =
      TITLE.exec(text.slice(0, 4 * MAX_RUBBISH))?.[1]
        ?.replace(/\s+/g, ' ')
        .trim()
        .slice(0, 100) ?? '';
    return new XmlError('html', `a web page came instead of XML${title === '' ? '' : `: "${title}"`}`, place);
  }
  if (
    text.startsWith('<?xml', at) ||
    (/^<[!?]?[^>]*$/.test(text.slice(at, at + 200)) && text.length - at < 200)
  ) {
    return new XmlError('truncated', 'the response ends before its root element is complete', place);
  }
  const root = /^<([\w.:-]{1,100})/.exec(text.slice(at, at + 101))?.[1];
  const old = /openarchives\.org\/OAI\/1\.[01]/.test(head) ? ' (a repository of OAI-PMH 1.x)' : '';
  const what = root === undefined ? 'text that is no XML' : `a document with the root ${root}${old}`;
  return new XmlError('not-oai', `${what} came instead of an OAI-PMH response`, place);
}
