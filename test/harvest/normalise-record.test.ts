import { beforeAll, expect, it } from 'vitest';
import { normaliseRecord, sourceOf, type NormaliseContext } from '../../src/harvest/normalise-record.ts';
import type { InputMapping } from '../../src/mapping/mapping.ts';
import { loadFiles } from '../mapping/mapping-folder.ts';

const FILES = {
  'api.yaml': `mapping: api
from: { format: json }
to: canonical/1
rules: [{ id: a, from: title, to: citation }, { id: b, const: 'yes', when: { source: { software: dspace } }, to: edition }]
`,
  'book.yaml':
    'mapping: book\nfrom: { root: book }\nto: canonical/1\nrules: [{ id: a, from: title, to: citation }]\n',
};

let mappings: ReadonlyMap<string, InputMapping>;
beforeAll(async () => {
  mappings = (await loadFiles(FILES)).inputs;
});

function normalise(xml: string, id: string, software?: string): unknown {
  const context: NormaliseContext = {
    job: {
      name: 'x',
      title: 'X',
      baseUrl: 'https://x.example.org',
      ...(software !== undefined && { software }),
    },
    metadataPrefix: 'api',
    mapping: mappings.get(id)!,
    formats: [],
    mappingHash: 'h',
    repositoryIdentifier: 'example.org',
    runDate: '2026-01-01T00:00:00Z',
  };
  const header = { identifier: 'oai:x:1', datestamp: '2026-01-01', setSpecs: [], deleted: false };
  const raw = { metadata: { xml, namespaces: {} }, about: [], repairs: [] };
  return normaliseRecord({ header, raw, rawHash: 'r', harvestedAt: '2026-01-01T00:00:00Z' }, context);
}

it('maps JSON that stands in the metadata', () => {
  expect(normalise('{"title": "A"}', 'api')).toMatchObject({ kind: 'mapped', canonical: { citation: 'A' } });
});

it('holds back what is no JSON, and says where it goes wrong', () => {
  expect(normalise('{"title": "A"', 'api')).toMatchObject({
    kind: 'quarantined',
    issues: [{ code: 'metadata.malformed', message: 'no JSON: "," or "}" is expected (line 1, column 14)' }],
  });
});

it('holds back a payload of another format, and says what the mapping reads', () => {
  expect(normalise('<leaflet/>', 'book')).toMatchObject({
    kind: 'quarantined',
    issues: [
      {
        code: 'metadata.unexpected-root',
        message: 'the metadata is {}leaflet; the mapping "book" reads {}book; no mapping reads that',
      },
    ],
  });
});

it('tells mappings what the repository runs', () => {
  expect(normalise('{"title": "A"}', 'api', 'dspace')).toMatchObject({ canonical: { edition: 'yes' } });
  expect(normalise('{"title": "A"}', 'api')).not.toHaveProperty('canonical.edition');
  expect(sourceOf({ name: 'x', title: 'X', baseUrl: 'u' })).toEqual({ id: 'x', name: 'X', url: 'u' });
});
