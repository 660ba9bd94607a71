/** oai_dc: http://www.openarchives.org/OAI/2.0/oai_dc.xsd over http://dublincore.org/schemas/xmls/simpledc20021212.xsd. */
import type { FormatSchema } from './element-schema.ts';

const ELEMENTS = [
  'title', 'creator', 'subject', 'description', 'publisher', 'contributor', 'date', 'type', 'format', 'identifier',
  'source', 'language', 'relation', 'coverage', 'rights',
] as const; // prettier-ignore

export const OAI_DC_SCHEMA: FormatSchema = {
  file: 'oai_dc.xsd',
  location: 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
  namespace: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
  namespaces: {
    oai_dc: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
    dc: 'http://purl.org/dc/elements/1.1/',
  },
  root: 'oai_dc:dc',
  rootType: 'oai_dcType',
  types: {
    oai_dcType: {
      children: Object.fromEntries(ELEMENTS.map((name) => [`dc:${name}`, 'elementType'])),
      attributes: {},
    },
    elementType: { text: 'string', attributes: { 'xml:lang': 'language' } },
  },
};
