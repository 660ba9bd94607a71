import { iso6393, iso6393To2B } from 'iso-639-3';
import { z } from '../../../schema/index.ts';
import { valueTransform } from '../../transform.ts';

/** BCP 47 tag or ISO 639-3 code → ISO 639-2/B code, as MODS `@lang` wants it; languages without one are omitted. */
export const iso639_2b = valueTransform({
  name: 'iso639_2b',
  summary: 'Gives the ISO 639-2/B code of a language.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'text',
  bind: () => (tag: string) => {
    const language = /^[A-Za-z]{2,3}(?=-|$)/.exec(tag)?.[0].toLowerCase();
    if (language === undefined) return undefined;
    return CODES_2B.get(language.length === 2 ? (FROM_2_LETTERS.get(language) ?? '') : language);
  },
});

const CODES_2B = new Map(Object.entries(iso6393To2B));
const FROM_2_LETTERS = new Map(
  iso6393.flatMap(({ iso6391, iso6393: code }): [string, string][] => (iso6391 ? [[iso6391, code]] : [])),
);
