/**
 * Canonical records as mappings make them: every field of the model, with values that mean what they say. Unlike the
 * records of `canonical-arbitrary.ts`, which are only formally valid, these can be asked to survive a round trip.
 */
import fc from 'fast-check';
import { readDate } from '../../src/mapping/transforms/dates/read-date.ts';
import { ACCESS_RIGHTS } from '../../src/mapping/vocab/access-rights.ts';
import { COAR_TYPES } from '../../src/mapping/vocab/coar-types.ts';
import { COAR_VERSIONS } from '../../src/mapping/vocab/coar-versions.ts';
import {
  AGENT_KINDS,
  DATE_TYPES,
  DCMI_TYPES,
  DIGITAL_ORIGINS,
  EVENT_TYPES,
  ISSUANCES,
  LANGUAGE_PARTS,
  LOCATION_ROLES,
  RELATION_TYPES,
  SUBJECT_KINDS,
  TITLE_KINDS,
  canonicalRecordSchema,
  type CanonicalRecord,
} from '../../src/model/canonical.ts';

type Fields = Readonly<Record<string, fc.Arbitrary<unknown>>>;

/** Records whose values are sound; lists are short. */
export function soundRecord(): fc.Arbitrary<CanonicalRecord> {
  const record = some(
    { schema: fc.constant('canonical/1'), id: fc.constant('oai:a:b/1'), source: SOURCE, status: fc.constant('active'), titles: fc.array(title(), { minLength: 1, maxLength: 3 }) },
    {
      ...descriptionFields(),
      ...beside(),
      recordInfo: some({}, { contentSource: words(), descriptionStandard: words(), languageOfCataloging: tag() }),
    },
  ); // prettier-ignore
  return record.map((value) => canonicalRecordSchema.parse(value));
}

const SOURCE = fc.constant({
  id: 'b', name: 'Source of records', oaiIdentifier: 'oai:b:1', datestamp: '2020-01-01', sets: [], metadataPrefix: 'mods',
  harvestedAt: '2020-01-01T00:00:00Z', rawHash: '0', mappingId: 'mods', mappingHash: '0',
}); // prettier-ignore

function descriptionFields(): Fields {
  return {
    type: resourceType(),
    titles: fc.array(title(), { minLength: 1, maxLength: 2 }),
    agents: few(agent()),
    etAl: fc.constant(true),
    events: few(event()),
    dates: few(date()),
    edition: words(),
    issuance: fc.constantFrom(...ISSUANCES),
    frequency: words(),
    versionLabel: words(),
    languages: few(language()),
    abstracts: few(some({ value: words() }, { lang: tag() })),
    toc: few(words()),
    notes: few(some({ value: words() }, { type: words(), lang: tag() })),
    audience: few(words()),
    subjects: few(subject()),
    classifications: few(some({ scheme: code(), value: words() }, { edition: words(), uri: uri() })),
    spatial: few(place()),
    temporal: few(some({ label: words() }, { edtf: edtf(), uri: uri() })),
    identifiers: few(identifier()),
    locations: few(location()),
    holdings: few(some({ place: words() }, { isil: fc.constantFrom('RS-BgNB', 'DE-14'), shelfmark: words(), note: words() })),
    physical: physical(),
    part: part(),
    funding: few(grant()),
    access: some({ uri: fc.constantFrom(...ACCESS_RIGHTS.map((right) => right.uri)) }, { embargoEnd: fc.constant('2031-02-03'), text: words() }),
    rights: few(rights()),
    version: fc.constantFrom(...COAR_VERSIONS.map((version) => version.uri)),
    peerReviewed: fc.boolean(),
    citation: words(),
  }; // prettier-ignore
}

function some(required: Fields, optional: Fields): fc.Arbitrary<Record<string, unknown>> {
  return fc.record({ ...required, ...optional }, { requiredKeys: Object.keys(required) });
}

function few(arbitrary: fc.Arbitrary<unknown>): fc.Arbitrary<unknown[]> {
  return fc.array(arbitrary, { maxLength: 2 });
}

