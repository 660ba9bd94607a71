import type { Language } from '../../../model/canonical.ts';
import { z } from '../../../schema/index.ts';
import { Bad, valueTransform } from '../../transform.ts';
import { trimText } from '../text/trim-text.ts';
import { readLanguage, type LanguageTag } from './read-language.ts';

/** Between two names of one language (`deu/ger`, `Serbian / српски`). */
const PAIR = /\s*\/\s*/;

/**
 * Text → Language, or several when a `/` joins different ones. `raw` is set when the text was a name rather than
 * a code. Bad: `language.unknown`.
 */
export const lang = valueTransform({
  name: 'lang',
  summary: 'Reads a language code, tag, locale or name.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'Language',
  bind: () => (value: string, context) => {
    const text = trimText(value);
    if (text === undefined) return undefined;
    const whole = readLanguage(text);
    if (whole !== undefined) return toLanguage(whole, text);
    const parts = text.length > 200 ? [] : text.split(PAIR).filter((part) => part !== '');
    const read = parts.length < 2 ? [] : parts.map((part) => ({ part, tag: readLanguage(part) }));
    const known = new Map<string, Partial<Language>>();
    for (const { part, tag } of read) {
      if (tag === undefined) context.report('language.unknown', `"${part}" is no language we know`, 'warn');
      else if (!known.has(tag.bcp47)) known.set(tag.bcp47, toLanguage(tag, part));
    }
    if (known.size === 0) return new Bad('language.unknown', 'is no language code, tag or name we know');
    return [...known.values()];
  },
});

function toLanguage(tag: LanguageTag, text: string): Partial<Language> {
  return {
    iso639_3: tag.iso639_3,
    bcp47: tag.bcp47,
    ...(tag.script !== undefined && { script: tag.script }),
    ...(tag.named && { raw: text }),
  };
}
