/**
 * The canonical record, `canonical/1`: one flat bibliographic description with small typed value objects.
 * Variants (another script, a transliteration) hang on the value they vary; containers (host, series,
 * relations) are descriptions of the same shape. Absence is `undefined` or an empty list, never `null` or `''`.
 *
 * This schema is the single source: the types below are inferred from it, `docs/canonical-1.schema.json` is
 * generated from it, and mappings are checked against it when they are loaded.
 */
import { z } from '../schema/index.ts';
import {
  AGENT_KINDS, CONFIDENCES, DATE_TYPES, DCMI_TYPES, DIGITAL_ORIGINS, EVENT_TYPES, ISSUANCES, LANGUAGE_PARTS,
  LOCATION_ROLES, RELATION_TYPES, SEVERITIES, SUBJECT_KINDS, TITLE_KINDS,
} from './canonical-terms.ts'; // prettier-ignore

export * from './canonical-terms.ts';

export const CANONICAL_SCHEMA = 'canonical/1';

const text = z.string().min(1);
const uri = text.describe('An absolute URI.');
const bcp47 = text.describe('A BCP 47 language tag in canonical case, for example `sr-Latn-RS`.');
const script = z
  .string()
  .regex(/^[A-Z][a-z]{3}$/)
  .describe('An ISO 15924 code, for example `Cyrl`.');
const edtf = text.describe(
  'EDTF (ISO 8601-2) level 1, or a level 2 set `[a..b]`. Never more precise than the source.',
);
const relator = z
  .string()
  .regex(/^[a-z]{3}$/)
  .describe('A MARC relator code.');
const flag = z.literal(true);

const concept = z.strictObject({
  label: text,
  uri: uri.optional(),
  scheme: text.optional().describe('The code of the vocabulary the term is from.'),
  schemeUri: uri.optional(),
  notation: text.optional(),
  lang: bcp47.optional(),
});

const identifier = z.strictObject({
  scheme: text.describe('`doi`, `isbn`, `issn`, `hdl`, `urn`, `arxiv`, `pmid`, `orcid`, `local`, `other` …'),
  value: text.describe('The canonical form: a DOI in lower case, an ISBN of 13 digits.'),
  qualifier: text.optional(),
  invalid: flag.optional(),
  source: text.optional(),
  uri: uri.optional(),
});

const textValue = z.strictObject({ value: text, lang: bcp47.optional(), script: script.optional() });

const titleForm = {
  title: text,
  nonSort: text.optional().describe('A leading article with its blank: `The `.'),
  subtitle: text.optional(),
  partNumber: text.optional(),
  partName: text.optional(),
  primary: flag.optional(),
  supplied: flag.optional(),
  lang: bcp47.optional(),
  script: script.optional(),
  translit: text.optional().describe('The transliteration scheme, for example `ala-lc` or `iso9`.'),
  group: text.optional().describe('Titles of one group belong together (MODS altRepGroup).'),
  displayLabel: text.optional(),
  authority: concept.optional(),
};

const title = z.strictObject({
  ...titleForm,
  kind: z.enum(TITLE_KINDS),
  variants: z.array(z.strictObject(titleForm)).default([]),
});

const agentVariant = z.strictObject({
  family: text.optional(),
  given: text.optional(),
  name: text.optional(),
  script: script.optional(),
  lang: bcp47.optional(),
  translit: text.optional(),
});

const affiliation = z.strictObject({ name: text, id: uri.optional() });

const agent = z.strictObject({
  kind: z.enum(AGENT_KINDS),
  family: text.optional(),
  given: text.optional(),
  particle: text.optional(),
  suffix: text.optional(),
  titles: text.optional(),
  number: text.optional(),
  name: text.optional().describe('Set when the name is not split; organisations always.'),
  displayForm: text.optional().describe('The name as the source wrote it.'),
  script: script.optional(),
  lang: bcp47.optional(),
  primary: flag.optional(),
  roles: z.array(relator).default([]),
  roleText: z.array(text).default([]),
  dates: edtf.optional(),
  place: text.optional(),
  identifiers: z.array(identifier).default([]),
  affiliations: z.array(affiliation).default([]),
  variants: z.array(agentVariant).default([]),
  group: text.optional(),
  uri: uri.optional(),
});

const dateValue = z.strictObject({
  edtf: edtf.optional(),
  raw: text.describe('The date as the source wrote it.'),
  type: z.enum(DATE_TYPES),
  qualifiers: z.array(z.enum(['approximate', 'uncertain', 'inferred'])).default([]),
  undated: flag.optional(),
  start: text.optional().describe('The earliest day, for sorting.'),
  end: text.optional().describe('The latest day, for sorting.'),
  note: text.optional(),
  keyDate: flag.optional(),
  calendar: text.optional(),
});

const geo = z.strictObject({
  type: z.enum(['point', 'box', 'polygon']),
  lon: z.array(z.number().min(-180).max(180)).default([]),
  lat: z.array(z.number().min(-90).max(90)).default([]),
  text: text.optional(),
});