/** Words that no vocabulary knows, in two scripts. */
function words(): fc.Arbitrary<string> {
  const word = fc.constantFrom(
    'Grđa', 'Žabljak', 'Tisovac', 'Ćuprijom', 'Zvezdara', 'Ruđer', 'Quovadis', 'Први', 'Сусрет', 'Жичани', 'Ђердап', 'Ћуприја', 'Љубав',
  ); // prettier-ignore
  return fc.array(word, { minLength: 2, maxLength: 4 }).map((list) => list.join(' '));
}

function code(): fc.Arbitrary<string> {
  return fc.constantFrom('lcsh', 'gnd', 'ddc', 'zbmath');
}

function uri(): fc.Arbitrary<string> {
  return fc.integer({ min: 1, max: 99 }).map((number) => `https://id.example.org/thing/${number}`);
}

function tag(): fc.Arbitrary<string> {
  return fc.constantFrom('sr', 'sr-Latn', 'en', 'de', 'pt-BR', 'ckb');
}

/** EDTF of many shapes. */
function edtf(): fc.Arbitrary<string> {
  return fc.constantFrom(
    '2010',
    '1984-05',
    '2001-02-03',
    '19XX',
    '195X',
    '2010~',
    '1944?',
    '1940/1949',
    '1990/..',
    '../1850',
  );
}

function title(): fc.Arbitrary<unknown> {
  const form: Fields = {
    nonSort: fc.constantFrom('The ', 'L’', 'Die '),
    subtitle: words(),
    partNumber: words(),
    partName: words(),
    supplied: fc.constant(true),
    lang: tag(),
    translit: fc.constantFrom('ala-lc', 'iso9'),
    displayLabel: words(),
    authority: some({ label: words() }, { uri: uri(), scheme: code(), schemeUri: uri(), notation: words(), lang: tag() }),
  }; // prettier-ignore
  return some(
    { title: words(), kind: fc.constantFrom(...TITLE_KINDS) },
    { ...form, primary: fc.constant(true), group: fc.constantFrom('a', 'b'), variants: few(some({ title: words() }, form)) },
  ); // prettier-ignore
}

function agent(): fc.Arbitrary<unknown> {
  const common: Fields = {
    displayForm: words(),
    lang: tag(),
    script: fc.constantFrom('Latn', 'Cyrl'),
    primary: fc.constant(true),
    roles: fc.uniqueArray(fc.constantFrom('aut', 'edt', 'trl', 'cre', 'ill'), { minLength: 1, maxLength: 2 }),
    roleText: few(words()),
    dates: fc.constantFrom('1853/1890', '1950/..', '../1890', '1600', '1853~/1890'),
    place: words(),
    identifiers: few(nameIdentifier()),
    affiliations: few(some({ name: words() }, { id: uri() })),
    variants: few(some({ family: words() }, { given: words(), script: fc.constantFrom('Latn', 'Cyrl'), lang: tag(), translit: fc.constant('iso9') })),
    group: fc.constantFrom('a', 'b'),
    uri: uri(),
  }; // prettier-ignore
  const person = some(
    { kind: fc.constant('person'), family: words() },
    { ...common, given: words(), particle: fc.constantFrom('van der', 'de'), suffix: fc.constant('Jr.'), titles: words(), number: fc.constant('XIV') },
  ); // prettier-ignore
  const other = some({ kind: fc.constantFrom(...AGENT_KINDS), name: words() }, common);
  return fc.oneof(person, other);
}

function nameIdentifier(): fc.Arbitrary<unknown> {
  const local = some({ scheme: fc.constantFrom('local', 'diva'), value: words() }, { qualifier: words(), invalid: fc.constant(true), source: words() }); // prettier-ignore
  const orcid = {
    scheme: 'orcid',
    value: '0000-0002-1825-0097',
    uri: 'https://orcid.org/0000-0002-1825-0097',
  };
  return fc.oneof(local, fc.constant(orcid));
}

/** What `date_edtf` makes of a statement, so that the EDTF and its bounds agree with what the source wrote. */
function date(): fc.Arbitrary<unknown> {
  const read = fc
    .constantFrom('2010', 'ca. 1944', '[1987]', '1940-1949', 'May 1984', '3.2.2001', '19uu', 's.a.', '1990-', '1998 or 1999', '2010?')
    .map((raw) => readDate(raw, { dayFirst: undefined, lang: undefined, report: () => undefined })![0]!);
  const extra = some({ type: fc.constantFrom(...DATE_TYPES) }, { note: words(), keyDate: fc.constant(true), calendar: fc.constant('julian') });
  const unreadable = words().map((raw) => ({ raw, qualifiers: [] }));
  return fc.tuple(fc.oneof({ weight: 5, arbitrary: read }, { weight: 1, arbitrary: unreadable }), extra).map(([value, others]) => ({ ...value, ...others }));
} // prettier-ignore

