import { z } from '../../../schema/index.ts';
import { Bad, valueTransform } from '../../transform.ts';
import { trimText } from '../text/trim-text.ts';
import { readLanguage } from './read-language.ts';

/** Text → a BCP 47 tag in canonical case. A region that is none (`en-EN`) is left out. Bad: `language.unknown`. */
export const langTag = valueTransform({
  name: 'lang_tag',
  summary: 'Reads a language code, tag, locale or name into a BCP 47 tag.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'text',
  bind: () => (value: string) => {
    const text = trimText(value);
    if (text === undefined) return undefined;
    return (
      readLanguage(text)?.bcp47 ?? new Bad('language.unknown', 'is no language code, tag or name we know')
    );
  },
});
