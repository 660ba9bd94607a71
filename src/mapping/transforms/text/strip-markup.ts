import { z } from '../../../schema/index.ts';
import { valueTransform } from '../../transform.ts';
import { tagRoles, type TagRole } from './markup-tags.ts';
import { texEnd } from './tex.ts';
import { unlessBlank } from './unless-blank.ts';

/** No real tag is longer; a `<` without its `>` within this length is text. */
const LONGEST_TAG = 1_000;

/**
 * Text → text. Removes the tags of the profiles' elements and nothing else: `p < 0.05` and `<foo>` stay. Block
 * tags become line ends. `protect: [tex]` leaves `$…$`, `\(…\)` and `\[…\]` as they are. One pass, linear.
 */
export const stripMarkup = valueTransform({
  name: 'strip_markup',
  summary: 'Removes HTML and JATS tags, and leaves every other angle bracket alone.',
  arguments: z
    .strictObject({
      profiles: z.array(z.enum(['html', 'jats'])).min(1).default(['html']),
      protect: z.array(z.enum(['tex'])).default([]),
    })
    .prefault({}), // prettier-ignore
  takes: 'text',
  gives: 'text',
  alters: /<|^\s*$/,
  bind: (args) => {
    const roles = tagRoles(args.profiles);
    const protectTex = args.protect.includes('tex');
    return (value: string) => {
      return unlessBlank(value.includes('<') ? strip(value, roles, protectTex) : value);
    };
  },
});

function strip(value: string, roles: ReadonlyMap<string, TagRole>, protectTex: boolean): string {
  const afterCloser = closerSearch(value);
  let out = '';
  let copied = 0;
  let index = 0;
  while (index < value.length) {
    const char = value.charCodeAt(index);
    if (protectTex && (char === 0x24 || char === 0x5c)) {
      index = texEnd(value, index);
      continue;
    }
    const tag = char === 0x3c ? readTag(value, index, roles) : undefined;
    if (tag === undefined) {
      index += 1;
      continue;
    }
    out += value.slice(copied, index) + (tag.role === 'block' ? '\n' : '');
    index = tag.closer === undefined ? tag.end : afterCloser(tag.closer, tag.end);
    copied = index;
  }
  return out + value.slice(copied);
}

interface Tag {
  readonly end: number;
  readonly role: TagRole;
  /** What ends the content that goes with the tag. */
  readonly closer?: string;
}

function readTag(value: string, start: number, roles: ReadonlyMap<string, TagRole>): Tag | undefined {
  if (value.startsWith('<!--', start)) return { end: start + 4, role: 'hidden', closer: '-->' };
  const head = /^<(\/?)([A-Za-z][A-Za-z0-9:-]{0,30})/.exec(value.slice(start, start + 33));
  const name = head?.[2]?.toLowerCase();
  const role = name === undefined ? undefined : roles.get(name);
  if (head === null || name === undefined || role === undefined) return undefined;
  const end = tagEnd(value, start + head[0].length);
  if (end === undefined) return undefined;
  const opens = head[1] === '' && value[end - 2] !== '/';
  return role === 'hidden' && opens ? { end, role, closer: `</${name}>` } : { end, role };
}

/** The place after `>`, when what stands before it can be attributes: nothing, or something with `=`. */
function tagEnd(value: string, start: number): number | undefined {
  let quote = '';
  let hasEquals = false;
  let onlyBlank = true;
  const limit = Math.min(value.length, start + LONGEST_TAG);
  for (let index = start; index < limit; index += 1) {
    const char = value.charAt(index);
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '>') {
      return hasEquals || onlyBlank ? index + 1 : undefined;
    } else if (char === '<') {
      return undefined;
    } else {
      if (hasEquals && (char === '"' || char === "'")) quote = char;
      hasEquals ||= char === '=';
      onlyBlank &&= char === '/' || /\s/.test(char);
    }
  }
  return undefined;
}

/**
 * Finds the place after the next closing mark, or `from` itself when there is none. It remembers which marks
 * have no further one, so that each is looked for in vain only once.
 */
function closerSearch(text: string): (closer: string, from: number) => number {
  // Only ASCII letters matter for tag names, and other letters may change their length.
  const folded = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const absent = new Set<string>();
  return (closer, from) => {
    const found = absent.has(closer) ? -1 : folded.indexOf(closer, from);
    if (found >= 0) return found + closer.length;
    absent.add(closer);
    return from;
  };
}
