import type { StoredSet } from '../../storage/storage.ts';
import { removeIllegal } from '../../xml/characters.ts';
import { continueList, resumptionTokenXml, type ListStart } from '../paging.ts';
import { protocolError } from '../protocol-error.ts';
import type { VerbAnswer, VerbContext, VerbErrors } from '../provider.ts';
import { tag } from '../tag.ts';

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
  const found = await deps.storage.listSets({
    ...(after !== undefined && { after }),
    limit: deps.pageSize + 1,
  });
  const page = found.slice(0, deps.pageSize);
  const last = page.at(-1);
  if (last === undefined)
    return { errors: [protocolError('noSetHierarchy', 'This repository has no sets.')] };
  const more = found.length > page.length;
  // How many sets there are in all is not counted: the protocol does not ask for it.
  const end = { delivered: page.length, last: last.setSpec, more, completeListSize: undefined };
  return { content: [...page.map(setXml), resumptionTokenXml(start, end, deps)], records: page.length };
}

function setXml({ setSpec, setName }: StoredSet): string {
  return `<set>${tag('setSpec', setSpec)}${tag('setName', removeIllegal(setName))}</set>`;
}
