import type { Title } from '../../../model/canonical.ts';
import { z } from '../../../schema/index.ts';
import { valueTransform } from '../../transform.ts';
import { articleLength } from '../../vocab/articles.ts';
import { trimIsbdPunctuation } from '../text/isbd-punctuation.ts';
import { scriptOf } from '../language/script-of.ts';

/**
 * Text → part of a Title: `{ title, nonSort?, subtitle?, variants? }`. ` : ` divides the subtitle; ISBD marks at
 * the end go. ` = ` divides a parallel title only when it is in another script (it becomes a variant): in one
 * script it may be a formula. ` / ` with text behind it stays: a slash is also part of titles. The article
 * becomes `nonSort` only when the language is declared.
 */
export const splitTitle = valueTransform({
  name: 'split_title',
  summary: 'Reads an ISBD title statement.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'Title',
  bind: () => (value: string, context) => {
    const text = trimIsbdPunctuation(value);
    if (text === '') return undefined;
    const [main, parallel] = parallelTitles(text);
    const title = titleForm(main, context.lang);
    return parallel === undefined ? title : { ...title, variants: [variant(parallel)] };
  },
});

type TitlePart = Pick<Title, 'title' | 'nonSort' | 'subtitle'>;

function titleForm(text: string, lang: string | undefined): TitlePart {
  const colon = text.indexOf(' : ');
  const subtitle = colon > 0 ? trimIsbdPunctuation(text.slice(colon + 3)) : '';
  const title = subtitle === '' ? text : text.slice(0, colon).trimEnd();
  const article = articleLength(title, lang);
  return {
    title: title.slice(article),
    ...(article > 0 && { nonSort: title.slice(0, article) }),
    ...(subtitle !== '' && { subtitle }),
  };
}

function parallelTitles(text: string): readonly [string, string?] {
  const at = text.indexOf(' = ');
  if (at <= 0) return [text];
  const [left, right] = [text.slice(0, at).trimEnd(), text.slice(at + 3).trim()];
  const [leftScript, rightScript] = [scriptOf(left), scriptOf(right)];
  const differ = leftScript !== undefined && rightScript !== undefined && leftScript !== rightScript;
  return differ ? [left, right] : [text];
}

function variant(text: string): TitlePart & { readonly script?: string } {
  const script = scriptOf(text);
  return { ...titleForm(text, undefined), ...(script !== undefined && { script }) };
}
