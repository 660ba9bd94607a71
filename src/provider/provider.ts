/** What the provider needs, and the words that its files share. */
import type { Storage } from '../storage/storage.ts';
import type { Verb } from '../oai/verbs.ts';
import type { ProtocolError } from './protocol-error.ts';
import type { ServedSets } from './served-sets.ts';

export interface ProviderDeps {
  readonly storage: ProviderStorage;
  readonly repository: Repository;
  /** Every format that is served, `oai_dc` among them. */
  readonly formats: readonly ServedFormat[];
  /** The declared sets, from `servedSets`; absent when there are none. */
  readonly sets?: ServedSets;
  /** Entries in a list response. */
  readonly pageSize: number;
  /** Milliseconds from a response until its token expires. */
  readonly tokenLifetime: number;
  /** From {@link loadTokenSecret}. */
  readonly tokenSecret: string;
  readonly now: () => Date;
}

/** The part of the storage port that serving needs. */
export type ProviderStorage = Pick<
  Storage,
  'findHorizon' | 'listRecords' | 'countRecords' | 'findRecord' | 'listSets' | 'findEarliestDatestamp'
>;

/** What Identify says of us, as configured. */
export interface Repository {
  /** To the letter the URL that harvesters are told to ask; never taken from a request. */
  readonly baseUrl: string;
  readonly repositoryName: string;
  /** The domain name in our identifiers. */
  readonly repositoryIdentifier: string;
  readonly adminEmail: readonly string[];
  /** Base URLs of the repositories we harvest (guideline for friends). */
  readonly friends?: readonly string[];
}

/** A format as ListMetadataFormats names it. */
export interface ServedFormat {
  readonly metadataPrefix: string;
  readonly namespace: string;
  readonly schema: string;
}

/** A piece of a response in UTF-8: stored fragments are copied, never decoded. */
export type Chunk = string | Buffer;

/** What a verb answers: what stands inside its element, or error conditions. */
export type VerbAnswer = { readonly content: readonly Chunk[]; readonly records: number } | VerbErrors;

export interface VerbErrors {
  readonly errors: readonly ProtocolError[];
}

/** What a verb is given besides its arguments. */
export interface VerbContext {
  readonly deps: ProviderDeps;
  /** The horizon, taken before any other query: what changes in this second or later is not listed (D4). */
  readonly responseDate: string;
}

/** A complete response, and what logs and metrics say of it. */
export interface OaiResponse {
  /** UTF-8. */
  readonly document: Buffer;
  /** Absent when the request named none. */
  readonly verb: Verb | undefined;
  readonly errorCodes: readonly ProtocolError['code'][];
  /** Records, headers or sets delivered. */
  readonly records: number;
}
