/** The sets as ListSets tells of them: those that are declared, and those that the store has beside them. */
import { ancestorsOf } from '../model/set-spec.ts';
import { DUBLIN_CORE, OAI_DC } from '../oai/namespaces.ts';
import { removeIllegal } from '../xml/characters.ts';
import { schemaLocation, writeFragment } from '../xml/write-document.ts';
import type { ProviderDeps } from './provider.ts';
import { tag } from './tag.ts';

/** What people say of a set. */
interface SetDeclaration {
  readonly setSpec: string;
  readonly setName: string;
  readonly description?: string;
}

/** Declared sets, written once: each as its `<set>` element, by setSpec. */
export interface ServedSets {
  readonly declared: ReadonlyMap<string, string>;
  /** Sets above declared ones, which nobody declared; the store may know them by a name. */
  readonly implied: ReadonlyMap<string, string>;
}

/** A set, and its `<set>` element. */
export interface SetEntry {
  readonly setSpec: string;
  readonly xml: string;
}

/** Writes declared sets; every set above one of them is listed too (guidelines for repositories). */
export function servedSets(sets: readonly SetDeclaration[]): ServedSets {
  const implied = sets
    .flatMap(({ setSpec }) => ancestorsOf(setSpec))
    .map((setSpec) => ({ setSpec, setName: setSpec }));
  return { declared: toElements(sets), implied: toElements(implied) };
}

/** Sets in the order of their setSpec, after one, at most `limit`. What is declared counts before what is stored. */
export async function listServedSets(
  { after = '', limit }: { readonly after?: string; readonly limit: number },
  { storage, sets }: Pick<ProviderDeps, 'storage' | 'sets'>,
): Promise<SetEntry[]> {
  const stored = toElements(await storage.listSets({ after, limit }));
  return [...new Map([...(sets?.implied ?? []), ...stored, ...(sets?.declared ?? [])])]
    .map(([setSpec, xml]) => ({ setSpec, xml }))
    .filter(({ setSpec }) => setSpec > after)
    .sort((left, right) => (left.setSpec < right.setSpec ? -1 : 1))
    .slice(0, limit);
}

function toElements(sets: readonly SetDeclaration[]): Map<string, string> {
  return new Map(sets.map((set) => [set.setSpec, setXml(set)]));
}

function setXml({ setSpec, setName, description }: SetDeclaration): string {
  const name = tag('setName', removeIllegal(setName));
  return `<set>${tag('setSpec', setSpec)}${name}${description === undefined ? '' : describe(description)}</set>`;
}

/** In Dublin Core, as the protocol shows it (§4.6). */
function describe(description: string): string {
  const text = { name: 'dc:description', namespace: DUBLIN_CORE, children: [description] };
  const attributes = [schemaLocation(OAI_DC)];
  const dc = writeFragment({ name: 'oai_dc:dc', namespace: OAI_DC.namespace, attributes, children: [text] });
  return `<setDescription>${dc}</setDescription>`;
}
