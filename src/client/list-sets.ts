/** The sets of a repository. */
import type { RepositoryClient } from './client.ts';
import { listPages, type ListKind } from './list-pages.ts';
import { parseSetsPage, type SetsPage } from './parse-page.ts';

/**
 * Yields the pages of ListSets; a repository without sets has none (F97).
 *
 * @throws ListError, OaiError and PageError, as {@link listPages} does.
 */
export async function* listSets(
  client: RepositoryClient,
  signal?: AbortSignal,
): AsyncGenerator<SetsPage, void> {
  yield* listPages(client, SETS, { selection: {}, signal });
}

const SETS: ListKind<SetsPage> = {
  verb: 'ListSets',
  parse: parseSetsPage,
  keysOf: ({ sets }) => sets.map(({ setSpec }) => setSpec),
  nothing: ['noSetHierarchy', 'noRecordsMatch'],
};
