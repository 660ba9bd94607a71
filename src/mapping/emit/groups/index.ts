/** What needs a loop with state, or a choice of elements by value: named groups that output mappings refer to. */
import type { Rendering } from '../rendering.ts';
import { modsDates } from './mods-dates.ts';
import { modsSubjectParts } from './mods-subject-parts.ts';
import type { OutputGroup } from './output-group.ts';

export const OUTPUT_GROUPS: ReadonlyMap<string, OutputGroup> = new Map(
  [modsDates, modsSubjectParts].map((group) => [group.name, group]),
);

/** Makes the value of an attribute from a text and from where the rendering stands. */
export const ATTRIBUTE_GROUPS: ReadonlyMap<string, (text: string, rendering: Rendering) => string> = new Map([
  ['alt_rep_group', altRepGroup],
]);

/** Groups of titles are counted per description, `altRepGroup` per document: a host's `1` must not be the record's. */
function altRepGroup(group: string, rendering: Rendering): string {
  return rendering.description === 0 ? group : `${rendering.description}-${group}`;
}
