/**
 * What the served formats do not say of a record, and why: canonical fields that an output never reads, by path.
 * A path ending in `.*` stands for everything under it. `docs/losses.md` is generated from here, and a test holds
 * it equal to what the outputs do.
 */
export interface FormatLosses {
  readonly format: 'mods' | 'oai_dc';
  /** Why each field that is not served has no place, by canonical path. */
  readonly unread: Readonly<Record<string, string>>;
  /** What is served in another form than the model has it, so that it comes back changed. */
  readonly changed: readonly string[];
}

const DERIVED = 'Derived from another field; nothing is lost.';
const NO_PLACE = 'MODS has no element or attribute for it.';
const NEVER_SERVED = 'For the aggregator’s own use; never served.';
const UNQUALIFIED = 'Dublin Core says a value and nothing about it.';
const TITLE_ONLY = 'Every title is a dc:title; which one it is, the order says.';
const NAME_ONLY = 'Dublin Core has names as text, and nothing about who bears them.';
const LABEL_ONLY = 'Dublin Core has headings as text: the label.';
const NO_PLACE_IN_DC = 'Dublin Core has no element for it.';
const ONE_DATE = 'One date of publication is served, as W3CDTF or in the words of the source.';
const COPY = 'About a copy, which Dublin Core does not describe.';

function of(paths: readonly string[], reason: string): Record<string, string> {
  return Object.fromEntries(paths.map((path) => [path, reason]));
}

const NESTED = ['host', 'series', 'relations.item'] as const;

/** What holds for the host, for series and for related works. */
function ofNested(paths: readonly string[], reason: string): Record<string, string> {
  return of(
    NESTED.flatMap((owner) => paths.map((path) => `${owner}.${path}`)),
    reason,
  );
}

/** What is served of a record, but not of what it stands beside. */
const NOT_BESIDE = [
  'type.*', 'titles.lang', 'titles.variants.*', 'agents.*', 'events.*', 'dates.*', 'languages.*', 'abstracts.*', 'toc', 'notes.*',
  'subjects.*', 'classifications.*', 'spatial.*', 'temporal.*', 'physical.*', 'funding.*', 'access.*', 'rights.*', 'version', 'citation',
] as const; // prettier-ignore

