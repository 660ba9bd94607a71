import { parseOurIdentifier, type RecordKey } from '../../model/identifier.ts';
import { protocolError } from '../protocol-error.ts';
import type { ProviderDeps, ServedFormat, VerbAnswer, VerbContext } from '../provider.ts';
import { unknownIdentifier } from '../record-xml.ts';
import { tag } from '../tag.ts';

/** The formats of the repository, or of one record (protocol §4.4). */
export async function listMetadataFormats(
  identifier: string | undefined,
  { deps }: VerbContext,
): Promise<VerbAnswer> {
  if (identifier === undefined) return { content: deps.formats.map(formatXml), records: 0 };
  const key = parseOurIdentifier(deps.repository.repositoryIdentifier, identifier);
  const formats = key && (await findFormats(key, deps));
  if (formats === undefined) return { errors: [unknownIdentifier(identifier)] };
  if (formats.length === 0) {
    return { errors: [protocolError('noMetadataFormats', 'This record is not available in any format.')] };
  }
  return { content: formats.map(formatXml), records: 0 };
}

/** The formats a record really has (providers T59); `undefined` when there is no such record. A deleted one is deleted in all. */
async function findFormats(key: RecordKey, deps: ProviderDeps): Promise<readonly ServedFormat[] | undefined> {
  const record = await deps.storage.findRecord(key, undefined);
  if (record === undefined || record.deleted) return record && deps.formats;
  const found = await Promise.all(
    deps.formats.map(({ metadataPrefix }) => deps.storage.findRecord(key, metadataPrefix)),
  );
  return deps.formats.filter((_, index) => found[index]?.metadata !== undefined);
}

function formatXml({ metadataPrefix, schema, namespace }: ServedFormat): string {
  const parts = [
    tag('metadataPrefix', metadataPrefix),
    tag('schema', schema),
    tag('metadataNamespace', namespace),
  ];
  return `<metadataFormat>${parts.join('')}</metadataFormat>`;
}
