/**
 * Values of dc:date, dc:creator and their like as real repositories write them, mapped by `mappings/oai_dc.yaml`.
 * Each row feeds a record of one element (and a title); what is expected is a part of the canonical record.
 */
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadMappings } from '../../src/mapping/load-mappings.ts';
import { mapRecord } from '../../src/mapping/map-record.ts';
import type { InputMapping, MapResult } from '../../src/mapping/mapping.ts';
import { escapeText } from '../../src/xml/escape.ts';
import { readXml } from '../../src/xml/read-payload.ts';

interface Row {
  readonly element: string;
  readonly input: string | readonly (string | { readonly value: string; readonly lang: string })[];
  readonly lang?: string;
  /** Part of the description: objects are subsets, lists are whole. */
  readonly expected: Readonly<Record<string, unknown>>;
  /** The codes of issues that must be there; without it there must be none. */
  readonly issues?: readonly string[];
  /** Paths that must not be there. */
  readonly absent?: readonly string[];
}

const COAR = 'http://purl.org/coar/resource_type/';
const article = { type: { coar: `${COAR}c_6501`, dcmi: 'Text' } };
const issued = (date: object): Row['expected'] => ({ dates: [{ type: 'issued', ...date }] });
const person = (agent: object): Row['expected'] => ({
  agents: [{ kind: 'person', roles: ['cre'], ...agent }],
});
const orcid = [
  { scheme: 'orcid', value: '0000-0002-1825-0097', uri: 'https://orcid.org/0000-0002-1825-0097' },
];
const one = (identifier: object): Row['expected'] => ({ identifiers: [identifier] });

