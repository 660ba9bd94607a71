import type { Agent, Title } from '../../../model/canonical.ts';
import { z } from '../../../schema/index.ts';
import { listTransform } from '../../transform.ts';

type Item = Partial<Title> & Partial<Agent>;

/** What a variant has of the value that it varies. */
const TITLE_FORM = [
  'title', 'nonSort', 'subtitle', 'partNumber', 'partName', 'supplied', 'lang', 'script', 'translit', 'displayLabel', 'authority',
] as const; // prettier-ignore
const NAME_FORM = ['family', 'given', 'name', 'lang', 'script'] as const;

/**
 * Titles (or agents) → the same list, in which those of one kind and one MODS `altRepGroup` are one title with
 * variants: the same words in another script. Groups that hold one thing only say nothing and go; the others are
 * counted anew, from 1, for their names mean nothing outside their document.
 */
export const altRepGroups = listTransform({
  name: 'alt_rep_groups',
  summary: 'Makes one title or agent with variants of those that stand for each other in MODS.',
  arguments: z.undefined(),
  takes: 'any',
  gives: 'any',
  bind: () => (values) => {
    const items = values as readonly Item[];
    if (items.every(({ group }) => group === undefined)) return values;
    return renumbered(foldedForms(items));
  },
});

function foldedForms(items: readonly Item[]): readonly Item[] {
  const owners: Item[] = [];
  for (const item of items) {
    const at = owners.findIndex(
      (owner) => item.group !== undefined && owner.group === item.group && owner.kind === item.kind,
    );
    const owner = owners[at];
    if (owner === undefined) owners.push(item);
    else owners[at] = withVariant(owner, item);
  }
  return owners;
}

function withVariant(owner: Item, item: Item): Item {
  const fields: readonly (keyof Item)[] = item.title === undefined ? NAME_FORM : TITLE_FORM;
  const form = Object.fromEntries(
    fields.map((field): [string, unknown] => [field, item[field]]).filter(([, value]) => value !== undefined),
  ) as Title['variants'][number];
  const variants = [...(owner.variants ?? []), form, ...(item.variants ?? [])] as Title['variants'];
  return { ...owner, ...(item.primary === true && { primary: true }), variants };
}

function renumbered(items: readonly Item[]): readonly Item[] {
  const sizes = new Map<string, number>();
  for (const { group } of items) if (group !== undefined) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const names = new Map<string, string>();
  return items.map(({ group, ...item }) => {
    if (group === undefined || sizes.get(group) === 1) return item;
    const name = names.get(group) ?? String(names.size + 1);
    names.set(group, name);
    return { ...item, group: name };
  });
}