function event(): fc.Arbitrary<unknown> {
  return some(
    { type: fc.constantFrom(...EVENT_TYPES), places: fc.array(place(), { minLength: 1, maxLength: 2 }) },
    {
      agents: few(some({ name: words() }, { id: uri() })),
      dates: few(date()),
      edition: words(),
      lang: tag(),
    },
  );
}

function place(): fc.Arbitrary<unknown> {
  const box = fc.constantFrom({ type: 'box', lon: [19, 22.5], lat: [43, 46] }, { type: 'box', lon: [-125, -65], lat: [25, 50] });
  const shape = fc.oneof(
    fc.constant({}),
    fc.constantFrom({ type: 'point', lon: [20.46], lat: [44.81] }, { type: 'point', lon: [-70], lat: [-33.5] }).map((point) => ({ point })),
    box.map((value) => ({ box: value })),
  );
  const named = some({ label: words() }, { country: fc.constantFrom('RS', 'DE'), code: fc.constantFrom('n-us---', 'e-yu'), uri: uri(), supplied: fc.constant(true) });
  return fc.tuple(named, shape).map(([value, where]) => ({ ...value, ...where }));
} // prettier-ignore

function language(): fc.Arbitrary<unknown> {
  const known = fc.constantFrom(
    { iso639_3: 'srp', bcp47: 'sr' },
    { iso639_3: 'srp', bcp47: 'sr-Latn', script: 'Latn' },
    { iso639_3: 'eng', bcp47: 'en' },
    { iso639_3: 'ckb', bcp47: 'ckb' },
    { iso639_3: 'deu', bcp47: 'de', raw: 'German' },
  );
  return fc.tuple(known, some({}, { part: fc.constantFrom(...LANGUAGE_PARTS) })).map(([value, others]) => ({ ...value, ...others })); // prettier-ignore
}

function subject(): fc.Arbitrary<unknown> {
  const concept: Fields = { uri: uri(), schemeUri: uri(), notation: words(), lang: tag() };
  const partOf = some({ label: words(), kind: fc.constantFrom(...SUBJECT_KINDS) }, { ...concept, scheme: code() });
  const more: Fields = { temporal: edtf(), coordinates: fc.constantFrom({ type: 'point', lon: [20.46], lat: [44.81] }) };
  return fc.oneof(
    some({ label: words(), scheme: code() }, { ...concept, ...more, kind: fc.constantFrom(...SUBJECT_KINDS) }),
    some({ label: words(), kind: fc.constantFrom('topic', 'keyword', 'genre') }, { ...concept, ...more }),
    some({ label: words(), scheme: code(), parts: fc.array(partOf, { minLength: 2, maxLength: 3 }) }, { ...concept, ...more }),
    some({ label: words(), scheme: code(), path: fc.array(words(), { minLength: 1, maxLength: 3 }) }, concept),
  );
} // prettier-ignore

function identifier(): fc.Arbitrary<unknown> {
  const known = fc.constantFrom(
    { scheme: 'doi', value: '10.1234/abc.5' },
    { scheme: 'isbn', value: '9788674031230', invalid: true },
    { scheme: 'isbn', value: '9780306406157', qualifier: 'pbk' },
    { scheme: 'issn', value: '0378-5955' },
    { scheme: 'hdl', value: '10400.2/123' },
    { scheme: 'urn', value: 'urn:nbn:se:gih:diva-363' },
    { scheme: 'uri', value: 'https://purl.example.org/x/1' },
  );
  const local = some({ scheme: fc.constantFrom('local', 'other', 'oclc'), value: words() }, { qualifier: words(), source: words(), uri: uri(), invalid: fc.constant(true) });
  return fc.oneof(known, local);
} // prettier-ignore

