/** The closed lists of words in the canonical record. */

export const TITLE_KINDS = [
  'main', 'parallel', 'translated', 'alternative', 'abbreviated', 'uniform', 'key', 'running', 'former', 'cover', 'other',
] as const; // prettier-ignore
export const AGENT_KINDS = ['person', 'organization', 'meeting', 'family', 'unknown'] as const;
export const DATE_TYPES = [
  'issued', 'created', 'copyright', 'submitted', 'accepted', 'available', 'updated', 'valid', 'collected', 'captured',
  'defended', 'coverage', 'withdrawn', 'embargoEnd', 'other',
] as const; // prettier-ignore
export const DCMI_TYPES = [
  'Collection', 'Dataset', 'Event', 'Image', 'InteractiveResource', 'MovingImage', 'PhysicalObject', 'Service',
  'Software', 'Sound', 'StillImage', 'Text',
] as const; // prettier-ignore
export const SUBJECT_KINDS = [
  'topic', 'person', 'organization', 'meeting', 'family', 'title', 'place', 'period', 'genre', 'occupation', 'keyword',
] as const; // prettier-ignore
export const EVENT_TYPES = [
  'publication', 'production', 'distribution', 'manufacture', 'copyright', 'defence', 'creation', 'capture', 'other',
] as const; // prettier-ignore
export const LOCATION_ROLES = [
  'landing',
  'fulltext',
  'preview',
  'thumbnail',
  'toc',
  'related',
  'unknown',
] as const;
export const LANGUAGE_PARTS = ['text', 'summary', 'original', 'toc', 'accompanying'] as const;
export const RELATION_TYPES = [
  'IsCitedBy', 'Cites', 'IsSupplementTo', 'IsSupplementedBy', 'IsContinuedBy', 'Continues', 'IsDescribedBy', 'Describes',
  'HasMetadata', 'IsMetadataFor', 'HasVersion', 'IsVersionOf', 'IsNewVersionOf', 'IsPreviousVersionOf', 'IsPartOf',
  'HasPart', 'IsPublishedIn', 'IsReferencedBy', 'References', 'IsDocumentedBy', 'Documents', 'IsCompiledBy', 'Compiles',
  'IsVariantFormOf', 'IsOriginalFormOf', 'IsIdenticalTo', 'IsReviewedBy', 'Reviews', 'IsDerivedFrom', 'IsSourceOf',
  'IsRequiredBy', 'Requires', 'IsObsoletedBy', 'Obsoletes', 'IsCollectedBy', 'Collects', 'IsTranslationOf',
  'HasTranslation', 'related',
] as const; // prettier-ignore
export const ISSUANCES = [
  'monographic', 'single unit', 'multipart monograph', 'continuing', 'serial', 'integrating resource',
] as const; // prettier-ignore
export const DIGITAL_ORIGINS = [
  'born digital', 'reformatted digital', 'digitized microfilm', 'digitized other analog',
] as const; // prettier-ignore
export const CONFIDENCES = ['certain', 'likely', 'guess', 'defaulted'] as const;
export const SEVERITIES = ['info', 'warn', 'error'] as const;
