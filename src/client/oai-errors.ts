/** The error conditions in a response. */
import { OAI_ERROR_CODES, type OaiErrorCode } from '../oai/oai-error.ts';
import type { EnvelopeElement } from '../xml/element.ts';
import { envelopeChild, envelopeChildren } from '../xml/look.ts';

export interface ReportedError {
  /** In the protocol's spelling, or as sent when the protocol does not know it (F88). */
  readonly code: string;
  readonly message: string;
  readonly known: boolean;
}

/**
 * The error that decides about a response, or `undefined` when it is an answer. Only children of the root count (F90),
 * and of the verb's element, where servers that fail in the midst of a list write theirs (F18). Of several the most
 * severe decides (F89); `noRecordsMatch` beside records does not.
 */
export function decidingError(root: EnvelopeElement, verb: string): ReportedError | undefined {
  const answer = envelopeChild(root, verb);
  const errors = envelopeChildren(root, 'error').map(parseError);
  const midway = answer ? envelopeChildren(answer, 'error').map(parseError) : [];
  const [worst] = [...errors, ...midway.map((error) => ({ ...error, known: false }))].sort(bySeverity);
  const hasItems = answer !== undefined && answer.children.length > 0;
  return worst?.code === 'noRecordsMatch' && hasItems && midway.length === 0 ? undefined : worst;
}

/** From the most severe; a code that the protocol does not know comes before all: the server is broken. */
const SEVERITY: readonly OaiErrorCode[] = [
  'badVerb',
  'badResumptionToken',
  'badArgument',
  'cannotDisseminateFormat',
  'idDoesNotExist',
  'noMetadataFormats',
  'noSetHierarchy',
  'noRecordsMatch',
];

function bySeverity(left: ReportedError, right: ReportedError): number {
  return severity(left) - severity(right);
}

function severity({ code, known }: ReportedError): number {
  return known ? SEVERITY.indexOf(code as OaiErrorCode) : -1;
}

function parseError(element: EnvelopeElement): ReportedError {
  const sent = (element.attributes['code'] ?? '').trim();
  const code = OAI_ERROR_CODES.find((known) => known.toLowerCase() === sent.toLowerCase());
  return { code: code ?? sent, message: element.text.trim(), known: code !== undefined };
}
