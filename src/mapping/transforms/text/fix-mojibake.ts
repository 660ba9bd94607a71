import { TextDecoder } from 'node:util';
import { z } from '../../../schema/index.ts';
import { valueTransform } from '../../transform.ts';
import { CP1252_HIGH } from './cp1252.ts';
import { unlessBlank } from './unless-blank.ts';

/** A lead byte of UTF-8 read as Latin, followed by a continuation byte read as Latin. */
const SUSPECT = new RegExp(`[\\u00C2-\\u00F4][\\u0080-\\u00BF${CP1252_HIGH}]`);
const ALTERS = new RegExp(`${SUSPECT.source}|^\\s*$`);

/** Text damaged twice needs two turns; more was never seen. */
const MAX_TURNS = 2;

/** Text → text. Repairs only when the whole value turns back into strictly valid UTF-8. */
export const fixMojibake = valueTransform({
  name: 'fix_mojibake',
  summary: 'Undoes UTF-8 that was read as Windows-1252 or Latin-1, when the reverse decodes strictly.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'text',
  alters: ALTERS,
  bind: () => {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return (value: string, context) => {
      let text = value;
      for (let turn = 0; turn < MAX_TURNS && SUSPECT.test(text); turn += 1) {
        const repaired = reread(text, decoder);
        if (repaired === undefined) break;
        text = repaired;
      }
      if (text !== value) context.report('text.mojibake', 'was UTF-8 read as Windows-1252; repaired', 'info');
      return unlessBlank(text);
    };
  },
});

function reread(text: string, decoder: TextDecoder): string | undefined {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const byte = toByte(text.charCodeAt(index));
    if (byte === undefined) return undefined;
    bytes[index] = byte;
  }
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined; // Not UTF-8 after all: the text meant what it says.
  }
}

function toByte(code: number): number | undefined {
  if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return code;
  const high = CP1252_HIGH.indexOf(String.fromCharCode(code));
  if (high >= 0) return 0x80 + high;
  return code < 0xa0 ? code : undefined;
}
