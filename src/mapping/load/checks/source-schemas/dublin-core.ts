import { flatSchema, type SourceSchema } from './source-schema.ts';

/**
 * https://www.dublincore.org/specifications/dublin-core/dces/, version 1.1. What describes a resource stands side by
 * side: none of the elements holds another of them.
 */
export const DUBLIN_CORE: SourceSchema = flatSchema(
  'the Dublin Core element set 1.1',
  ['http://purl.org/dc/elements/1.1/'],
  {
    names: `contributor coverage creator date description format identifier language publisher relation rights source
    subject title type`,
    content: { children: {} },
  },
);

/** https://www.dublincore.org/specifications/dublin-core/dcmi-terms/, 2020-01-20: properties, then classes. */
export const DCMI_TERMS: SourceSchema = flatSchema('DCMI Metadata Terms', ['http://purl.org/dc/terms/'], {
  names: `abstract accessRights accrualMethod accrualPeriodicity accrualPolicy alternative audience available
    bibliographicCitation conformsTo contributor coverage created creator date dateAccepted dateCopyrighted dateSubmitted
    description educationLevel extent format hasFormat hasPart hasVersion identifier instructionalMethod isFormatOf
    isPartOf isReferencedBy isReplacedBy isRequiredBy issued isVersionOf language license mediator medium modified
    provenance publisher references relation replaces requires rights rightsHolder source spatial subject
    tableOfContents temporal title type valid
    Agent AgentClass BibliographicResource FileFormat Frequency Jurisdiction LicenseDocument LinguisticSystem Location
    LocationPeriodOrJurisdiction MediaType MediaTypeOrExtent MethodOfAccrual MethodOfInstruction PeriodOfTime
    PhysicalMedium PhysicalResource Policy ProvenanceStatement RightsStatement SizeOrDuration Standard`,
  content: {},
});