const place = z.strictObject({
  label: text.optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .describe('ISO 3166-1 alpha-2.'),
  code: text.optional(),
  uri: uri.optional(),
  point: geo.optional(),
  box: geo.optional(),
  supplied: flag.optional(),
});

const event = z.strictObject({
  type: z.enum(EVENT_TYPES),
  places: z.array(place).default([]),
  agents: z.array(affiliation).default([]),
  dates: z.array(dateValue).default([]),
  edition: text.optional(),
  lang: bcp47.optional(),
});

const language = z.strictObject({
  iso639_3: z.string().regex(/^[a-z]{3}$/),
  bcp47,
  script: script.optional(),
  part: z.enum(LANGUAGE_PARTS).optional(),
  raw: text.optional(),
});

const subject = z.strictObject({
  ...concept.shape,
  kind: z.enum(SUBJECT_KINDS).optional(),
  parts: z.array(z.strictObject({ ...concept.shape, kind: z.enum(SUBJECT_KINDS) })).default([]),
  path: z.array(text).default([]),
  temporal: edtf.optional(),
  coordinates: geo.optional(),
});

const classification = z.strictObject({
  scheme: text.describe('`ddc`, `udc`, `lcc`, `jel`, `msc` …'),
  value: text,
  edition: text.optional(),
  uri: uri.optional(),
});

const location = z.strictObject({
  value: uri,
  role: z.enum(LOCATION_ROLES),
  label: text.optional(),
  mediaType: text.optional(),
  version: uri.optional(),
  licence: uri.optional(),
  accessed: text.optional(),
});

const holding = z.strictObject({
  place: text,
  isil: text.optional(),
  shelfmark: text.optional(),
  note: text.optional(),
});

const physical = z.strictObject({
  extent: text.optional(),
  pageCount: z.int().optional(),
  dimensions: text.optional(),
  duration: text.optional(),
  forms: z.array(concept).default([]),
  mediaTypes: z.array(text).default([]),
  digitalOrigin: z.enum(DIGITAL_ORIGINS).optional(),
});

const part = z.strictObject({
  volume: text.optional(),
  issue: text.optional(),
  number: text.optional(),
  articleNumber: text.optional(),
  year: text.optional(),
  date: edtf.optional(),
  partTitle: text.optional(),
  pages: z
    .strictObject({
      start: text.optional(),
      end: text.optional(),
      total: z.int().optional(),
      list: text.optional(),
    })
    .optional(),
  text: text.optional().describe('The part statement as given, when it could not be read further.'),
});

const funding = z.strictObject({
  funder: text.optional(),
  funderId: uri.optional(),
  programme: text.optional(),
  award: text.optional(),
  awardUri: uri.optional(),
  acronym: text.optional(),
  title: text.optional(),
  jurisdiction: text.optional(),
});

const rights = z.strictObject({
  uri: uri.optional(),
  spdx: text.optional(),
  text: text.optional(),
  kind: z.enum(['licence', 'statement', 'copyright']).optional(),
  copyright: z.strictObject({ year: text.optional(), holder: text.optional() }).optional(),
  lang: bcp47.optional(),
});

const period = z.strictObject({ edtf: edtf.optional(), label: text.optional(), uri: uri.optional() });
const note = z.strictObject({ value: text, type: text.optional(), lang: bcp47.optional() });

const type = z.strictObject({
  coar: uri.optional().describe('A COAR resource type URI.'),
  dcmi: z.enum(DCMI_TYPES).optional(),
  manuscript: flag.optional(),
  collection: flag.optional(),
  genres: z.array(concept).default([]),
});

const access = z.strictObject({
  uri: uri.optional().describe('A COAR access right URI.'),
  embargoEnd: text.optional(),
  text: text.optional(),
});

const recordInfo = z.strictObject({
  contentSource: text.optional(),
  descriptionStandard: text.optional(),
  languageOfCataloging: bcp47.optional(),
});

/** What a record, its host, a series and a related item all have. */
const descriptionFields = {
  type: type.default({ genres: [] }),
  titles: z.array(title).default([]).describe('The first is the citation title.'),
  agents: z.array(agent).default([]),
  etAl: flag.optional(),
  events: z.array(event).default([]),
  dates: z.array(dateValue).default([]).describe('Everything dated; issued first.'),
  edition: text.optional(),
  issuance: z.enum(ISSUANCES).optional(),
  frequency: text.optional(),
  versionLabel: text.optional(),
  languages: z.array(language).default([]),
  abstracts: z.array(textValue).default([]),
  toc: z.array(text).default([]),
  notes: z.array(note).default([]),
  audience: z.array(text).default([]),
  subjects: z.array(subject).default([]),
  classifications: z.array(classification).default([]),
  spatial: z.array(place).default([]),
  temporal: z.array(period).default([]),
  identifiers: z.array(identifier).default([]),
  locations: z.array(location).default([]),
  holdings: z.array(holding).default([]),
  physical: physical.optional(),
  part: part.optional(),
  funding: z.array(funding).default([]),
  access: access.optional(),
  rights: z.array(rights).default([]),
  version: uri.optional().describe('A COAR version URI.'),
  peerReviewed: z.boolean().optional(),
  citation: text.optional().describe('A citation kept as given.'),
};

