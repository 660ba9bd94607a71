import { z } from '../../../schema/index.ts';
import { valueTransform } from '../../transform.ts';
import { trimText } from '../text/trim-text.ts';

const CODES_ONLY = /^[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4}){0,2}(?:\s+[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4}){0,2})+$/;
const SEPARATORS = /[;,|]|\s(?:and|und|et|y|e|i|и|&)\s/u;

/**
 * Text → texts, one for each language: `eng; ger`, `English and German`, `en fr`. `deu/ger` names one language
 * twice and stays whole (`lang` reads it); so does a comma inside brackets.
 */
export const splitLanguages = valueTransform({
  name: 'split_languages',
  summary: 'Splits a list of languages.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'text',
  bind: () => (value: string) => {
    const text = trimText(value);
    if (text === undefined) return undefined;
    if (/[([]/.test(text) && !text.includes(';')) return text;
    const parts = text.length <= 200 && CODES_ONLY.test(text) ? text.split(' ') : text.split(SEPARATORS);
    return parts.map(trimText).filter((part) => part !== undefined);
  },
});
