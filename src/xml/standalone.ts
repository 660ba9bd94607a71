import type { RawXml } from './element.ts';

/**
 * A raw payload as one element that stands alone: its start tag gets those declarations in scope that it does not
 * make itself. Nothing else changes. A payload without an element comes back as it is.
 */
export function standalone(raw: RawXml): string {
  const start = findStartTag(raw.xml);
  if (start === -1) return raw.xml;
  const nameEnd = start + 1 + (/^[^\s/>]+/.exec(raw.xml.slice(start + 1, start + 1025))?.[0].length ?? 0);
  const own = declaredIn(raw.xml, nameEnd);
  let added = '';
  for (const [prefix, uri] of Object.entries(raw.namespaces)) {
    if (own.has(prefix)) continue;
    added += ` ${prefix === '' ? 'xmlns' : `xmlns:${prefix}`}="${escapeUri(uri)}"`;
  }
  return raw.xml.slice(0, nameEnd) + added + raw.xml.slice(nameEnd);
}

/** The offset of the first start tag, over comments and processing instructions; -1 when there is none. */
function findStartTag(xml: string): number {
  let at = xml.indexOf('<');
  while (at !== -1) {
    const mark = xml.startsWith('<!--', at) ? '-->' : xml.startsWith('<?', at) ? '?>' : undefined;
    if (mark === undefined) return /[^\s!/?]/.test(xml.charAt(at + 1)) ? at : -1;
    const end = xml.indexOf(mark, at + 2);
    at = end === -1 ? -1 : xml.indexOf('<', end);
  }
  return -1;
}

/** An attribute with its value, from where the last one ended. */
const ATTRIBUTE = /\s*([^\s=/>]+)\s*=\s*(?:"[^"]*"|'[^']*')/y;

/** The prefixes that a start tag declares, read from after its name. */
function declaredIn(xml: string, from: number): Set<string> {
  const declared = new Set<string>();
  ATTRIBUTE.lastIndex = from;
  for (let found = ATTRIBUTE.exec(xml); found !== null; found = ATTRIBUTE.exec(xml)) {
    const name = found[1] ?? '';
    if (name === 'xmlns') declared.add('');
    else if (name.startsWith('xmlns:')) declared.add(name.slice(6));
  }
  return declared;
}

function escapeUri(uri: string): string {
  return uri.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
