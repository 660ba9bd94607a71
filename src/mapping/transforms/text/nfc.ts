import { z } from '../../../schema/index.ts';
import { valueTransform } from '../../transform.ts';
import { unlessBlank } from './unless-blank.ts';

// C0 without tab and line feed, DEL and C1, the soft hyphen and the byte order mark.
const REMOVED = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\uFEFF]/;
const REMOVED_ALL = new RegExp(REMOVED, 'g');

/**
 * Anything but characters that are in form C in every company, and blank texts. Left out of these on purpose: combining
 * marks and what they combine with by themselves, singletons such as the ohm sign, what is removed.
 */
const ALTERS =
  /[^\t\n\x20-\x7E\u00A0-\u00AC\u00AE-\u02FF\u0400-\u0482\u048A-\u052F\u2010-\u2027\u2030-\u205E\u3041-\u3096\u30A1-\u30FA\u4E00-\u9FFF\uAC00-\uD7A3]|^\s*$/;

/** Text → text in Unicode normalisation form C. U+FFFD is kept and reported as `text.replacement`. */
export const nfc = valueTransform({
  name: 'nfc',
  summary: 'Normalises to NFC and removes control characters, soft hyphens and byte order marks.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'text',
  alters: ALTERS,
  bind: () => (value: string, context) => {
    let text = value.normalize('NFC');
    if (text.includes('\uFFFD')) {
      context.report('text.replacement', 'contains U+FFFD: a character was lost before we read it', 'warn');
    }
    if (REMOVED.test(text)) text = text.replace(/\r\n?/g, '\n').replace(REMOVED_ALL, '');
    return unlessBlank(text);
  },
});
