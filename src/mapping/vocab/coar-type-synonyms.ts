import { readVocabulary } from './read-vocabulary.ts';

/** What sources write for a COAR resource type, divided by `|`, by the type's English label. Folded before comparison. */
export const COAR_TYPE_SYNONYMS: Readonly<Record<string, string>> = Object.fromEntries(
  readVocabulary('coar-resource-type-names', ['label', 'names']).rows.map(({ label, names }) => [
    label,
    names,
  ]),
);

/** Types of eu-repo whose word means something narrower or wider than the English label alone would. */
export const EUREPO_INPUT_TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    conferenceitem: 'conference output',
    conferenceitemnotinproceedings: 'conference output',
    contributiontoperiodical: 'contribution to journal',
    studentthesis: 'thesis',
    audiovisual: 'video',
    periodicalissue: 'journal',
  }),
);
