import { z } from '../../../schema/index.ts';
import { valueTransform } from '../../transform.ts';
import { casefoldText } from '../../vocab/fold-text.ts';
import { trimText } from './trim-text.ts';
import { unlessBlank } from './unless-blank.ts';

/**
 * Values that say "there is no value". The `(:…)` codes are those of the ANVL/ERC kernel, which DataCite
 * (schema 4, appendix 3) recommends; `[s.l.]` and `[s.n.]` are ISBD and AACR2.
 */
const PLACEHOLDERS = [
  'null', '(null)', 'nil', 'none', 'undefined', 'n/a', 'n.a.', 'n. a.', 'unknown', '[unknown]', 'not available', 'not applicable',
  'not specified', 'not provided', 'no data', 's.n.', '[s.n.]', 's. n.', '[s. n.]', 's.l.', '[s.l.]', 's. l.', '[s. l.]',
  '[s.l. : s.n.]', '[s.l.: s.n.]', '[s.l.] : [s.n.]', 'б. и.', '[б. и.]', 'б. м.', '[б. м.]', 'б.и.', 'б.м.', '(:unac)',
  '(:unal)', '(:unap)', '(:unas)', '(:unav)', '(:unkn)', '(:none)', '(:null)', '(:tba)', '(:etal)', 'непознато', 'nepoznato',
] as const; // prettier-ignore

const PUNCTUATION_ONLY = /^[\s\-–—_.,;:?*/\\|"'()[\]{}]+$/;

const ASCII_WORD = /^[A-Za-z0-9]/;

/** Text → text; a placeholder is dropped. `list` replaces the built-in list, `also` adds to it. */
export const placeholder = valueTransform({
  name: 'placeholder',
  summary: 'Drops values that only say that there is none: null, N/A, -, [s.n.], (:unav).',
  arguments: z
    .strictObject({ list: z.array(z.string()).optional(), also: z.array(z.string()).optional() })
    .optional(),
  takes: 'text',
  gives: 'text',
  bind: (args) => {
    const listed = [...(args?.list ?? PLACEHOLDERS), ...(args?.also ?? [])].map(casefoldText);
    const placeholders = new Set(listed);
    const longest = Math.max(0, ...listed.map((text) => text.length)) + 8;
    const firstCharacters = new Set(listed.map((text) => text.charAt(0)));
    return (value: string) => {
      if (value.length > longest) return unlessBlank(value);
      // Most values begin as no placeholder does.
      if (ASCII_WORD.test(value) && !firstCharacters.has(value.charAt(0).toLowerCase())) return value;
      const text = trimText(value);
      if (text === undefined || PUNCTUATION_ONLY.test(text)) return undefined;
      return placeholders.has(casefoldText(text)) ? undefined : value;
    };
  },
});
