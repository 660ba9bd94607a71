/** MODS 3.8 as a table: http://www.loc.gov/standards/mods/v3/mods-3-8.xsd, revision of August 11, 2023. */
import type { ElementType, FormatSchema, ValueType } from './element-schema.ts';

type Attributes = Readonly<Record<string, ValueType>>;

const CODE_OR_TEXT = ['code', 'text'] as const;
const YES = ['yes'] as const;
const NO = ['no'] as const;
const PRIMARY = ['primary'] as const;
const NAME_TYPES = ['personal', 'corporate', 'conference', 'family'] as const;
const TITLE_TYPES = ['abbreviated', 'translated', 'alternative', 'uniform'] as const;
const DATE_ENCODINGS = ['w3cdtf', 'iso8601', 'marc', 'temper', 'edtf'] as const;
const DATE_QUALIFIERS = ['approximate', 'inferred', 'questionable'] as const;

// The attribute groups of the schema, by its names.
const language: Attributes = {
  lang: 'string',
  'xml:lang': 'language',
  script: 'string',
  transliteration: 'string',
};
const authority: Attributes = { authority: 'string', authorityURI: 'anyURI', valueURI: 'anyURI' };
const id: Attributes = { ID: 'ID', IDREF: 'ID' };
const altFormat: Attributes = { altFormat: 'anyURI', contentType: 'string' };
const link: Attributes = {
  'xlink:type': ['simple'],
  'xlink:href': 'anyURI',
  'xlink:role': 'string',
  'xlink:arcrole': 'string',
  'xlink:title': 'string',
  'xlink:show': ['new', 'replace', 'embed', 'other', 'none'],
  'xlink:actuate': ['onLoad', 'onRequest', 'other', 'none'],
};
const label: Attributes = { displayLabel: 'string' };
const altRep: Attributes = { altRepGroup: 'string' };
const usage: Attributes = { usage: PRIMARY };
const type: Attributes = { type: 'string' };

const plain: ElementType = { text: 'string', attributes: language };
const term: ElementType = { text: 'string', attributes: { ...language, ...authority } };
const codedTerm: ElementType = { ...term, attributes: { ...term.attributes, type: CODE_OR_TEXT } };
const supplied: ElementType = { text: 'string', attributes: { ...language, supplied: YES } };
const note: ElementType = {
  text: 'string',
  attributes: { ...language, ...label, ...type, typeURI: 'anyURI', ...link, ...id },
};
const date: ElementType = {
  text: 'string',
  attributes: {
    ...language,
    encoding: DATE_ENCODINGS,
    qualifier: DATE_QUALIFIERS,
    point: ['start', 'end'],
    keyDate: YES,
    calendar: 'string',
  },
};
const area: ElementType = { ...term, attributes: { ...term.attributes, level: 'string', period: 'string' } };
const prose: ElementType = {
  text: 'string',
  attributes: { ...language, ...label, ...type, ...link, shareable: NO, ...altRep, ...altFormat, ...id },
};
const extension: ElementType = { text: 'string', attributes: { ...label, ...type, ...id } };

const NAME_CHILDREN = {
  namePart: 'namePart',
  displayForm: 'plain',
  affiliation: 'term',
  role: 'role',
  description: 'plain',
  nameIdentifier: 'identifier',
} as const;
const TITLE_CHILDREN = {
  title: 'plain',
  subTitle: 'plain',
  partNumber: 'plain',
  partName: 'plain',
  nonSort: 'nonSort',
} as const;
const OTHER_TYPE: Attributes = {
  otherType: 'string',
  otherTypeAuth: 'string',
  otherTypeAuthURI: 'anyURI',
  otherTypeURI: 'anyURI',
};
const TOP_LEVEL = {
  abstract: 'prose',
  accessCondition: 'accessCondition',
  classification: 'classification',
  extension: 'extension',
  genre: 'genre',
  identifier: 'identifier',
  language: 'language',
  location: 'location',
  name: 'name',
  note: 'topNote',
  originInfo: 'originInfo',
  part: 'part',
  physicalDescription: 'physicalDescription',
  recordInfo: 'recordInfo',
  relatedItem: 'relatedItem',
  subject: 'subject',
  tableOfContents: 'prose',
  targetAudience: 'targetAudience',
  titleInfo: 'titleInfo',
  typeOfResource: 'typeOfResource',
} as const;

