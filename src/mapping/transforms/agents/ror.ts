import { z } from '../../../schema/index.ts';
import { Bad, NOT_MINE, valueTransform } from '../../transform.ts';

const ROR = /^(?:(?:https?:\/\/)?(?:www\.)?ror\.org\/|ror:\s?)?(0[a-hj-km-np-tv-z\d]{6}\d{2})\/?$/i;
/** Crockford's base 32: no i, l, o, u. */
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';

/** Text → Identifier `{ scheme: 'ror', value, uri }`. A wrong checksum is bad: `ror.checksum`. */
export const ror = valueTransform({
  name: 'ror',
  summary: 'Recognises an identifier of the Research Organization Registry.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'Identifier',
  recogniser: true,
  bind: () => (text: string) => {
    const id = text.length > 100 ? undefined : ROR.exec(text.trim())?.[1]?.toLowerCase();
    if (id === undefined) return NOT_MINE;
    if (!hasValidRorChecksum(id))
      return new Bad('ror.checksum', 'the checksum of the ROR identifier is wrong');
    return { scheme: 'ror', value: id, uri: `https://ror.org/${id}` };
  },
});

/** ROR identifier pattern (https://ror.readme.io/docs/identifier): six base 32 characters, then ISO 7064 MOD 97-10. */
export function hasValidRorChecksum(id: string): boolean {
  let number = 0;
  for (const character of id.slice(1, 7)) {
    const digit = DIGITS.indexOf(character);
    if (digit < 0) return false;
    number = number * 32 + digit;
  }
  return 98 - ((number * 100) % 97) === Number(id.slice(7));
}