const ROWS: readonly Row[] = [
  { element: 'date', input: '[ca. 1920]', expected: issued({ edtf: '1920~', qualifiers: ['approximate', 'inferred'] }) },
  { element: 'date', input: '19uu', expected: issued({ edtf: '19XX' }) },
  { element: 'date', input: '2010-00-00', expected: issued({ edtf: '2010', raw: '2010-00-00' }), issues: ['date.zero-padded'] },
  { element: 'date', input: 'n.d.', expected: { dates: [{ undated: true }] }, absent: ['dates[0].edtf'] },
  { element: 'date', input: 'c1999.', expected: { dates: [{ edtf: '1999', type: 'copyright' }] } },
  { element: 'date', input: '[19--?]', expected: issued({ edtf: '19XX?', qualifiers: ['uncertain', 'inferred'] }) },
  { element: 'date', input: '2005-06', expected: issued({ edtf: '2005-06' }) },
  {
    element: 'date',
    input: ['2021-02-01T08:00:00Z', '2021-02-01T08:05:11Z', '1987'],
    expected: { dates: [{ edtf: '1987', type: 'issued' }, { edtf: '2021-02-01', type: 'other' }, { edtf: '2021-02-01', type: 'available' }] },
  },
  { element: 'date', input: '15.03.2010.', expected: issued({ edtf: '2010-03-15' }) },
  {
    element: 'date',
    input: ['2004-12-18', '2004-12-18', '1997'],
    expected: { dates: [{ edtf: '1997', type: 'issued' }, { edtf: '2004-12-18', type: 'other' }, { edtf: '2004-12-18', type: 'available' }] },
  },
  { element: 'date', input: 'info:eu-repo/date/embargoEnd/2030-12-31', expected: { dates: [], access: { embargoEnd: '2030-12-31' } } },
  { element: 'date', input: 'NO_RESTRICTION', expected: { dates: [{ raw: 'NO_RESTRICTION', type: 'other' }] }, absent: ['dates[0].edtf'], issues: ['date.unparseable'] },
  { element: 'language', input: 'eng; ger', expected: { languages: [{ iso639_3: 'eng', bcp47: 'en' }, { iso639_3: 'deu', bcp47: 'de' }] } },
  { element: 'language', input: 'Serbian', expected: { languages: [{ iso639_3: 'srp', bcp47: 'sr' }] } },
  { element: 'language', input: 'sr-Cyrl', expected: { languages: [{ iso639_3: 'srp', bcp47: 'sr-Cyrl', script: 'Cyrl' }] } },
  { element: 'language', input: 'en_US', expected: { languages: [{ iso639_3: 'eng', bcp47: 'en-US' }] } },
  { element: 'language', input: 'sr_RS@latin', expected: { languages: [{ iso639_3: 'srp', bcp47: 'sr-Latn-RS', script: 'Latn' }] } },
  { element: 'language', input: 'deu/ger', expected: { languages: [{ iso639_3: 'deu', bcp47: 'de' }] } },
  { element: 'language', input: 'GE', expected: { languages: [], notes: [{ value: 'GE' }] }, issues: ['language.unknown'] },
  { element: 'language', input: 'other', expected: { languages: [], notes: [{ value: 'other' }] }, issues: ['language.unknown'] },
  { element: 'creator', input: 'Subramanian, SR', expected: person({ family: 'Subramanian', given: 'SR' }), absent: ['agents[0].suffix', 'agents[0].titles'] },
  { element: 'contributor', input: 'Hardy, F. A., & Co', expected: { agents: [{ kind: 'organization', name: 'Hardy, F. A., & Co', affiliations: [] }] } },
  { element: 'creator', input: 'Popović, Nikola B.', expected: person({ family: 'Popović', given: 'Nikola B.' }) },
  { element: 'creator', input: 'Smith J', expected: person({ family: 'Smith', given: 'J' }) },
  { element: 'creator', input: 'by John Smith', expected: person({ family: 'Smith', given: 'John' }) },
  { element: 'creator', input: 'et al.', expected: { agents: [], etAl: true } },
  { element: 'creator', input: 'Smith, John, et al.', expected: { ...person({ family: 'Smith', given: 'John' }), etAl: true } },
  { element: 'creator', input: 'Smith, John; University of Belgrade', expected: person({ family: 'Smith', given: 'John', affiliations: [{ name: 'University of Belgrade' }] }) },
  { element: 'creator', input: 'Carberry, Josiah (0000-0002-1825-0097)', expected: person({ family: 'Carberry', given: 'Josiah', identifiers: orcid }) },
  { element: 'creator', input: 'Carberry, Josiah|0000-0002-1825-0098', expected: person({ family: 'Carberry', given: 'Josiah', identifiers: [] }), issues: ['orcid.checksum'] },
  {
    element: 'creator',
    input: '880-01Popović, Nikola B.,1950-author.aut(orcid)0000-0002-1825-0097',
    expected: person({ family: 'Popović', given: 'Nikola B.', identifiers: orcid, roles: ['aut'] }),
    issues: ['name.concatenated'],
  },
  { element: 'creator', input: '(:unav)', expected: { agents: [] } },
  {
    element: 'creator',
    input: [{ value: 'Поповић, Никола Б.', lang: 'sr-Cyrl' }, { value: 'Popović, Nikola B.', lang: 'sr-Latn' }],
    expected: person({ family: 'Поповић', given: 'Никола Б.', variants: [{ family: 'Popović', given: 'Nikola B.', script: 'Latn' }] }),
  },
  { element: 'creator', input: 'BrankoviÄ‡, Ana', expected: person({ family: 'Branković', given: 'Ana' }), issues: ['text.mojibake'] },
  {
    element: 'title',
    input: 'Први Титов сусрет са Стаљином : дипломатска историја',
    expected: { titles: [{ title: 'Први Титов сусрет са Стаљином', subtitle: 'дипломатска историја', script: 'Cyrl', kind: 'main' }] },
  },
  {
    element: 'title',
    input: 'The meeting : Tito and Stalin /',
    lang: 'en',
    expected: { titles: [{ title: 'meeting', nonSort: 'The ', subtitle: 'Tito and Stalin', lang: 'en' }] },
  },
  { element: 'identifier', input: 'https://doi.org/10.1234/ABC.5', expected: one({ scheme: 'doi', value: '10.1234/abc.5' }) },
  { element: 'identifier', input: 'doi: 10.1234/abc.5.', expected: one({ scheme: 'doi', value: '10.1234/abc.5' }) },
  {
    element: 'identifier',
    input: 'http://dx.doi.org/10.1002/(SICI)1097-4571(199806)49:8%3C693::AID-ASI4%3E3.0.CO;2-O',
    expected: one({ scheme: 'doi', value: '10.1002/(sici)1097-4571(199806)49:8<693::aid-asi4>3.0.co;2-o' }),
  },
  { element: 'identifier', input: 'URN:ISBN:978-86-7403-147-6 (broš.) :', expected: one({ scheme: 'isbn', value: '9788674031476', qualifier: 'broš.' }) },
  { element: 'identifier', input: 'ISSN 1234-5679', expected: { identifiers: [], host: { identifiers: [{ scheme: 'issn', value: '1234-5679' }] } } },
  { element: 'identifier', input: '03702693', expected: { identifiers: [], host: { identifiers: [{ scheme: 'issn', value: '0370-2693' }] } } },
  { element: 'identifier', input: 'http://hdl.handle.net/123456789/42', expected: one({ scheme: 'hdl', value: '123456789/42' }), issues: ['hdl.placeholder'] },
  {
    element: 'identifier',
    input: 'http://repo.example.org/1http://repo.example.org/2',
    expected: { locations: [{ value: 'http://repo.example.org/1' }, { value: 'http://repo.example.org/2' }] },
    issues: ['url.glued'],
  },
  { element: 'type', input: 'info:eu-repo/semantics/article', expected: article },
  { element: 'type', input: 'Text.Serial.Journal', expected: { type: { coar: `${COAR}c_0640`, dcmi: 'Text' } } },
  { element: 'type', input: 'Artikel', expected: article },
  {
    element: 'type',
    input: ['info:eu-repo/semantics/report', `${COAR}c_18gh`],
    expected: { type: { coar: `${COAR}c_18gh`, dcmi: 'Text', genres: [] } },
    issues: ['target.conflict'],
  },
  { element: 'type', input: 'Photograph', expected: { type: { dcmi: 'StillImage', genres: [{ label: 'Photograph' }] } } },
  { element: 'type', input: ['Journal (Paginated)', 'PeerReviewed'], expected: { ...article, peerReviewed: true } },
  { element: 'type', input: ['Preprint', 'NonPeerReviewed'], expected: { type: { coar: `${COAR}c_816b`, genres: [] }, peerReviewed: false } },
  {
    element: 'type',
    input: 'Article, scholarly/refereed, author accepted manuscript',
    expected: { ...article, version: 'http://purl.org/coar/version/c_ab4af688f83e57aa' },
  },
  {
    element: 'format',
    input: 'application/pdf https://ep.example.nl/retrieve/9/rm0202.pdf',
    expected: {
      physical: { mediaTypes: ['application/pdf'] },
      locations: [{ value: 'https://ep.example.nl/retrieve/9/rm0202.pdf', role: 'fulltext', mediaType: 'application/pdf' }],
    },
  },
  {
    element: 'type',
    input: 'info:eu-repo/semantics/publishedVersion',
    expected: { type: { genres: [] }, version: 'http://purl.org/coar/version/c_970fb48d4fbd8a85' },
    absent: ['type.coar', 'type.dcmi'],
  },
  { element: 'type', input: 'manuscripttext', expected: { type: { dcmi: 'Text', manuscript: true } } },
  {
    element: 'rights',
    input: 'https://creativecommons.org/licenses/by-nc-nd/4.0/deed.en',
    expected: { rights: [{ uri: 'https://creativecommons.org/licenses/by-nc-nd/4.0/', spdx: 'CC-BY-NC-ND-4.0' }] },
  },
  { element: 'rights', input: 'CC BY 4.0', expected: { rights: [{ uri: 'https://creativecommons.org/licenses/by/4.0/', spdx: 'CC-BY-4.0' }] } },
  { element: 'rights', input: 'CC BY', expected: { rights: [{ text: 'CC BY' }] }, absent: ['rights[0].uri', 'rights[0].spdx'], issues: ['licence.version-missing'] },
  {
    element: 'subject',
    input: 'NOP of Yugoslavia; Soviet Union; allies; help;',
    expected: { subjects: [{ label: 'NOP of Yugoslavia' }, { label: 'Soviet Union' }, { label: 'allies' }, { label: 'help' }] },
  },
  {
    element: 'subject',
    input: 'World War, 1939-1945--Diplomatic history--Yugoslavia',
    expected: {
      subjects: [
        {
          label: 'World War, 1939-1945--Diplomatic history--Yugoslavia',
          parts: [{ label: 'World War, 1939-1945' }, { label: 'Diplomatic history' }, { label: 'Yugoslavia' }],
        },
      ],
    },
  },
  { element: 'subject', input: 'Humanities :: History :: Serbia', expected: { subjects: [{ label: 'Serbia', path: ['Humanities', 'History', 'Serbia'] }] } },
  {
    element: 'subject',
    input: 'WW II and following years (1940 - 1949)',
    expected: { subjects: [{ label: 'WW II and following years (1940 - 1949)', temporal: '1940/1949' }] },
  },
  { element: 'description', input: '&lt;p&gt;Tito &amp;amp; Stalin met.&lt;/p&gt;', expected: { abstracts: [{ value: 'Tito & Stalin met.' }] } },
  { element: 'description', input: 'p &lt; 0.05 and n &gt; 30', expected: { abstracts: [{ value: 'p < 0.05 and n > 30' }] } },
  {
    element: 'description',
    input: 'We study $\\mathbb{Z}_2$ and <i>in vitro</i> cells.',
    expected: { abstracts: [{ value: 'We study $\\mathbb{Z}_2$ and in vitro cells.' }] },
  },
  {
    element: 'relation',
    input: 'info:eu-repo/grantAgreement/EC/FP7/283595/EU//OpenAIREplus',
    expected: { relations: [], funding: [{ funder: 'EC', programme: 'FP7', award: '283595', jurisdiction: 'EU', acronym: 'OpenAIREplus' }] },
  },
  {
    element: 'source',
    input: 'Tokovi istorije; Vol. 18 No. 2 (2010): Special issue; 147-158',
    expected: {
      host: {
        title: 'Tokovi istorije',
        part: { volume: '18', issue: '2', year: '2010', partTitle: 'Special issue', pages: { start: '147', end: '158' } },
      },
    },
  },
  {
    element: 'source',
    input: 'Ослобођење Београда 1944.; 147-158',
    expected: { host: { title: 'Ослобођење Београда 1944.', part: { pages: { start: '147', end: '158', total: 12 } } }, notes: [] },
  },
  { element: 'source', input: 'Book: Ослобођење Београда 1944.', expected: { host: { title: 'Ослобођење Београда 1944.', kind: 'book' } } },
  { element: 'coverage', input: '1940-1949', expected: { temporal: [{ edtf: '1940/1949', label: '1940-1949' }], spatial: [] } },
  { element: 'coverage', input: 'Yugoslavia', expected: { temporal: [], spatial: [{ label: 'Yugoslavia' }] } },
]; // prettier-ignore

