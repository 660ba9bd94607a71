/** The record the project was created from, as its canonical form must be. */
import { canonicalRecordSchema } from '../../src/model/canonical.ts';

export const SEED = canonicalRecordSchema.parse({
  schema: 'canonical/1',
  id: 'oai:aggregator.example.org:ceeol/oai:ceeol.com:1',
  source: {
    id: 'ceeol',
    name: 'CEEOL',
    oaiIdentifier: 'oai:ceeol.com:1',
    datestamp: '2024-01-01',
    sets: [],
    metadataPrefix: 'oai_dc',
    harvestedAt: '2024-02-01T00:00:00Z',
    rawHash: 'a',
    mappingId: 'sources/ceeol',
    mappingHash: 'b',
  },
  status: 'active',
  type: { coar: 'http://purl.org/coar/resource_type/c_3248', dcmi: 'Text' },
  titles: [
    { title: 'Први Титов сусрет са Стаљином', kind: 'main', lang: 'sr', script: 'Cyrl', group: 't1' },
    {
      title: 'Tito’s First Meeting With Stalin',
      kind: 'translated',
      lang: 'en',
      script: 'Latn',
      group: 't1',
    },
  ],
  agents: [
    {
      kind: 'person',
      family: 'Popović',
      given: 'Nikola B.',
      displayForm: 'Nikola B. Popović',
      roles: ['aut'],
    },
  ],
  events: [{ type: 'publication', agents: [{ name: 'Institut za noviju istoriju Srbije' }] }],
  dates: [{ edtf: '2010', raw: '2010', type: 'issued', start: '2010-01-01', end: '2010-12-31' }],
  languages: [{ iso639_3: 'srp', bcp47: 'sr', raw: 'Serbian' }],
  abstracts: [{ value: 'Tito met Stalin for the first time.', lang: 'en' }],
  subjects: [
    { label: 'Diplomatic history', scheme: 'ceeol', lang: 'en' },
    {
      label: 'WW II and following years',
      scheme: 'ceeol',
      lang: 'en',
      kind: 'period',
      temporal: '1940/1949',
    },
    { label: 'NOP of Yugoslavia', kind: 'keyword', lang: 'en' },
  ],
  physical: { mediaTypes: ['application/pdf'] },
  host: {
    title: 'Ослобођење Београда 1944.',
    kind: 'book',
    script: 'Cyrl',
    part: { pages: { start: '147', end: '158', total: 12 } },
  },
});
