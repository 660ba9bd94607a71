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
