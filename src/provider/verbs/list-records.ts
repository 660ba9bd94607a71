import type { ListRequest } from '../parse-request.ts';
import type { VerbAnswer, VerbContext } from '../provider.ts';
import { listPage } from '../record-list.ts';
import { recordXml } from '../record-xml.ts';

/** A page of records (protocol §4.5): stored forms are copied as they are. */
export function listRecords(request: ListRequest, context: VerbContext): Promise<VerbAnswer> {
  return listPage(request, recordXml, context);
}
