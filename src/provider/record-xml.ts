/** Records and headers as XML. The stored forms are ready to send; only the header is written here. */
import { ourIdentifier } from '../model/identifier.ts';
import { withoutAncestors } from '../model/set-spec.ts';
import type { StoredRecord } from '../model/stored-record.ts';
import { protocolError, quote, type ProtocolError } from './protocol-error.ts';
import type { Chunk } from './provider.ts';
import { tag } from './tag.ts';

/** A `<record>`: a deleted one has a header only (protocol §2.5.1). */
export function recordXml(record: StoredRecord, repositoryIdentifier: string): Chunk[] {
  const header = headerXml(record, repositoryIdentifier);
  if (record.deleted) return [`<record>${header}</record>`];
  if (record.metadata === undefined) {
    throw new Error(
      `${record.job}: ${record.identifier}: the store gave a record without the form asked for`,
    );
  }
  const about = record.about === undefined ? [] : [record.about];
  return [`<record>${header}<metadata>`, record.metadata, '</metadata>', ...about, '</record>'];
}

/** A `<header>`, the same in every verb. */
export function headerXml(record: StoredRecord, repositoryIdentifier: string): string {
  const sets = withoutAncestors(record.sets).map((set) => tag('setSpec', set));
  return (
    `<header${record.deleted ? ' status="deleted"' : ''}>` +
    tag('identifier', ourIdentifier(repositoryIdentifier, record)) +
    `<datestamp>${record.datestamp}</datestamp>${sets.join('')}</header>`
  );
}

/** The error for an identifier that names no record of ours. */
export function unknownIdentifier(identifier: string): ProtocolError {
  return protocolError(
    'idDoesNotExist',
    `No record of this repository has the identifier ${quote(identifier)}.`,
  );
}
