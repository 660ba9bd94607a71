/** A page in slices: what is mapped and not yet saved must not grow with the page. */
import type { OaiRecord } from '../model/record.ts';

/** Some records of a page. */
export interface Slice {
  readonly records: readonly OaiRecord[];
  /** Whether the page ends here. */
  readonly last: boolean;
}

const MOST_RECORDS = 200;
/** Characters of raw metadata: what is made of them takes some ten times the room. */
const MOST_TEXT = 2 * 1024 * 1024;

/** The records of a page in order. A page without records is one slice, too. */
export function* slicePage(records: readonly OaiRecord[]): Generator<Slice, void> {
  let start = 0;
  let text = 0;
  for (const [index, { metadata }] of records.entries()) {
    if (index > start && (index - start === MOST_RECORDS || text >= MOST_TEXT)) {
      yield { records: records.slice(start, index), last: false };
      start = index;
      text = 0;
    }
    text += metadata?.xml.length ?? 0;
  }
  yield { records: records.slice(start), last: true };
}
