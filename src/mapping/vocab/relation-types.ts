import type { RELATION_TYPES } from '../../model/canonical.ts';
import { foldTerm } from './fold-term.ts';
import { readVocabulary } from './read-vocabulary.ts';

export type RelationType = (typeof RELATION_TYPES)[number];

/** DCMI terms that DataCite calls differently, folded → its relationType. DataCite's own names are added by the reader. */
export const DCMI_RELATIONS: ReadonlyMap<string, RelationType> = new Map(
  readVocabulary('dcmi-relations', ['term', 'relation']).rows.map(({ term, relation }) => [
    foldTerm(term),
    relation as RelationType,
  ]),
);
