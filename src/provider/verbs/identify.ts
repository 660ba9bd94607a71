import { ourIdentifier } from '../../model/identifier.ts';
import { FRIENDS, OAI_IDENTIFIER } from '../../oai/namespaces.ts';
import { schemaLocation, writeFragment } from '../../xml/write-document.ts';
import type { ProviderDeps, Repository, VerbAnswer, VerbContext } from '../provider.ts';
import { tag } from '../tag.ts';

/** What this repository is (protocol §4.2), with an oai-identifier description and its friends. */
export async function identify({ deps, responseDate }: VerbContext): Promise<VerbAnswer> {
  const { repository, storage } = deps;
  const earliest = (await storage.findEarliestDatestamp()) ?? responseDate;
  const content = [
    tag('repositoryName', repository.repositoryName),
    tag('baseURL', repository.baseUrl),
    tag('protocolVersion', '2.0'),
    ...repository.adminEmail.map((address) => tag('adminEmail', address)),
    tag('earliestDatestamp', earliest),
    tag('deletedRecord', 'persistent'),
    tag('granularity', 'YYYY-MM-DDThh:mm:ssZ'),
    tag('compression', 'gzip'),
    oaiIdentifier(repository, await sampleIdentifier(deps)),
    ...describeFriends(repository.friends ?? []),
  ];
  return { content, records: 0 };
}

/** The first record that is there; in an empty store, what one would look like. */
async function sampleIdentifier({ repository, storage }: ProviderDeps): Promise<string> {
  const [record] = await storage.listRecords({ limit: 1 });
  const key = record ?? { job: 'demo', identifier: 'oai:repository.example.org:1' };
  return ourIdentifier(repository.repositoryIdentifier, key);
}

function oaiIdentifier({ repositoryIdentifier }: Repository, sample: string): string {
  return description('oai-identifier', OAI_IDENTIFIER, [
    ['scheme', 'oai'],
    ['repositoryIdentifier', repositoryIdentifier],
    ['delimiter', ':'],
    ['sampleIdentifier', sample],
  ]);
}

function describeFriends(friends: readonly string[]): string[] {
  if (friends.length === 0) return [];
  return [
    description(
      'friends',
      FRIENDS,
      friends.map((url) => ['baseURL', url] as const),
    ),
  ];
}

/** A description holds one element that names its schema (guidelines for repositories §4). */
function description(
  name: string,
  { namespace, schema }: { readonly namespace: string; readonly schema: string },
  parts: readonly (readonly [name: string, text: string])[],
): string {
  const children = parts.map(([part, text]) => ({ name: part, namespace, children: [text] }));
  const attributes = [schemaLocation({ namespace, schema })];
  return `<description>${writeFragment({ name, namespace, attributes, children })}</description>`;
}
