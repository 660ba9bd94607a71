/**
 * Names of relations → DataCite 4.6 relationType (https://datacite-metadata-schema.readthedocs.io/, CC BY 4.0), by
 * the folded name. DataCite's own names are added by the reader of this table; here are the DCMI terms that are
 * called differently (https://www.dublincore.org/specifications/dublin-core/dcmi-terms/, CC BY 4.0).
 */
import type { RELATION_TYPES } from '../../model/canonical.ts';

export type RelationType = (typeof RELATION_TYPES)[number];

export const DCMI_RELATIONS: ReadonlyMap<string, RelationType> = new Map(
  Object.entries({
    hasformat: 'IsVariantFormOf',
    isformatof: 'IsVariantFormOf',
    isreplacedby: 'IsObsoletedBy',
    replaces: 'Obsoletes',
    source: 'IsDerivedFrom',
  }),
);
