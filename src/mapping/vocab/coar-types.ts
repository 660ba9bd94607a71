import type { DCMI_TYPES } from '../../model/canonical.ts';
import { readVocabulary } from './read-vocabulary.ts';

export type DcmiType = (typeof DCMI_TYPES)[number];

/** A COAR resource type, with the DCMI type it implies and the info:eu-repo type that says the same. */
export interface CoarType {
  readonly uri: string;
  readonly label: string;
  readonly dcmi: DcmiType | undefined;
  /** The last part of `info:eu-repo/semantics/…`. */
  readonly eurepo: string | undefined;
}

const COAR_TYPE_NAMESPACE = 'http://purl.org/coar/resource_type/';

export const COAR_TYPES: readonly CoarType[] = readVocabulary('coar-resource-types', [
  'id',
  'label',
  'dcmi',
  'eurepo',
]).rows.map(({ id, label, dcmi, eurepo }) => ({
  uri: COAR_TYPE_NAMESPACE + id,
  label,
  dcmi: (dcmi || undefined) as DcmiType | undefined,
  eurepo: eurepo || undefined,
}));