function location(): fc.Arbitrary<unknown> {
  return some(
    { value: uri(), role: fc.constantFrom(...LOCATION_ROLES) },
    {
      label: words(),
      mediaType: fc.constant('text/html'),
      version: uri(),
      licence: uri(),
      accessed: fc.constant('2020-01-01'),
    },
  );
}

function resourceType(): fc.Arbitrary<unknown> {
  return some(
    { genres: few(some({ label: words() }, { uri: uri(), scheme: code(), schemeUri: uri(), notation: words(), lang: tag() })) },
    { coar: fc.constantFrom(...COAR_TYPES.map((type) => type.uri)), dcmi: fc.constantFrom(...DCMI_TYPES), manuscript: fc.constant(true), collection: fc.constant(true) },
  );
} // prettier-ignore

function physical(): fc.Arbitrary<unknown> {
  return some({}, {
    extent: fc.constantFrom('1 kutija', 'ilustr.'),
    pageCount: fc.integer({ min: 1, max: 900 }),
    dimensions: fc.constant('24 cm'),
    duration: fc.constant('90 min'),
    forms: few(some({ label: words() }, { uri: uri(), scheme: code(), schemeUri: uri(), notation: words(), lang: tag() })),
    mediaTypes: fc.uniqueArray(fc.constantFrom('application/pdf', 'text/html'), { maxLength: 2 }),
    digitalOrigin: fc.constantFrom(...DIGITAL_ORIGINS),
  });
} // prettier-ignore

function part(): fc.Arbitrary<unknown> {
  const pages = fc.oneof(
    some({ start: fc.constantFrom('147', 'xiv') }, { end: fc.constantFrom('158', 'xx'), total: fc.integer({ min: 1, max: 99 }) }),
    some({ list: words() }, {}),
  );
  return some({}, {
    volume: words(), issue: words(), number: words(), articleNumber: words(), year: fc.constantFrom('2010', '2010/2011'),
    date: edtf(), partTitle: words(), pages, text: words(),
  });
} // prettier-ignore

function grant(): fc.Arbitrary<unknown> {
  return fc.oneof(
    some({ funder: words(), programme: words(), award: fc.constant('283595') }, { jurisdiction: fc.constant('EU'), title: words(), acronym: words(), funderId: uri(), awardUri: uri() }),
    some({ funder: words() }, { funderId: uri(), acronym: words(), title: words() }),
  );
} // prettier-ignore

function rights(): fc.Arbitrary<unknown> {
  const cc = { uri: 'https://creativecommons.org/licenses/by/4.0/', spdx: 'CC-BY-4.0', kind: 'licence' };
  return fc.oneof(
    some({}, { text: words(), lang: tag() }).map((value) => ({ ...cc, ...value })),
    fc.constant({ uri: 'http://rightsstatements.org/vocab/InC/1.0/', kind: 'statement' }),
    some({ text: words(), kind: fc.constant('statement') }, { lang: tag() }),
    fc.constant({
      kind: 'copyright',
      text: '© 2010 Ruđer Grđa',
      copyright: { year: '2010', holder: 'Ruđer Grđa' },
    }),
    fc.constant({ kind: 'copyright', copyright: { year: '2010', holder: 'Ruđer Grđa' } }),
  );
}

/** What a work stands beside: the host's host, and what is related to that, now and then. */
function beside(depth = 0): Fields {
  if (depth > 2) return {};
  return { host: host(depth), series: few(host(depth)), relations: few(relation(depth)) };
}

function host(depth: number): fc.Arbitrary<unknown> {
  const own = { ...descriptionFields(), title: words(), lang: tag(), kind: words(), number: words() };
  return some({}, { ...own, ...rarely(beside(depth + 1)) });
}

function relation(depth: number): fc.Arbitrary<unknown> {
  const item = some({}, { ...descriptionFields(), ...rarely(beside(depth + 1)) });
  return some(
    { type: fc.constantFrom(...RELATION_TYPES), title: words() },
    { identifiers: few(identifier()), text: words(), item },
  );
}

/** Fields that are mostly absent, so that records stay of a size. */
function rarely(fields: Fields): Fields {
  const absent = fc.constant(undefined);
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      fc.oneof({ weight: 4, arbitrary: absent }, { weight: 1, arbitrary: field }),
    ]),
  );
}
