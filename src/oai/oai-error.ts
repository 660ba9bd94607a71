/** The error conditions of the protocol (§3.6). */

export const OAI_ERROR_CODES = [
  'badArgument',
  'badResumptionToken',
  'badVerb',
  'cannotDisseminateFormat',
  'idDoesNotExist',
  'noRecordsMatch',
  'noMetadataFormats',
  'noSetHierarchy',
] as const;
export type OaiErrorCode = (typeof OAI_ERROR_CODES)[number];

/** Which errors each verb may answer with (protocol §4.1–4.6); badVerb belongs to none of them. */
export const ERRORS_OF_VERB = {
  Identify: ['badArgument'],
  ListMetadataFormats: ['badArgument', 'idDoesNotExist', 'noMetadataFormats'],
  ListSets: ['badArgument', 'badResumptionToken', 'noSetHierarchy'],
  GetRecord: ['badArgument', 'cannotDisseminateFormat', 'idDoesNotExist'],
  ListIdentifiers: [
    'badArgument',
    'badResumptionToken',
    'cannotDisseminateFormat',
    'noRecordsMatch',
    'noSetHierarchy',
  ],
  ListRecords: [
    'badArgument',
    'badResumptionToken',
    'cannotDisseminateFormat',
    'noRecordsMatch',
    'noSetHierarchy',
  ],
} as const satisfies Record<string, readonly OaiErrorCode[]>;

/** An error condition that a repository reported. `code` is as sent: repositories invent their own (harvesters F88). */
export class OaiError extends Error {
  override readonly name = 'OaiError';
  readonly code: string;
  readonly url: string;

  constructor(code: string, message: string, url: string) {
    super(`${url}: ${code}${message === '' ? '' : `: ${message}`}`);
    this.code = code;
    this.url = url;
  }
}