/** A description inside another one: every list may be absent. */
const nestedFields = Object.fromEntries(
  Object.entries(descriptionFields).map(([name, field]) => [name, unwrapDefault(field).optional()]),
) as {
  [Name in keyof typeof descriptionFields]: z.ZodOptional<Undefaulted<(typeof descriptionFields)[Name]>>;
};

type Undefaulted<Field> = Field extends z.ZodDefault<infer Inner> ? Inner : Field extends z.ZodOptional<infer Inner> ? Inner : Field; // prettier-ignore

/** What a host and a series have besides. */
const hostFields = {
  title: text.optional().describe('The host’s citation title.'),
  lang: bcp47.optional(),
  script: script.optional(),
  kind: text.optional().describe('`book`, `journal` …'),
  number: text.optional(),
};

const relationFields = {
  type: z.enum(RELATION_TYPES),
  identifiers: z.array(identifier).default([]),
  title: text.optional(),
  text: text.optional(),
};

/** A work that stands beside another one has a host, series and relations of its own, to any depth. */
type BesideShape = {
  host: z.ZodOptional<HostSchema>;
  series: z.ZodOptional<z.ZodArray<HostSchema>>;
  relations: z.ZodOptional<z.ZodArray<RelationSchema>>;
};
type ItemSchema = z.ZodObject<typeof nestedFields & BesideShape, z.core.$strict>;
type HostSchema = z.ZodObject<typeof nestedFields & typeof hostFields & BesideShape, z.core.$strict>;
type RelationSchema = z.ZodObject<
  typeof relationFields & { item: z.ZodOptional<ItemSchema> },
  z.core.$strict
>;

const item: ItemSchema = z.strictObject({
  ...nestedFields,
  get host() {
    return host.optional();
  },
  get series() {
    return z.array(host).optional();
  },
  get relations() {
    return z.array(relation).optional();
  },
});

const host: HostSchema = z.strictObject({
  ...nestedFields,
  ...hostFields,
  get host() {
    return host.optional();
  },
  get series() {
    return z.array(host).optional();
  },
  get relations() {
    return z.array(relation).optional();
  },
});

const relation: RelationSchema = z.strictObject({
  ...relationFields,
  get item() {
    return item.optional();
  },
});

const issue = z.strictObject({
  code: text,
  severity: z.enum(SEVERITIES),
  rule: text,
  at: text.describe('`file:line:column` of the rule.'),
  inputPath: text.optional(),
  value: text.optional().describe('The value, cut after 200 characters.'),
  message: text.optional(),
});

const provenance = z.strictObject({
  rule: text,
  at: text,
  in: z.array(text),
  raw: z.string(),
  steps: z.array(text),
  confidence: z.enum(CONFIDENCES),
});

const source = z.strictObject({
  id: text.describe('The name of the job.'),
  name: text,
  oaiIdentifier: text,
  datestamp: text,
  sets: z.array(text),
  metadataPrefix: text,
  harvestedAt: text,
  rawHash: text,
  mappingId: text,
  mappingHash: text,
});

export const descriptionSchema = z.strictObject({
  ...descriptionFields,
  host: host.optional(),
  series: z.array(host).default([]),
  relations: z.array(relation).default([]),
  recordInfo: recordInfo.optional(),
  extensions: z.record(z.string(), z.unknown()).optional().describe('Namespaced; never served by default.'),
});

export const canonicalRecordSchema = z.strictObject({
  schema: z.literal(CANONICAL_SCHEMA),
  id: text.describe('Our identifier, `oai:<repositoryIdentifier>:<job>/<origin identifier>`.'),
  source,
  status: z.enum(['active', 'deleted', 'quarantined']),
  ...descriptionSchema.shape,
  issues: z.array(issue).default([]),
  provenance: z.record(z.string(), provenance).optional().describe('By JSON pointer.'),
});

export type CanonicalRecord = z.output<typeof canonicalRecordSchema>;
export type Description = z.output<typeof descriptionSchema>;
export type Title = z.output<typeof title>;
export type Agent = z.output<typeof agent>;
export type DateValue = z.output<typeof dateValue>;
export type PublicationEvent = z.output<typeof event>;
export type Language = z.output<typeof language>;
export type Concept = z.output<typeof concept>;
export type Subject = z.output<typeof subject>;
export type Identifier = z.output<typeof identifier>;
export type Location = z.output<typeof location>;
export type Physical = z.output<typeof physical>;
export type Part = z.output<typeof part>;
export type Host = z.output<typeof host>;
export type Relation = z.output<typeof relation>;
export type Funding = z.output<typeof funding>;
export type Rights = z.output<typeof rights>;
export type Place = z.output<typeof place>;
export type Geo = z.output<typeof geo>;
export type Period = z.output<typeof period>;
export type Issue = z.output<typeof issue>;
export type Provenance = z.output<typeof provenance>;

function unwrapDefault(field: z.ZodType): z.ZodType {
  if (field instanceof z.ZodDefault || field instanceof z.ZodOptional)
    return field.def.innerType as z.ZodType;
  return field;
}
