/** Flow control (protocol §3.5): the token that a list response ends with, and the token that a request brings. */
import { formatDatestamp } from '../model/datestamp.ts';
import { protocolError, type ProtocolError } from './protocol-error.ts';
import type { ProviderDeps, VerbErrors } from './provider.ts';
import { decodeToken, encodeToken, type ListState, type ListVerb } from './resumption-token.ts';

/** A list at the beginning of one of its pages; the first page has nothing before it. */
export type ListStart = Omit<ListState, 'after' | 'expiresAt'> & { readonly after?: string };

/** What a page delivered. */
export interface PageEnd {
  readonly delivered: number;
  /** The stamp, or the setSpec, of the last entry delivered. */
  readonly last: string;
  readonly more: boolean;
  readonly completeListSize: number | undefined;
}

/** The list that a received token continues: ours, of this verb, not expired; else badResumptionToken. */
export function continueList(token: string, verb: ListVerb, deps: ProviderDeps): ListStart | VerbErrors {
  const state = decodeToken(token, deps.tokenSecret);
  if (state === undefined) return refuseToken('The resumptionToken is not one that this repository gave.');
  if (state.verb !== verb)
    return refuseToken(`The resumptionToken belongs to ${state.verb}, not to ${verb}.`);
  if (state.expiresAt <= formatDatestamp(deps.now())) {
    return refuseToken(`The resumptionToken expired at ${state.expiresAt}. Please start the list again.`);
  }
  return state;
}

/** The answer to a token that cannot be used: the harvester has to start the list again. */
export function refuseToken(message: string): { readonly errors: readonly [ProtocolError] } {
  return { errors: [protocolError('badResumptionToken', message)] };
}

/**
 * The token element of a page: with the next page's token, empty on the last page of several, and none at all
 * when the first page is the whole list (protocol §3.5). `cursor` counts what came before this page.
 */
export function resumptionTokenXml(start: ListStart, end: PageEnd, deps: ProviderDeps): string {
  const { cursor } = start;
  const { completeListSize } = end;
  const size = completeListSize === undefined ? '' : ` completeListSize="${completeListSize}"`;
  if (!end.more) return cursor === 0 ? '' : `<resumptionToken${size} cursor="${cursor}"/>`;
  const expiresAt = formatDatestamp(new Date(deps.now().getTime() + deps.tokenLifetime));
  const next = { ...start, after: end.last, cursor: cursor + end.delivered, completeListSize, expiresAt };
  const token = encodeToken(next, deps.tokenSecret);
  return `<resumptionToken expirationDate="${expiresAt}"${size} cursor="${cursor}">${token}</resumptionToken>`;
}
