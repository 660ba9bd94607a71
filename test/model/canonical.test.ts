import { describe, expect, it } from 'vitest';
import { canonicalRecordSchema } from '../../src/model/canonical.ts';

const MINIMAL = {
  schema: 'canonical/1',
  id: 'oai:a.example.org:job/1',
  source: {
    id: 'job', name: 'Job', oaiIdentifier: '1', datestamp: '2024-01-01', sets: [], metadataPrefix: 'oai_dc',
    harvestedAt: '2024-01-01T00:00:00Z', rawHash: 'x', mappingId: 'oai_dc', mappingHash: 'y',
  },
  status: 'active',
}; // prettier-ignore

describe('canonical/1', () => {
  it('fills absent lists and leaves absent values absent', () => {
    const record = canonicalRecordSchema.parse(MINIMAL);
    expect(record.titles).toEqual([]);
    expect(record.type).toEqual({ genres: [] });
    expect('edition' in record).toBe(false);
  });

  it.each([
    ['an unknown key', { colour: 'red' }],
    ['an empty text', { edition: '' }],
    ['null for absence', { edition: null }],
    ['a script that is no ISO 15924 code', { titles: [{ title: 'x', kind: 'main', script: 'cyrillic' }] }],
    ['a role that is no relator code', { agents: [{ kind: 'person', name: 'x', roles: ['author'] }] }],
    ['a longitude off the globe', { spatial: [{ point: { type: 'point', lon: [181], lat: [0] } }] }],
  ])('refuses %s', (_, addition) => {
    expect(canonicalRecordSchema.safeParse({ ...MINIMAL, ...addition }).success).toBe(false);
  });

  it('takes descriptions inside descriptions', () => {
    const host = {
      title: 'Ослобођење Београда 1944.',
      part: { pages: { start: '147', end: '158', total: 12 } },
    };
    expect(canonicalRecordSchema.parse({ ...MINIMAL, host }).host).toEqual(host);
  });
});
