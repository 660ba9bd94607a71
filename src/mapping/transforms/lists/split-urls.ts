import { z } from '../../../schema/index.ts';
import { valueTransform } from '../../transform.ts';
import { unlessBlank } from '../text/unless-blank.ts';

/** A second address glued to a first. After `/ = ? & : #` it belongs to the first (web archives, redirects). */
const GLUED = /(?<=[^\s/=?&:#("'<])(?=https?:\/\/)/i;

/**
 * Text → texts. `http://a.org/1http://b.org/2` becomes two and is reported as `url.glued`; so do several
 * addresses with blanks between them. Other text stays whole.
 */
export const splitUrls = valueTransform({
  name: 'split_urls',
  summary: 'Splits addresses that were written without anything between them.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'text',
  bind: () => (value: string, context) => {
    const text = value.trim();
    if (!/^https?:\/\//i.test(text)) return unlessBlank(value);
    if (!/\s|.https?:\/\//i.test(text)) return text;
    const words = text.split(/\s+/);
    if (!words.every((word) => /^https?:\/\//i.test(word))) return value;
    const urls = words.flatMap((word) => word.split(GLUED));
    if (urls.length > 1) context.report('url.glued', `${urls.length} addresses in one value`, 'info');
    return urls;
  },
});