let mapping: InputMapping;

beforeAll(async () => {
  const folder = fileURLToPath(new URL('../../mappings', import.meta.url));
  const { inputs } = await loadMappings(folder);
  const loaded = inputs.get('oai_dc');
  if (loaded === undefined) throw new Error('mappings/oai_dc.yaml is missing');
  mapping = loaded;
});

describe('oai_dc values of real repositories become canonical', () => {
  it.each(ROWS.map((row) => [`dc:${row.element} ${JSON.stringify(row.input)}`, row] as const))(
    '%s',
    (_, row) => {
      const result = map(row);
      if (result.kind !== 'mapped') throw new Error(`${result.kind}: ${result.message}`);
      expect(result.description).toMatchObject(row.expected);
      for (const path of row.absent ?? []) expect(result.description).not.toHaveProperty(path);
      const codes = result.issues.filter(({ severity }) => severity !== 'info').map(({ code }) => code);
      if (row.issues === undefined) expect(codes).toEqual([]);
      else expect(result.issues.map(({ code }) => code)).toEqual(expect.arrayContaining([...row.issues]));
    },
  );
});

function map({ element, input, lang }: Row): MapResult {
  const values = typeof input === 'string' ? [input] : input;
  const elements = values.map((value) => {
    const text = typeof value === 'string' ? value : value.value;
    const language = typeof value === 'string' ? lang : value.lang;
    const attribute = language === undefined ? '' : ` xml:lang="${language}"`;
    return `<dc:${element}${attribute}>${escapeText(text)}</dc:${element}>`;
  });
  const title = element === 'title' ? '' : '<dc:title>Record</dc:title>';
  return mapRecord(sourceRecord(`${title}${elements.join('')}`), mapping);
}

function sourceRecord(inner: string): Parameters<typeof mapRecord>[0] {
  const xml =
    '<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `${inner}</oai_dc:dc>`;
  return {
    root: readXml(xml),
    header: { identifier: 'oai:example.org:1', datestamp: '2024-01-01', sets: [], metadataPrefix: 'oai_dc' },
    source: { id: 'example', name: 'Example', url: 'https://example.org/oai' },
    runDate: '2024-01-02T00:00:00Z',
  };
}