/** Types by our short names; an element's type can depend on where it stands (`subject/name`, `part/extent`). */
const TYPES: Readonly<Record<string, ElementType>> = {
  mods: {
    children: TOP_LEVEL,
    attributes: { ...id, version: ['3.8', '3.7', '3.6', '3.5', '3.4', '3.3', '3.2', '3.1', '3.0'] },
  },
  plain,
  term,
  codedTerm,
  supplied,
  note,
  date,
  area,
  prose,
  extension,
  uri: { text: 'anyURI', attributes: {} },
  text: { text: 'string', attributes: {} },
  topNote: { ...note, attributes: { ...note.attributes, ...altRep } },
  accessCondition: {
    text: 'string',
    attributes: { ...label, ...type, ...id, ...link, ...language, ...altRep, ...altFormat, ...authority },
  },
  classification: {
    text: 'string',
    attributes: {
      ...term.attributes,
      edition: 'string',
      ...label,
      ...altRep,
      ...usage,
      generator: 'string',
      ...id,
    },
  },
  genre: {
    text: 'string',
    attributes: { ...term.attributes, ...type, ...label, ...altRep, ...usage, ...id },
  },
  identifier: {
    text: 'string',
    attributes: { ...language, ...label, ...type, typeURI: 'anyURI', invalid: YES, ...altRep, ...id },
  },
  language: {
    children: { languageTerm: 'codedTerm', scriptTerm: 'codedTerm' },
    ordered: true,
    required: ['languageTerm'],
    attributes: { objectPart: 'string', ...language, ...label, ...altRep, ...usage, ...id },
  },
  location: {
    children: {
      physicalLocation: 'physicalLocation',
      shelfLocator: 'plain',
      url: 'url',
      holdingSimple: 'holdingSimple',
      holdingExternal: 'extension',
    },
    ordered: true,
    once: ['holdingSimple', 'holdingExternal'],
    attributes: { ...language, ...label, ...altRep, ...id },
  },
  physicalLocation: { ...term, attributes: { ...term.attributes, ...link, ...label, ...type } },
  holdingSimple: { children: { copyInformation: 'copyInformation' }, attributes: {} },
  copyInformation: {
    children: {
      form: 'form',
      subLocation: 'plain',
      shelfLocator: 'plain',
      electronicLocator: 'plain',
      note: 'copyNote',
      enumerationAndChronology: 'enumerationAndChronology',
      itemIdentifier: 'itemIdentifier',
    },
    ordered: true,
    once: ['form'],
    attributes: {},
  },
  copyNote: { text: 'string', attributes: { ...language, ...label, ...type, ...link, ...id } },
  itemIdentifier: { ...plain, attributes: { ...language, ...type } },
  form: { ...term, attributes: { ...term.attributes, ...type } },
  enumerationAndChronology: { ...plain, attributes: { ...language, unitType: ['1', '2', '3'] } },
  url: {
    text: 'anyURI',
    attributes: {
      dateLastAccessed: 'string',
      ...label,
      note: 'string',
      access: ['preview', 'raw object', 'object in context'],
      usage: ['primary display', 'primary'],
    },
  },
  name: {
    children: { ...NAME_CHILDREN, alternativeName: 'alternativeName', etal: 'plain' },
    excludes: { etal: ['namePart', 'displayForm', 'nameIdentifier', 'alternativeName'] },
    once: ['etal'],
    attributes: {
      ...id, ...authority, ...link, ...language, ...label, ...altRep, nameTitleGroup: 'string', ...usage,
      type: NAME_TYPES, supplied: YES,
    }, // prettier-ignore
  },
  namePart: { ...plain, attributes: { ...language, type: ['date', 'family', 'given', 'termsOfAddress'] } },
  role: { children: { roleTerm: 'codedTerm' }, required: ['roleTerm'], attributes: {} },
  alternativeName: {
    children: NAME_CHILDREN,
    attributes: { ...link, ...language, ...label, altType: 'string' },
  },
  originInfo: {
    children: {
      place: 'place',
      publisher: 'publisher',
      dateIssued: 'date',
      dateCreated: 'date',
      dateCaptured: 'date',
      dateValid: 'date',
      dateModified: 'date',
      copyrightDate: 'date',
      dateOther: 'dateOther',
      displayDate: 'text',
      edition: 'supplied',
      issuance: 'issuance',
      frequency: 'term',
      agent: 'name',
    },
    attributes: { ...language, ...label, ...altRep, eventType: 'string', eventTypeURI: 'anyURI', ...id },
  },
  place: {
    children: { placeTerm: 'codedTerm', placeIdentifier: 'uri', cartographics: 'cartographics' },
    attributes: { supplied: YES },
  },
  publisher: { ...supplied, attributes: { ...supplied.attributes, ...authority } },
  dateOther: { ...date, attributes: { ...date.attributes, ...type } },
  issuance: {
    text: [
      'continuing',
      'monographic',
      'single unit',
      'multipart monograph',
      'serial',
      'integrating resource',
    ],
    attributes: {},
  },
  part: {
    children: { detail: 'detail', extent: 'partExtent', date: 'date', text: 'partText' },
    attributes: { ...type, order: 'integer', ...language, ...label, ...altRep, ...id },
  },
  detail: {
    children: { number: 'plain', caption: 'plain', title: 'plain' },
    attributes: { ...type, level: 'positiveInteger' },
  },
  partExtent: {
    children: { start: 'plain', end: 'plain', total: 'total', list: 'plain' },
    ordered: true,
    once: ['start', 'end', 'total', 'list'],
    attributes: { unit: 'string' },
  },
  total: { text: 'positiveInteger', attributes: {} },
  partText: { ...plain, attributes: { ...language, ...label, ...type, ...link } },
  physicalDescription: {
    children: {
      form: 'form',
      reformattingQuality: 'reformattingQuality',
      internetMediaType: 'plain',
      extent: 'extent',
      digitalOrigin: 'digitalOrigin',
      note: 'note',
    },
    attributes: { ...language, ...label, ...altRep, ...id },
  },
  reformattingQuality: { text: ['access', 'preservation', 'replacement'], attributes: {} },
  extent: { ...supplied, attributes: { ...supplied.attributes, unit: 'string' } },
  digitalOrigin: {
    text: ['born digital', 'reformatted digital', 'digitized microfilm', 'digitized other analog'],
    attributes: {},
  },
  recordInfo: {
    children: {
      recordContentSource: 'term',
      recordCreationDate: 'date',
      recordChangeDate: 'date',
      recordIdentifier: 'recordIdentifier',
      languageOfCataloging: 'language',
      recordOrigin: 'plain',
      descriptionStandard: 'term',
      recordInfoNote: 'topNote',
    },
    attributes: { ...language, ...label, ...altRep, ...usage, ...id },
  },
  recordIdentifier: { ...plain, attributes: { ...language, source: 'string' } },
  relatedItem: {
    children: TOP_LEVEL,
    attributes: {
      type: [
        'preceding', 'succeeding', 'original', 'host', 'constituent', 'series', 'otherVersion', 'otherFormat',
        'isReferencedBy', 'references', 'reviewOf',
      ],
      ...OTHER_TYPE, otherTypeAuthURI: 'string', otherTypeURI: 'string', ...label, ...link, ...id,
    }, // prettier-ignore
  },
  subject: {
    children: {
      topic: 'term',
      geographic: 'term',
      temporal: 'temporal',
      titleInfo: 'subjectTitleInfo',
      name: 'subjectName',
      geographicCode: 'term',
      hierarchicalGeographic: 'hierarchicalGeographic',
      cartographics: 'cartographics',
      occupation: 'term',
      genre: 'genre',
    },
    attributes: { ...authority, ...language, ...link, ...label, ...altRep, ...id, ...usage },
  },
  temporal: { ...date, attributes: { ...date.attributes, ...authority } },
  subjectTitleInfo: {
    children: TITLE_CHILDREN,
    attributes: { ...id, ...authority, ...link, ...language, ...label, type: TITLE_TYPES, ...OTHER_TYPE },
  },
  subjectName: {
    children: NAME_CHILDREN,
    attributes: { type: NAME_TYPES, ...id, ...authority, ...link, ...language, ...label },
  },
  hierarchicalGeographic: {
    children: {
      extraTerrestrialArea: 'area',
      continent: 'area',
      country: 'area',
      province: 'plain',
      region: 'region',
      state: 'state',
      territory: 'area',
      county: 'area',
      city: 'area',
      citySection: 'citySection',
      island: 'area',
      area: 'areaArea',
    },
    attributes: authority,
  },
  region: { ...area, attributes: { ...area.attributes, regionType: 'string' } },
  state: { ...area, attributes: { ...area.attributes, stateType: 'string' } },
  citySection: { ...area, attributes: { ...area.attributes, citySectionType: 'string' } },
  areaArea: { ...area, attributes: { ...area.attributes, areaType: 'string' } },
  cartographics: {
    children: {
      scale: 'plain',
      projection: 'plain',
      coordinates: 'plain',
      cartographicExtension: 'extension',
    },
    ordered: true,
    once: ['scale', 'projection'],
    attributes: authority,
  },
  targetAudience: { ...term, attributes: { ...term.attributes, ...label, ...altRep, ...id } },
  titleInfo: {
    children: TITLE_CHILDREN,
    attributes: {
      type: TITLE_TYPES, ...OTHER_TYPE, supplied: YES, ...altRep, ...altFormat, nameTitleGroup: 'string', ...usage,
      ...authority, ...link, ...language, ...label, ...id,
    }, // prettier-ignore
  },
  nonSort: { ...plain, attributes: { ...language, 'xml:space': ['default', 'preserve'] } },
  typeOfResource: {
    ...term,
    attributes: {
      ...term.attributes,
      collection: YES,
      manuscript: YES,
      ...usage,
      ...label,
      ...altRep,
      ...id,
    },
  },
};

export const MODS_3_8_SCHEMA: FormatSchema = {
  file: 'mods-3-8.xsd',
  location: 'http://www.loc.gov/standards/mods/v3/mods-3-8.xsd',
  namespace: 'http://www.loc.gov/mods/v3',
  namespaces: { '': 'http://www.loc.gov/mods/v3', xlink: 'http://www.w3.org/1999/xlink' },
  root: 'mods',
  rootType: 'mods',
  types: TYPES,
};
