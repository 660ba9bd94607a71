import { z } from '../../../schema/index.ts';
import { isLegalCodePoint } from '../../../xml/characters.ts';
import { decodeNamedEntity } from '../../../xml/repair-xml.ts';
import { valueTransform } from '../../transform.ts';
import { CP1252_HIGH } from './cp1252.ts';
import { unlessBlank } from './unless-blank.ts';

/** Escaped twice at the source is common; three times was never seen, and `&amp;lt;` may be meant. */
const MAX_TURNS = 2;

const REFERENCE = /&(?:#[xX]([\dA-Fa-f]{1,6})|#(\d{1,7})|([A-Za-z][A-Za-z\d]{1,31}));/g;

/** Text → text. Named, decimal and hexadecimal references; an unknown or forbidden one stays as written. */
export const unescapeEntities = valueTransform({
  name: 'unescape_entities',
  summary: 'Resolves character references that were escaped once too often, at most twice.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'text',
  alters: /&|^\s*$/,
  bind: () => (value: string) => {
    let text = value;
    for (let turn = 0; turn < MAX_TURNS && text.includes('&'); turn += 1) {
      const decoded = text.replace(REFERENCE, resolve);
      if (decoded === text) break;
      text = decoded;
    }
    return unlessBlank(text);
  },
});

function resolve(reference: string, hex?: string, decimal?: string, name?: string): string {
  if (name !== undefined) return decodeNamedEntity(name) ?? reference;
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  // As HTML does: what was written for these numbers was Windows-1252.
  if (code >= 0x80 && code <= 0x9f) return CP1252_HIGH.charAt(code - 0x80);
  return isLegalCodePoint(code) ? String.fromCodePoint(code) : reference;
}
