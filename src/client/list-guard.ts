/** Tells a list that goes on from one that never ends. */
import { ListError } from './client-error.ts';
import { createKeySample } from './key-sample.ts';
import type { ListPage } from './parse-page.ts';

export interface ListGuard {
  /**
   * Takes note of a page and its items' keys, and of the token that it answers. Gives the reason why the list must
   * not be followed further: `loops`, `incomplete` or `too-many-pages`; `undefined` as long as it may.
   */
  check(page: ListPage, keys: readonly string[], askedToken: string | undefined): ListError | undefined;
}

const MAX_PAGES_WITHOUT_NEWS = 5;
const MAX_EMPTY_PAGES = 20;
const SAMPLED_KEYS = 131_072;

/**
 * Watches a list by what is in it, not by its tokens alone: the same token is fine while pages bring new items (F61),
 * a changing token is not when they bring none for five pages (F59, F60). Pages without items may come up to twenty
 * in a row (F57).
 */
export function createListGuard(maxPages: number): ListGuard {
  const sample = createKeySample(SAMPLED_KEYS);
  let [pages, withoutNews, empty] = [0, 0, 0];
  return {
    check: (page, keys, askedToken) => {
      pages += 1;
      const states = new Set(keys.map((key) => sample.add(key)));
      const stuck = keys.length === 0 && page.resumptionToken?.text === askedToken;
      if (states.has('new')) withoutNews = 0;
      else if (states.has('seen') || stuck) withoutNews += 1;
      empty = keys.length === 0 ? empty + 1 : 0;

      if (page.resumptionToken === undefined) return undefined;
      const where = { url: page.url, pages };
      if (withoutNews >= MAX_PAGES_WITHOUT_NEWS) {
        return new ListError('loops', `the list loops: no new items in ${withoutNews} pages`, where);
      }
      if (empty >= MAX_EMPTY_PAGES) {
        return new ListError('incomplete', `the list goes on, but ${empty} pages in a row were empty`, where);
      }
      if (pages < maxPages) return undefined;
      const message = `the list is longer than ${maxPages} pages; raise politeness.maxPages if that is right`;
      return new ListError('too-many-pages', message, where);
    },
  };
}
