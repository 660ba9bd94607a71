import type { Host } from '../../../model/canonical.ts';
import { z } from '../../../schema/index.ts';
import { NOT_MINE, valueTransform } from '../../transform.ts';
import { readPageRange } from './page-range.ts';
import { readPartStatement, type PartStatement } from './part-statement.ts';

/** A label says what the host is, so nothing else is needed: CEEOL's `Book:` and `Journal:`. */
const LABEL = /^(book|buch|knjiga|књига|journal|zeitschrift|časopis|часопис)\s?:\s{0,3}(?=\S)/iu;
const KINDS: ReadonlyMap<string, string> = new Map([
  ['book', 'book'],
  ['buch', 'book'],
  ['knjiga', 'book'],
  ['књига', 'book'],
]);
const IN = /^(?:in|u|у|en|dans|w)\s?:\s{1,3}(?=\S)/iu;
/** An author–date reference ("Popović, N. (2010). Title. Journal, 18(2)") names more than the host. */
const REFERENCE = /\((?:1[5-9]|20)\d\d[a-z]?\)\.\s\p{L}|https?:\/\//u;
const LONGEST_CITATION = 1000;

export const citation = valueTransform({
  name: 'citation',
  summary: 'Reads a citation line of OJS, DSpace or CEEOL into the host and the part of it.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'Host',
  recogniser: true,
  bind: () => (text: string) => readCitation(text) ?? NOT_MINE,
});

/**
 * Without a label it takes two of volume, issue, year and pages to tell a citation from a title, or pages behind the
 * title's semicolon.
 */
function readCitation(text: string): Host | undefined {
  if (text.length > LONGEST_CITATION) return undefined;
  const value = text.trim().replace(IN, '');
  const label = LABEL.exec(value);
  if (label !== null) {
    const kind = KINDS.get(label[1]!.toLowerCase()) ?? 'journal';
    const rest = value.slice(label[0].length);
    return { ...(kind === 'book' ? readBook(rest) : readJournal(rest)), kind };
  }
  // Of volume, issue, year and pages at most one stands without digits.
  if (!/\d/.test(value)) return undefined;
  const statement = readPartStatement(value);
  if (statement === undefined) return undefined;
  return statement.found < 2 ? titleAndPages(value) : hostOf(value, statement);
}

const TITLE_AND_PAGES = /^([^;]*\p{L}{3}[^;]*);\s{0,3}(\d{1,6})\s?[-–]\s?(\d{1,6})\.?$/u;
const YEAR = /^(?:1[4-9]|20)\d\d$/;

/** `Ослобођење Београда 1944.; 147-158`, as this aggregator writes a host with pages. `Beograd; 1941-1944` may be years. */
function titleAndPages(text: string): Host | undefined {
  const [, title, from = '', to = ''] = TITLE_AND_PAGES.exec(text) ?? [];
  if (title === undefined || YEAR.test(from) || REFERENCE.test(text)) return undefined;
  const pages = readPageRange(`${from}-${to}`);
  return pages === undefined ? undefined : { title: title.trim(), part: { pages } };
}

/** A book's title may end in years and ordinals (`Ослобођење Београда 1944.`): only pages after `;` are taken off. */
function readBook(text: string): Host {
  const at = text.lastIndexOf(';');
  const pages = at < 1 ? undefined : readPageRange(text.slice(at + 1));
  if (pages === undefined) return { title: text };
  return { title: text.slice(0, at).trim(), part: { pages } };
}

function readJournal(text: string): Host {
  const statement = readPartStatement(text);
  return (statement === undefined ? undefined : hostOf(text, statement)) ?? { title: text };
}

function hostOf(text: string, { part, start }: PartStatement): Host | undefined {
  if (REFERENCE.test(text)) return undefined;
  const title = titleOf(text.slice(0, start));
  return title === undefined ? { part } : { title, part };
}

/** What stands before the part, without the punctuation between them. An abbreviation or ordinal keeps its full stop. */
function titleOf(head: string): string | undefined {
  const title = head
    .trim()
    .replace(/\s{0,3}[;,:(–-]{1,3}$/, '')
    .trim();
  const bare = /(?:\p{Ll}{5}|\))\.$/u.test(title) ? title.slice(0, -1) : title;
  return /[\p{L}\p{N}]/u.test(bare) ? bare : undefined;
}
