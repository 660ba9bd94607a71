import { CC_ELEMENT_NAMES, CC_FILLERS, CC_PORTS, type CcElement } from '../../vocab/licences.ts';
import { Bad } from '../../transform.ts';

export interface NamedLicence {
  readonly code: string;
  readonly version: string;
  readonly port: string | undefined;
}

/** No licence's full name is longer, twice ("Attribution … (CC BY …)") included. */
const LONGEST_NAME = 200;

/** What marks a name as Creative Commons's; without it only names of two elements or more count. */
const MARK = /^\W{0,3}cc\b|creative\s?commons?|\bcc[-\s]?(?:by|0|zero|nc|nd|sa)\b/i;
const ZERO = /\bcc[-\s]?(?:0|zero)\b|\bpublic domain dedication\b/i;
const PUBLIC_DOMAIN_MARK = /^(?:creative commons )?(?:cc )?(?:pdm|public domain mark)(?: 1\.0)?\.?$/i;

/**
 * Reads a Creative Commons licence from its short or long name in the languages of the table. Everything in the
 * text must belong to the name: `undefined` when some word does not, a {@link Bad} when the version is missing.
 */
export function readLicenceName(text: string): NamedLicence | Bad | undefined {
  if (text.length > LONGEST_NAME) return undefined;
  if (PUBLIC_DOMAIN_MARK.test(text)) return { code: 'publicdomain/mark', version: '1.0', port: undefined };
  const version = /(?:^|[^\d.])(\d\.\d)(?![\d.]\d)/.exec(text)?.[1];
  if (ZERO.test(text)) return readZero(text);
  const { elements, marked, rest } = takeElements(text.replace(/\d\.\d/g, ' '));
  if (elements.size === 0 || (!marked && elements.size < 2 && !startsWithFullName(text))) return undefined;
  const port = /^[a-z]{2,8}$/.test(rest) && CC_PORTS.has(rest) ? rest : undefined;
  if (rest !== '' && port === undefined) return undefined;
  if (!marked && version === undefined) return undefined;
  if (version === undefined) {
    return new Bad('licence.version-missing', `"${text}" does not say which version of the licence`);
  }
  return { code: codeOf(elements), version, port };
}

/** CC0 has one version only, so its name alone is exact. */
function readZero(text: string): NamedLicence | undefined {
  const rest = text.replace(
    /\b(?:creative commons|cc[-\s]?(?:0|zero)|1\.0|universal|public domain dedication|licen[sc]e)\b/gi,
    '',
  );
  return /[\p{L}\p{N}]/u.test(rest)
    ? undefined
    : { code: 'publicdomain/zero', version: '1.0', port: undefined };
}

interface Name {
  readonly pattern: RegExp;
  readonly element: CcElement | undefined;
}

/** Names as patterns, the longest first, so that "Attribution-NonCommercial" is not read as "by" and a rest. */
const NAMES: readonly Name[] = [
  ...Object.entries(CC_ELEMENT_NAMES).flatMap(([element, names]) =>
    names.split('|').map((name) => ({ name: plain(name), element: element as CcElement })),
  ),
  ...CC_FILLERS.split('|').map((name) => ({ name: plain(name), element: undefined })),
]
  .sort((a, b) => b.name.length - a.name.length)
  .map(({ name, element }) => ({
    // Between the words of a name sources put blanks, hyphens or nothing.
    pattern: new RegExp(`(?<!\\p{L})${name.replace(/ /g, ' ?')}(?!\\p{L})`, 'gu'),
    element,
  }));

/** Where no element's name stands, there is no licence to take apart. */
const ANY_ELEMENT = new RegExp(
  NAMES.filter(({ element }) => element !== undefined)
    .map(({ pattern }) => pattern.source)
    .join('|'),
  'u',
);

function takeElements(text: string): { elements: ReadonlySet<CcElement>; marked: boolean; rest: string } {
  const elements = new Set<CcElement>();
  let rest = plain(text);
  if (!ANY_ELEMENT.test(rest)) return { elements, marked: false, rest };
  for (const { pattern, element } of NAMES) {
    const without = rest.replace(pattern, ' ');
    if (without === rest) continue;
    if (element !== undefined) elements.add(element);
    rest = without;
  }
  return { elements, marked: MARK.test(text), rest: rest.trim().replace(/ +/g, ' ') };
}

function startsWithFullName(text: string): boolean {
  return plain(text).startsWith('attribution ') && /\d\.\d/.test(text);
}

function codeOf(elements: ReadonlySet<CcElement>): string {
  return (['by', 'nc', 'nd', 'sa'] as const).filter((element) => elements.has(element)).join('-');
}

/** Lower case, without accents, words divided by one blank; `NonCommercial` becomes `noncommercial`. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
