import { z } from '../../../schema/index.ts';
import { valueTransform } from '../../transform.ts';
import { endsInAbbreviation, lastWord } from './final-dot.ts';
import { unlessBlank } from './unless-blank.ts';

/** Languages that write ordinal numbers with a full stop. */
const ORDINAL_DOT = new Set(['sr', 'hr', 'bs', 'cnr', 'sh', 'sl', 'de', 'hu', 'cs', 'sk', 'da', 'nb', 'nn', 'no', 'fi', 'et', 'lv', 'is', 'tr']); // prettier-ignore

/**
 * Text → text. After a number the dot goes only when the language is known and does not write ordinals with it:
 * `Ослобођење Београда 1944.` keeps it.
 */
export const trimFinalDot = valueTransform({
  name: 'trim_final_dot',
  summary: 'Removes the final full stop, except after initials, abbreviations and ordinal numbers.',
  arguments: z.strictObject({ lang: z.string().optional() }).optional(),
  takes: 'text',
  gives: 'text',
  bind: (args) => (value: string, context) => {
    const text = value.trimEnd();
    if (!text.endsWith('.')) return unlessBlank(value);
    const language = (args?.lang ?? context.lang)?.split(/[-_]/)[0]?.toLowerCase();
    const ordinal = language === undefined || ORDINAL_DOT.has(language);
    const number = /^\p{N}+$/u.test(lastWord(text));
    if (number ? ordinal : endsInAbbreviation(text)) return value;
    return unlessBlank(text.slice(0, -1).trimEnd());
  },
});
