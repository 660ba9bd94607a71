import type { ListRequest } from '../parse-request.ts';
import type { VerbAnswer, VerbContext } from '../provider.ts';
import { listPage } from '../record-list.ts';
import { headerXml } from '../record-xml.ts';

/** A page of headers (protocol §4.3): the same that ListRecords gives for the same arguments. */
export function listIdentifiers(request: ListRequest, context: VerbContext): Promise<VerbAnswer> {
  return listPage(
    request,
    (record, repositoryIdentifier) => [headerXml(record, repositoryIdentifier)],
    context,
  );
}
