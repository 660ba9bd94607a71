/** The six verbs and their arguments (protocol §4), for both sides. */

export interface VerbArguments {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** An argument that stands alone with the verb. */
  readonly exclusive?: string;
}

export const VERBS = {
  Identify: { required: [], optional: [] },
  ListMetadataFormats: { required: [], optional: ['identifier'] },
  ListSets: { required: [], optional: [], exclusive: 'resumptionToken' },
  GetRecord: { required: ['identifier', 'metadataPrefix'], optional: [] },
  ListIdentifiers: {
    required: ['metadataPrefix'],
    optional: ['from', 'until', 'set'],
    exclusive: 'resumptionToken',
  },
  ListRecords: {
    required: ['metadataPrefix'],
    optional: ['from', 'until', 'set'],
    exclusive: 'resumptionToken',
  },
} as const satisfies Record<string, VerbArguments>;

export type Verb = keyof typeof VERBS;

/** The argument names of the protocol, in the order in which a request sends them: the verb first (harvesters F49). */
export const ARGUMENTS = [
  'verb',
  'identifier',
  'metadataPrefix',
  'from',
  'until',
  'set',
  'resumptionToken',
] as const;
export type Argument = (typeof ARGUMENTS)[number];

/** Whether a word is a verb: exactly, in its case (protocol §3.1.1). */
export function isVerb(word: string): word is Verb {
  return Object.hasOwn(VERBS, word);
}
