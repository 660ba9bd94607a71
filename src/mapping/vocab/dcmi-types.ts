import type { DcmiType } from './coar-types.ts';
import { readVocabulary } from './read-vocabulary.ts';

export const DCMI_TYPE_NAMESPACE = 'http://purl.org/dc/dcmitype/';

const { rows } = readVocabulary('dcmi-types', ['type', 'mods', 'names']);

/** What sources write for a DCMI type, divided by `|`. Folded before comparison. */
export const DCMI_TYPE_SYNONYMS: ReadonlyMap<DcmiType, string> = new Map(
  rows.map(({ type, names }) => [type as DcmiType, names]),
);

/** MODS 3.8 typeOfResource values by DCMI type, where MODS has one. */
export const MODS_TYPE_OF_RESOURCE: ReadonlyMap<string, string> = new Map(
  rows.filter(({ mods }) => mods !== '').map(({ type, mods }) => [type, mods]),
);
