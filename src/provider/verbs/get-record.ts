import { parseOurIdentifier } from '../../model/identifier.ts';
import type { OaiRequest } from '../parse-request.ts';
import { protocolError, quote, type ProtocolError } from '../protocol-error.ts';
import type { ProviderDeps, VerbAnswer, VerbContext } from '../provider.ts';
import { recordXml, unknownIdentifier } from '../record-xml.ts';
import { unknownFormat } from '../served-formats.ts';

type GetRecordRequest = Extract<OaiRequest, { verb: 'GetRecord' }>;

/** One record (protocol §4.1). An unknown identifier and an unknown format are reported together. */
export async function getRecord(request: GetRecordRequest, { deps }: VerbContext): Promise<VerbAnswer> {
  const { identifier, metadataPrefix } = request;
  const badFormat = unknownFormat(metadataPrefix, deps.formats);
  const record = await findServed(identifier, badFormat ? undefined : metadataPrefix, deps);
  if (record === undefined)
    return { errors: [unknownIdentifier(identifier), ...(badFormat ? [badFormat] : [])] };
  if (badFormat) return { errors: [badFormat] };
  if (!record.deleted && record.metadata === undefined) return { errors: [lacksFormat(request)] };
  return { content: recordXml(record, deps.repository.repositoryIdentifier), records: 1 };
}

/** A record by our identifier, whole and exact; without `metadata` when it lacks the form asked for. */
async function findServed(identifier: string, metadataPrefix: string | undefined, deps: ProviderDeps) {
  const key = parseOurIdentifier(deps.repository.repositoryIdentifier, identifier);
  return key && (await deps.storage.findRecord(key, metadataPrefix));
}

function lacksFormat({ identifier, metadataPrefix }: GetRecordRequest): ProtocolError {
  const message = `${quote(identifier)} is not available in the format ${quote(metadataPrefix)}.`;
  return protocolError('cannotDisseminateFormat', message);
}
