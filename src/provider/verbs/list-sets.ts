import { continueList, resumptionTokenXml, type ListStart } from '../paging.ts';
import { protocolError } from '../protocol-error.ts';
import type { VerbAnswer, VerbContext, VerbErrors } from '../provider.ts';
import { listServedSets } from '../served-sets.ts';

/** A page of sets (protocol §4.6), in the order of their setSpec. */
export async function listSets(
  resumptionToken: string | undefined,
  { deps }: VerbContext,
): Promise<VerbAnswer> {
  const start: ListStart | VerbErrors =
    resumptionToken === undefined
      ? { verb: 'ListSets', cursor: 0 }
      : continueList(resumptionToken, 'ListSets', deps);
  if ('errors' in start) return start;
  const { after } = start;
  const limit = deps.pageSize + 1;
  const found = await listServedSets(after === undefined ? { limit } : { after, limit }, deps);
  const page = found.slice(0, deps.pageSize);
  const last = page.at(-1);
  if (last === undefined)
    return { errors: [protocolError('noSetHierarchy', 'This repository has no sets.')] };
  const more = found.length > page.length;
  // How many sets there are in all is not counted: the protocol does not ask for it.
  const end = { delivered: page.length, last: last.setSpec, more, completeListSize: undefined };
  return {
    content: [...page.map(({ xml }) => xml), resumptionTokenXml(start, end, deps)],
    records: page.length,
  };
}
