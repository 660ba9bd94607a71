import { z } from '../../../schema/index.ts';
import { listTransform, type TransformContext } from '../../transform.ts';
import { DEFINITION_MARK } from '../../vocab/definition-mark.ts';

type Item = Readonly<Record<string, unknown>>;
type Definitions = ReadonlyMap<string, Item>;

/**
 * A list in which some items are definitions (their `uri` went through `definition`) → the other items, with what
 * they refer to put in. An item whose `uri` is defined takes the definition's fields where it has none of its own; an
 * affiliation with an `id` and no name becomes the defined affiliations. Definitions go. The address stays as `uri`
 * when it is absolute; one inside the document means nothing outside and goes. What is defined nowhere keeps an
 * absolute address as its name; a reference inside the document is reported (`reference.unresolved`).
 */
export const resolveReferences = listTransform({
  name: 'resolve_references',
  summary: 'Puts what items refer to by an address (JATS `rid`, `rdf:resource`) in their place.',
  arguments: z.strictObject({ text: z.enum(['name', 'label']).describe('The field that names an item.') }),
  takes: 'any',
  gives: 'any',
  bind:
    ({ text }) =>
    (values, context) => {
      const items = values as readonly Item[];
      const definitions = definitionsOf(items);
      return items
        .filter((item) => !isDefinition(item))
        .map((item) => withAffiliations(resolved(item, { definitions, text, context }), definitions, context))
        .filter((item) => item !== undefined);
    },
});

function definitionsOf(items: readonly Item[]): Definitions {
  const definitions = new Map<string, Item>();
  for (const item of items) {
    if (!isDefinition(item)) continue;
    const { uri, ...rest } = item;
    const address = (uri as string).slice(DEFINITION_MARK.length);
    if (!definitions.has(address)) definitions.set(address, rest);
  }
  return definitions;
}

function isDefinition({ uri }: Item): boolean {
  return typeof uri === 'string' && uri.startsWith(DEFINITION_MARK);
}

interface Resolving {
  readonly definitions: Definitions;
  readonly text: 'name' | 'label';
  readonly context: TransformContext;
}

function resolved(item: Item, { definitions, text, context }: Resolving): Item | undefined {
  const { uri, ...own } = item;
  if (typeof uri !== 'string') return item;
  const definition = definitions.get(uri);
  const whole: Item = { ...definition, ...filled(own), ...(isAbsolute(uri) && { uri }) };
  if (whole[text] !== undefined || whole['family'] !== undefined) return whole;
  if (isAbsolute(uri)) return { ...whole, [text]: uri };
  unresolved(uri, context);
  return undefined;
}

/** What the item says itself; an empty list says nothing. */
function filled(item: Item): Item {
  return Object.fromEntries(
    Object.entries(item).filter(([, value]) => !(Array.isArray(value) && value.length === 0)),
  );
}

function withAffiliations(
  item: Item | undefined,
  definitions: Definitions,
  context: TransformContext,
): Item | undefined {
  const affiliations = item?.['affiliations'] as readonly Item[] | undefined;
  if (affiliations === undefined || affiliations.length === 0) return item;
  return { ...item, affiliations: affiliations.flatMap((one) => defined(one, definitions, context)) };
}

function defined(affiliation: Item, definitions: Definitions, context: TransformContext): readonly Item[] {
  const { id, name } = affiliation;
  if (name !== undefined || typeof id !== 'string') return [affiliation];
  return id.split(/\s+/).flatMap((address) => {
    const found = definitions.get(address)?.['affiliations'] as readonly Item[] | undefined;
    if (found === undefined) unresolved(address, context);
    return found ?? [];
  });
}

function isAbsolute(uri: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\S/i.test(uri);
}

function unresolved(address: string, context: TransformContext): void {
  context.report('reference.unresolved', `nothing in the record is called "${address.slice(0, 100)}"`);
}
