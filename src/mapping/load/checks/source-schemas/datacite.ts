import type { SourceElement, SourceSchema } from './source-schema.ts';

/**
 * DataCite metadata: https://schema.datacite.org/meta/kernel-4/metadata.xsd (4.6), with what only kernels 2 and 3 have
 * (attributes of `resource`; texts in `geoLocationPoint` and `geoLocationBox`, which 4 made elements). A name has the
 * same content wherever it stands, but for the people of a related item.
 */
const CHILDREN: Readonly<Record<string, string>> = {
  resource: `identifier creators titles publisher publicationYear resourceType subjects contributors dates language
    alternateIdentifiers relatedIdentifiers sizes formats version rightsList rights descriptions geoLocations
    fundingReferences relatedItems`,
  creators: 'creator',
  creator: 'creatorName givenName familyName nameIdentifier affiliation',
  titles: 'title',
  subjects: 'subject',
  contributors: 'contributor',
  contributor: 'contributorName givenName familyName nameIdentifier affiliation',
  dates: 'date',
  alternateIdentifiers: 'alternateIdentifier',
  relatedIdentifiers: 'relatedIdentifier',
  sizes: 'size',
  formats: 'format',
  rightsList: 'rights',
  descriptions: 'description',
  description: 'br',
  geoLocations: 'geoLocation',
  geoLocation: 'geoLocationPlace geoLocationPoint geoLocationBox geoLocationPolygon',
  geoLocationPoint: 'pointLongitude pointLatitude',
  geoLocationBox: 'westBoundLongitude eastBoundLongitude southBoundLatitude northBoundLatitude',
  geoLocationPolygon: 'polygonPoint inPolygonPoint',
  polygonPoint: 'pointLongitude pointLatitude',
  inPolygonPoint: 'pointLongitude pointLatitude',
  fundingReferences: 'fundingReference',
  fundingReference: 'funderName funderIdentifier awardNumber awardTitle',
  relatedItems: 'relatedItem',
  relatedItem: `relatedItemIdentifier creators titles publicationYear volume issue number firstPage lastPage publisher
    edition contributors`,
};

const ATTRIBUTES: Readonly<Record<string, string>> = {
  resource: 'lastMetadataUpdate metadataVersionNumber',
  identifier: 'identifierType',
  creatorName: 'nameType xml:lang',
  contributorName: 'nameType xml:lang',
  contributor: 'contributorType',
  nameIdentifier: 'nameIdentifierScheme schemeURI',
  affiliation: 'affiliationIdentifier affiliationIdentifierScheme schemeURI',
  title: 'titleType xml:lang',
  publisher: 'publisherIdentifier publisherIdentifierScheme schemeURI xml:lang',
  resourceType: 'resourceTypeGeneral',
  subject: 'subjectScheme schemeURI valueURI classificationCode xml:lang',
  date: 'dateType dateInformation',
  alternateIdentifier: 'alternateIdentifierType',
  relatedIdentifier:
    'resourceTypeGeneral relatedIdentifierType relationType relatedMetadataScheme schemeURI schemeType relationTypeInformation',
  rights: 'rightsURI rightsIdentifier rightsIdentifierScheme schemeURI xml:lang',
  description: 'descriptionType xml:lang',
  funderIdentifier: 'funderIdentifierType schemeURI',
  awardNumber: 'awardURI',
  relatedItem: 'relatedItemType relationType relationTypeInformation',
  relatedItemIdentifier: 'relatedItemIdentifierType relatedMetadataScheme schemeURI schemeType',
  number: 'numberType',
};

export const DATACITE: SourceSchema = {
  title: 'DataCite metadata',
  // The last is that of kernel 2.0.
  namespaces: ['kernel-4', 'kernel-3', 'kernel-2.2', 'kernel-2.1', 'namespace'].map(
    (name) => `http://datacite.org/schema/${name}`,
  ),
  roots: { resource: 'resource' },
  types: typesOf(),
};

function typesOf(): Readonly<Record<string, SourceElement>> {
  const names = new Set(['resource', ...Object.values(CHILDREN).flatMap(words)]);
  return Object.fromEntries(
    [...names].map((name): [string, SourceElement] => {
      const children = words(CHILDREN[name] ?? '').map((child): [string, string] => [child, child]);
      return [name, { children: Object.fromEntries(children), attributes: words(ATTRIBUTES[name] ?? '') }];
    }),
  );
}

function words(text: string): readonly string[] {
  return text === '' ? [] : text.split(/\s+/);
}
