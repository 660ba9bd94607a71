/** The provider: one request of OAI-PMH 2.0 in, one document out. */
import { formatDatestamp } from '../model/datestamp.ts';
import { writeResponse } from './envelope.ts';
import { parseRequest, type OaiRequest } from './parse-request.ts';
import type { OaiResponse, ProviderDeps, VerbAnswer, VerbContext } from './provider.ts';
import { getRecord } from './verbs/get-record.ts';
import { identify } from './verbs/identify.ts';
import { listIdentifiers } from './verbs/list-identifiers.ts';
import { listMetadataFormats } from './verbs/list-metadata-formats.ts';
import { listRecords } from './verbs/list-records.ts';
import { listSets } from './verbs/list-sets.ts';

/**
 * Answers one request. `parameters` is the query string or form body as received, undecoded. Error conditions of
 * the protocol are answers; only faults of the store are thrown.
 */
export async function handleRequest(parameters: string, deps: ProviderDeps): Promise<OaiResponse> {
  const responseDate = await deps.storage.findHorizon(formatDatestamp(deps.now()));
  const { baseUrl } = deps.repository;
  const parsed = parseRequest(parameters);
  if ('errors' in parsed) {
    return writeResponse({ baseUrl, responseDate, verb: parsed.verb, received: {} }, parsed);
  }
  const { request, received } = parsed;
  const answer = await answerVerb(request, { deps, responseDate });
  return writeResponse({ baseUrl, responseDate, verb: request.verb, received }, answer);
}

function answerVerb(request: OaiRequest, context: VerbContext): Promise<VerbAnswer> {
  switch (request.verb) {
    case 'Identify':
      return identify(context);
    case 'ListMetadataFormats':
      return listMetadataFormats(request.identifier, context);
    case 'ListSets':
      return listSets(request.resumptionToken, context);
    case 'GetRecord':
      return getRecord(request, context);
    case 'ListIdentifiers':
      return listIdentifiers(request, context);
    case 'ListRecords':
      return listRecords(request, context);
  }
}
