/** One page of records in the order of their stamps: what ListIdentifiers and ListRecords share (D4, D5). */
import { addSeconds, lastSecondOf } from '../model/datestamp.ts';
import type { RecordQuery, StoredRecord } from '../model/stored-record.ts';
import { continueList, refuseToken, resumptionTokenXml, type ListStart } from './paging.ts';
import type { ListRequest, ListSelection } from './parse-request.ts';
import { protocolError, quote, type ProtocolError } from './protocol-error.ts';
import type { Chunk, ProviderDeps, VerbAnswer, VerbContext, VerbErrors } from './provider.ts';
import { isServed, unknownFormat } from './served-formats.ts';
import { listServedSets } from './served-sets.ts';

/** Writes one entry of a list. */
export type WriteEntry = (record: StoredRecord, repositoryIdentifier: string) => readonly Chunk[];

/** Answers a list request: a page of entries and, where the list has several pages, its resumptionToken. */
export async function listPage(
  { verb, list }: ListRequest,
  writeEntry: WriteEntry,
  { deps, responseDate }: VerbContext,
): Promise<VerbAnswer> {
  const start =
    'resumptionToken' in list
      ? resumeList(list.resumptionToken, verb, deps)
      : startList(list, verb, { deps, responseDate });
  if ('errors' in start) return start;
  const query = toQuery(start);
  // One record more than the page tells whether another page follows (providers T6).
  const found = await deps.storage.listRecords({ ...query, limit: deps.pageSize + 1 });
  const page = found.slice(0, deps.pageSize);
  const last = page.at(-1);
  if (last === undefined) return { errors: [await nothingFound(start, deps)] };
  const more = found.length > page.length;
  const completeListSize =
    start.completeListSize ?? (more ? await deps.storage.countRecords(query) : undefined);
  const end = { delivered: page.length, last: String(last.stamp), more, completeListSize };
  const entries = page.flatMap((record) => writeEntry(record, deps.repository.repositoryIdentifier));
  return { content: [...entries, resumptionTokenXml(start, end, deps)], records: page.length };
}

/**
 * The first page pins `until`: to the second before the responseDate, because that second and later ones can
 * still receive changes (D4), or to what was asked when that is earlier.
 */
function startList(
  selection: ListSelection,
  verb: ListRequest['verb'],
  { deps, responseDate }: VerbContext,
): ListStart | VerbErrors {
  const { metadataPrefix, from, until, set } = selection;
  const fault = unknownFormat(metadataPrefix, deps.formats);
  if (fault) return { errors: [fault] };
  const asked = until === undefined ? undefined : lastSecondOf(until);
  const latest = addSeconds(responseDate, -1);
  return {
    verb,
    metadataPrefix,
    set,
    from: from?.length === 10 ? `${from}T00:00:00Z` : from,
    until: asked !== undefined && asked < latest ? asked : latest,
    cursor: 0,
  };
}

/** A format that has vanished since is the token's fault, not the argument's (protocol §4.5). */
function resumeList(token: string, verb: ListRequest['verb'], deps: ProviderDeps): ListStart | VerbErrors {
  const start = continueList(token, verb, deps);
  if ('errors' in start || isServed(start.metadataPrefix ?? '', deps.formats)) return start;
  return refuseToken('The metadata format of this list is not served any more.');
}

function toQuery({ metadataPrefix, set, from, until, after }: ListStart): Omit<RecordQuery, 'limit'> {
  return {
    ...(metadataPrefix !== undefined && { metadataPrefix }),
    ...(set !== undefined && { set }),
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    ...(after !== undefined && { afterStamp: Number(after) }),
  };
}

/** An unknown set is an empty combination (protocol §3.6), unless there are no sets at all. */
async function nothingFound(
  { set, from, until, cursor }: ListStart,
  deps: ProviderDeps,
): Promise<ProtocolError> {
  if (set !== undefined && (await listServedSets({ limit: 1 }, deps)).length === 0) {
    return protocolError('noSetHierarchy', 'This repository has no sets.');
  }
  const rest = cursor === 0 ? '' : ' that the pages before have not delivered';
  const where = `${set === undefined ? '' : ` in the set ${quote(set)}`}${from === undefined ? '' : ` from ${from}`}`;
  return protocolError('noRecordsMatch', `There are no records${where} until ${until}${rest}.`);
}