export const LOSSES: readonly FormatLosses[] = [
  {
    format: 'mods',
    unread: {
      ...of(['type.genres.notation', 'subjects.notation', 'subjects.parts.notation', 'physical.forms.notation', 'titles.authority.notation', 'titles.variants.authority.notation'], NO_PLACE),
      ...of(['titles.authority.label', 'titles.authority.lang', 'titles.variants.authority.label', 'titles.variants.authority.lang'], 'The title stands for the label of its authority.'),
      'titles.variants.primary': 'Primary is a title, with its variants.',
      'titles.variants.group': 'Variants stand in the group of the title they vary.',
      ...of(['agents.place', 'subjects.parts.lang', 'spatial.supplied', 'locations.mediaType', 'locations.version', 'locations.licence', 'funding.funderId', 'dates.note', 'events.dates.note'], NO_PLACE),
      ...of(['agents.identifiers.source', 'identifiers.source', 'relations.identifiers.source'], NO_PLACE),
      ...of(['agents.identifiers.uri', 'identifiers.uri', 'relations.identifiers.uri', 'dates.start', 'dates.end', 'events.dates.start', 'events.dates.end', 'rights.kind'], DERIVED),
      'languages.raw': 'The code says it.',
      ...ofNested(['dates.keyDate', 'events.dates.keyDate'], 'Only the record itself has a key date.'),
      ...ofNested(['dates.undated', 'events.dates.undated'], 'The words of the source say it.'),
      'extensions': NEVER_SERVED,
    },
    changed: [
      'The names of title groups (altRepGroup) mean nothing outside their document: groups come back counted from 1, and a group of one goes.',
      'Two titles, or two agents, of one kind in one group come back as one with a variant.',
      'A particle stands at the end of the given name: MODS has no part for it.',
      'The words for a role (roleText) are served where it has no relator code.',
      'A date in the words of the source stands beside its EDTF (displayDate) where it is the only one of its event.',
      'One qualifier a date: inferred before approximate before uncertain; EDTF itself has signs for the last two.',
      'Dates that no event has stand with the publication, or in an originInfo of their own, and come back among all dates, dates of issue first.',
      'One date is the key date: the one marked so, or the first date of issue.',
      'The edition of the first event goes before the edition of the description.',
      'Keywords and subjects without a kind are topics; a path is a heading of topics; a heading of parts has the label that they make.',
      'A place or period among the subjects that is from no vocabulary says what the work covers, and comes back as spatial or temporal.',
      'Manuscript and collection are served with a DCMI type that MODS has a typeOfResource for.',
      'A grant without funder, programme and number is a note; its number’s URI is served only then.',
      'A copyright in parts gets the words of a notice.',
      'The role "unknown" of a location is guessed anew from its URL.',
      'The title and identifiers of a related work stand in its description.',
      'The number of a host or series without titles of its own is the part number of its title.',
    ],
  },
  {
    format: 'oai_dc',
    unread: {
      ...of(['type.manuscript', 'type.collection', 'etAl', 'edition', 'issuance', 'frequency', 'versionLabel', 'audience', 'peerReviewed', 'recordInfo.*', 'events.edition', 'events.lang'], NO_PLACE_IN_DC),
      ...of(['type.genres.uri', 'type.genres.scheme', 'type.genres.schemeUri', 'type.genres.notation', 'type.genres.lang'], LABEL_ONLY),
      ...of(['titles.primary', 'titles.supplied', 'titles.kind', 'titles.group', 'titles.displayLabel', 'titles.authority.*'], TITLE_ONLY),
      ...of(['titles.variants.primary', 'titles.variants.supplied', 'titles.variants.group', 'titles.variants.displayLabel', 'titles.variants.authority.*'], TITLE_ONLY),
      ...of(['titles.script', 'titles.translit', 'titles.variants.script', 'titles.variants.translit', 'abstracts.script', 'languages.script'], 'Dublin Core has languages, and no scripts.'),
      ...of(['agents.kind', 'agents.script', 'agents.lang', 'agents.primary', 'agents.roleText', 'agents.dates', 'agents.place', 'agents.identifiers.*', 'agents.affiliations.*', 'agents.group', 'agents.uri', 'events.agents.id'], NAME_ONLY),
      'agents.variants.*': 'The same name in another script would be a second person to every harvester.',
      'events.places.*': 'Dublin Core has no place of publication; dc:coverage is what a work is about.',
      ...of(['dates.qualifiers', 'dates.start', 'dates.end', 'dates.note', 'dates.keyDate', 'dates.calendar', 'events.dates.type', 'events.dates.qualifiers', 'events.dates.start', 'events.dates.end', 'events.dates.note', 'events.dates.keyDate', 'events.dates.calendar'], ONE_DATE),
      ...of(['languages.bcp47', 'languages.raw'], 'dc:language is the ISO 639-3 code.'),
      ...of(['subjects.uri', 'subjects.scheme', 'subjects.schemeUri', 'subjects.notation', 'subjects.kind', 'subjects.parts.*', 'subjects.path', 'subjects.temporal', 'subjects.coordinates.*'], LABEL_ONLY),
      ...of(['classifications.edition', 'classifications.uri', 'spatial.code', 'spatial.uri', 'spatial.supplied', 'temporal.uri', 'identifiers.qualifier', 'identifiers.source', 'relations.identifiers.qualifier', 'relations.identifiers.source', 'rights.kind', 'rights.lang'], UNQUALIFIED),
      ...of(['locations.label', 'locations.mediaType', 'locations.version', 'locations.licence', 'locations.accessed'], UNQUALIFIED),
      ...of(['holdings.*', 'physical.pageCount', 'physical.dimensions', 'physical.duration', 'physical.digitalOrigin'], COPY),
      ...of(['physical.forms.uri', 'physical.forms.scheme', 'physical.forms.schemeUri', 'physical.forms.notation', 'physical.forms.lang'], LABEL_ONLY),
      'part.*': 'The part of a record is served in the citation line of its host.',
      'funding.funderId': 'info:eu-repo/grantAgreement has the funder’s name.',
      'relations.type': UNQUALIFIED,
      ...ofNested(NOT_BESIDE, 'What a work stands beside is one line, or one identifier.'),
      ...ofNested(['host', 'series', 'relations'], 'Dublin Core says what a work stands beside, and not what that stands beside.'),
      ...of(['host.identifiers.uri', 'host.locations.*', 'host.script', 'host.kind', 'series.identifiers.*', 'series.locations.*', 'series.lang', 'series.script', 'series.kind'], 'A host is its citation line with ISSN and ISBN, a series its citation line.'),
      'relations.item.locations.role': UNQUALIFIED,
      'extensions': NEVER_SERVED,
    },
    changed: [
      'Kept: titles as lines with ISBD punctuation and their languages; names as Family, Given, split by role into creators and contributors, and publishers; labels of subjects; classifications as info:eu-repo/classification; abstracts, tables of contents and notes without a type; one date; the end of an embargo; types as eu-repo term, COAR URI, DCMI term and label; the version as eu-repo term; media types, extent and forms; identifiers and locations; languages; grants as info:eu-repo/grantAgreement; related works; places, coordinates and periods; access rights and licences as URIs, other rights as text.',
      'A creator has the role cre and a contributor the role ctb when it comes back, for the element says no more.',
      'A host comes back from its citation line and its ISSN as far as the line can be read.',
      'A name that is not split comes back split where its words can be guessed.',
      'A DCMI type that a COAR type implies comes back with it; Software and Dataset come back as COAR types too.',
      'Invalid identifiers are not served.',
      'Tables of contents and notes come back as abstracts.',
    ],
  },
]; // prettier-ignore
