/** Namespace and schema URIs of the protocol, its guidelines and the formats we serve. */

export const OAI_PMH = {
  namespace: 'http://www.openarchives.org/OAI/2.0/',
  schema: 'http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd',
} as const;
export const OAI_IDENTIFIER = {
  namespace: 'http://www.openarchives.org/OAI/2.0/oai-identifier',
  schema: 'http://www.openarchives.org/OAI/2.0/oai-identifier.xsd',
} as const;
export const PROVENANCE = {
  namespace: 'http://www.openarchives.org/OAI/2.0/provenance',
  schema: 'http://www.openarchives.org/OAI/2.0/provenance.xsd',
} as const;
export const FRIENDS = {
  namespace: 'http://www.openarchives.org/OAI/2.0/friends/',
  schema: 'http://www.openarchives.org/OAI/2.0/friends.xsd',
} as const;
export const OAI_DC = {
  namespace: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
  schema: 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
} as const;
export const DUBLIN_CORE = 'http://purl.org/dc/elements/1.1/';
export const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
