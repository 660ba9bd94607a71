/**
 * Resumption tokens without a session (D5): the token is the state of the list, signed. It can be used again
 * until it expires, on any machine that has the secret. It holds only `A–Z a–z 0–9 - _ . ~`, because
 * harvesters forget to encode (providers T52, T53).
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Verb } from '../oai/verbs.ts';

/** Where a list goes on. */
export interface ListState {
  readonly verb: ListVerb;
  /** Absent for ListSets, as are `set`, `from` and `until`. */
  readonly metadataPrefix?: string | undefined;
  readonly set?: string | undefined;
  /** Seconds, inclusive. */
  readonly from?: string | undefined;
  /** Seconds, inclusive; pinned by the first page, so that a list ends while records keep changing. */
  readonly until?: string | undefined;
  /** Continue after this stamp, or for ListSets after this setSpec. */
  readonly after: string;
  /** How many entries the pages before have delivered. */
  readonly cursor: number;
  /** Counted once, for the first page. */
  readonly completeListSize?: number | undefined;
  /** UTC, in seconds; the token is good before it. */
  readonly expiresAt: string;
}

export type ListVerb = Extract<Verb, 'ListSets' | 'ListIdentifiers' | 'ListRecords'>;

const LIST_VERBS: readonly string[] = ['ListSets', 'ListIdentifiers', 'ListRecords'] satisfies ListVerb[];
const FIELDS = 9;
const SIGNATURE_BYTES = 18;
const NUMBER = /^\d{1,15}$/;

/** Writes a token: its fields, each escaped, separated by dots, and the signature. */
export function encodeToken(state: ListState, secret: string): string {
  const { verb, metadataPrefix, set, from, until, after, cursor, completeListSize, expiresAt } = state;
  const fields = [verb, metadataPrefix, set, from, until, after, cursor, completeListSize, expiresAt];
  const signed = fields.map((field) => escapeField(field === undefined ? '' : String(field))).join('.');
  return `${signed}.${sign(signed, secret)}`;
}

/** Reads a token of ours; `undefined` for anything else, whatever was sent. Expiry is for the caller to check. */
export function decodeToken(token: string, secret: string): ListState | undefined {
  const dot = token.lastIndexOf('.');
  if (dot === -1 || !isSignature(token.slice(dot + 1), sign(token.slice(0, dot), secret))) return undefined;
  // What bears our signature was written by encodeToken, but perhaps by another version of it.
  const fields = token.slice(0, dot).split('.').map(unescapeField);
  const [verb, metadataPrefix, set, from, until, after, cursor, completeListSize, expiresAt] = fields;
  if (fields.length !== FIELDS || !isListVerb(verb) || cursor === undefined || !NUMBER.test(cursor))
    return undefined;
  if (after === undefined || expiresAt === undefined) return undefined;
  const size = completeListSize === undefined ? undefined : Number(completeListSize);
  return {
    verb,
    metadataPrefix,
    set,
    from,
    until,
    after,
    cursor: Number(cursor),
    completeListSize: size,
    expiresAt,
  };
}

function escapeField(text: string): string {
  return encodeURIComponent(text)
    .replace(/[.!~*'()]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%', '~');
}

function unescapeField(text: string): string | undefined {
  return text === '' ? undefined : decodeURIComponent(text.replaceAll('~', '%'));
}

function sign(text: string, secret: string): string {
  return createHmac('sha256', secret)
    .update(text)
    .digest()
    .subarray(0, SIGNATURE_BYTES)
    .toString('base64url');
}

/** Compares as text: decoded base64 would let several spellings of one signature pass. */
function isSignature(received: string, expected: string): boolean {
  const [left, right] = [Buffer.from(received), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function isListVerb(text: string | undefined): text is ListVerb {
  return text !== undefined && LIST_VERBS.includes(text);
}
