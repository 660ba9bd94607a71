import type { Location } from '../../../model/canonical.ts';
import { z } from '../../../schema/index.ts';
import { Bad, NOT_MINE, valueTransform, type TransformContext } from '../../transform.ts';
import { roleOfUrl } from './url-role.ts';

const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'ftp:']);
const SESSION_PARAMETER = /^(?:phpsessid|jsessionid|sessionid|session_id|cfid|cftoken|aspsessionid\w*)$/i;
const PRIVATE_IPV4 = /^(?:10|127|0|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./;
const LOCAL_NAME = /(?:^|\.)(?:localhost|local|localdomain|internal|lan|home\.arpa)$/;

export const url = valueTransform({
  name: 'url',
  summary:
    'Reads a web address: completes `www.`, takes session ids out, refuses addresses of a local network.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'Location',
  recogniser: true,
  bind: () => readUrl,
});

/**
 * An http, https or ftp URL as a location; its role is guessed from its form and may be set over by the mapping.
 * Host names are given in ASCII (IDNA), everything else escaped as RFC 3986 asks.
 */
export function readUrl(text: string, context: TransformContext): Location | typeof NOT_MINE | Bad {
  if (!text.includes('://') && !/www\./i.test(text)) return NOT_MINE;
  const trimmed = text.trim().replace(/^<(?:URL:)?([^<>\s]*)>$/i, '$1');
  const spelled = /^www\.[^\s.]/i.test(trimmed) ? `http://${trimmed}` : trimmed;
  if (!/^(?:https?|ftp):\/\/[^\s/]/i.test(spelled) || /\s/.test(spelled)) return NOT_MINE;
  const parsed = parseUrl(spelled);
  if (parsed === undefined) return new Bad('url.malformed', `"${trimmed.slice(0, 100)}" is not a URL`);
  if (!SCHEMES.has(parsed.protocol)) return NOT_MINE;
  if (isLocal(parsed.hostname)) return new Bad('url.local', `nobody else can reach ${parsed.hostname}`);
  if (parsed.username !== '' || parsed.password !== '') {
    context.report('url.credentials', 'the name and password in the URL are left out');
    parsed.username = '';
    parsed.password = '';
  }
  removeSession(parsed);
  const value = parsed.href.replace(/[|{}\\^`"<>]/g, (character) => encodeURIComponent(character));
  return { value, role: roleOfUrl(value) };
}

/**
 * By trying: Node 20 has no `URL.parse`, and its `URL.canParse` comes to refuse addresses with international host names
 * after many calls.
 */
function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

function isLocal(host: string): boolean {
  const name = host.replace(/\.$/, '');
  if (name.startsWith('[')) return /^\[(?:::1?\]|f[cd]|fe[89ab])/.test(name);
  return PRIVATE_IPV4.test(name) || LOCAL_NAME.test(name) || !name.includes('.');
}

/** Session ids make one resource look like many, and may let a reader into a stranger's session. */
function removeSession(parsed: URL): void {
  if (/;jsessionid=/i.test(parsed.pathname)) {
    parsed.pathname = parsed.pathname.replace(/;jsessionid=[^/;]*/gi, '');
  }
  if (!/(?:sess|cfid|cftoken)/i.test(parsed.search)) return;
  const kept = parsed.search
    .slice(1)
    .split('&')
    .filter((pair) => !SESSION_PARAMETER.test(pair.split('=', 1)[0]!));
  parsed.search = kept.join('&');
}
