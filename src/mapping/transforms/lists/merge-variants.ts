import type { Agent, Title } from '../../../model/canonical.ts';
import { z } from '../../../schema/index.ts';
import { listTransform } from '../../transform.ts';
import { scriptOf } from '../language/script-of.ts';
import { skeleton } from './transliteration.ts';

/** An agent or title of a mapping's list; its lists may still be absent. */
type Item = Partial<Agent> &
  Partial<Pick<Title, 'title' | 'subtitle' | 'translit'>> & { readonly variants?: readonly object[] };

/**
 * A list of agents (or titles) → the same list, in which an agent that the source repeats in another script is a
 * variant of the first one. OJS (since 3.4) repeats each author once for each locale. Two are the same when one
 * is a transliteration of the other, or when two languages have equally many agents, two or more, all in
 * different scripts, of which none contradicts. In doubt both stay (`variants.doubtful`).
 */
export const mergeVariants = listTransform({
  name: 'merge_variants',
  summary: 'Makes one agent or title with variants of those that differ only in script.',
  arguments: z.undefined(),
  takes: 'any',
  gives: 'any',
  bind: () => (values, context) => {
    const items = values as readonly Item[];
    if (items.length < 2 || (!hasSeveralScripts(items) && !hasRepeatedNames(items))) return values;
    const { merged, left } = merge(items);
    if (left)
      context.report('variants.doubtful', 'agents in several scripts that may be the same; all kept', 'info');
    return merged;
  },
});

function merge(items: readonly Item[]): { readonly merged: readonly Item[]; readonly left: boolean } {
  const positions = pairByPosition(items);
  const owners = createOwners();
  const variants = new Map<Item, Item[]>();
  for (const item of items) {
    const owner = owners.find(item) ?? positions.get(item);
    if (owner === undefined) {
      owners.add(item);
      variants.set(item, []);
    } else variants.get(owner)?.push(item);
  }
  const kept = [...variants.keys()];
  const perLanguage = new Set(kept.map((owner) => owner.lang)).size > 1;
  return {
    merged: kept.map((owner) => withVariants(owner, variants.get(owner)!)),
    left: perLanguage && new Set(kept.map(scriptOfItem)).size > 1,
  };
}

/** Items by what makes two the same, so that thousands of names are compared with few. */
function createOwners(): { add(item: Item): void; find(item: Item): Item | undefined } {
  const byText = new Map<string, Item[]>();
  const bySound = new Map<string, Item[]>();
  const places = new Map<Item, number>();
  return {
    add(item) {
      places.set(item, places.size);
      addFirst(byText, formText(item), { item, of: (known) => known.lang });
      addFirst(bySound, sound(item), { item, of: scriptOfItem });
    },
    find(item) {
      // Same words in the same script and another language, or the same sounds in another script.
      const alike = [
        byText.get(formText(item))?.find((known) => known.lang !== item.lang),
        bySound.get(sound(item) ?? '')?.find((known) => scriptOfItem(known) !== scriptOfItem(item)),
      ].filter((known) => known !== undefined);
      return alike.sort((left, right) => places.get(left)! - places.get(right)!)[0];
    },
  };
}

/** Of the items with one key only the first of each language, or script, is ever found. */
function addFirst(
  items: Map<string, Item[]>,
  key: string | undefined,
  { item, of }: { readonly item: Item; readonly of: (item: Item) => string | undefined },
): void {
  if (key === undefined) return;
  const known = items.get(key);
  if (known === undefined) items.set(key, [item]);
  else if (known.every((other) => of(other) !== of(item))) known.push(item);
}

function withVariants(owner: Item, others: readonly Item[]): Item {
  if (others.length === 0) return owner;
  // The same words in the same script, once for each language: nothing to add.
  const added = others.filter((item) => formText(item) !== formText(owner)).map(form);
  const fresh = new Map<string, object>();
  for (const one of added) {
    const said = JSON.stringify({ ...one, lang: '' });
    if (!fresh.has(said)) fresh.set(said, one);
  }
  const variants = [...(owner.variants ?? []), ...fresh.values()];
  return variants.length === 0 ? owner : { ...owner, variants };
}

function form(item: Item): object {
  const { family, given, name, title, subtitle, lang } = item;
  const entries = Object.entries({ family, given, name, title, subtitle, lang, script: scriptOfItem(item) });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** The skeleton of the family name and the initials of the given names: `Никола Б.` is `Nikola B.` */
function sound(item: Item): string | undefined {
  if (item.family === undefined) return skeleton(formText(item));
  const family = skeleton(item.family);
  const given = skeleton(item.given ?? '') ?? '';
  if (family === undefined) return undefined;
  const [first = '', ...others] = given.split(' ');
  return [family, first, ...others.map((word) => word.charAt(0))].join(' ').trim();
}

/** Pairs the agents of a second language with those of the first by position, when nothing speaks against it. */
function pairByPosition(items: readonly Item[]): ReadonlyMap<Item, Item> {
  const byLanguage = new Map<string, Item[]>();
  for (const item of items) {
    if (item.lang === undefined || item.title !== undefined) return new Map();
    const group = byLanguage.get(item.lang);
    if (group === undefined) byLanguage.set(item.lang, [item]);
    else group.push(item);
  }
  const [first = [], ...others] = byLanguage.values();
  if (first.length < 2) return new Map();
  const pairs = new Map<Item, Item>();
  for (const group of others) {
    const fits = group.length === first.length && group.every((item, index) => mayBeSame(first[index], item));
    if (fits) group.forEach((item, index) => pairs.set(item, first[index] ?? item));
  }
  return pairs;
}

/** Different scripts, of which at least one cannot be transliterated here, or the same sound. */
function mayBeSame(first: Item | undefined, second: Item): boolean {
  if (first === undefined || scriptOfItem(first) === scriptOfItem(second)) return false;
  const [a, b] = [sound(first), sound(second)];
  return a === undefined || b === undefined || a === b;
}

function hasSeveralScripts([first, ...others]: readonly Item[]): boolean {
  const script = scriptOfItem(first!);
  return others.some((item) => scriptOfItem(item) !== script);
}

function hasRepeatedNames(items: readonly Item[]): boolean {
  return new Set(items.map(formText)).size < items.length;
}

function formText(item: Item): string {
  return item.title ?? [item.family, item.given, item.name].filter((part) => part !== undefined).join(' ');
}

function scriptOfItem(item: Item): string | undefined {
  return item.script ?? scriptOf(formText(item));
}
