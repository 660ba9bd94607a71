/** Error conditions as values: what a provider answers with, instead of a list or a record. */
import type { OaiErrorCode } from '../oai/oai-error.ts';

export interface ProtocolError {
  readonly code: OaiErrorCode;
  /** For people (repository guideline §8): what is wrong, and with which value. */
  readonly message: string;
}

const LONGEST_QUOTE = 80;

/** One error condition of a protocol answer. */
export function protocolError(code: OaiErrorCode, message: string): ProtocolError {
  return { code, message };
}

/** A received value as it stands in a message: in quotes, shortened. */
export function quote(value: string): string {
  const short = value.slice(0, LONGEST_QUOTE).toWellFormed();
  return `"${short}${value.length > LONGEST_QUOTE ? '…' : ''}"`;
}
