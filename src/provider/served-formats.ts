/** Which metadata formats are served (protocol §3.4). */
import { protocolError, quote, type ProtocolError } from './protocol-error.ts';
import type { ServedFormat } from './provider.ts';

/** cannotDisseminateFormat for a prefix that no record is served in; `undefined` for one of ours. */
export function unknownFormat(
  metadataPrefix: string,
  formats: readonly ServedFormat[],
): ProtocolError | undefined {
  if (isServed(metadataPrefix, formats)) return undefined;
  const prefixes = formats.map((format) => format.metadataPrefix).join(', ');
  return protocolError(
    'cannotDisseminateFormat',
    `${quote(metadataPrefix)} is none of the metadata formats of this repository: ${prefixes}.`,
  );
}

/** Whether records are served in a format: exactly, in its case. */
export function isServed(metadataPrefix: string, formats: readonly ServedFormat[]): boolean {
  return formats.some((format) => format.metadataPrefix === metadataPrefix);
}
