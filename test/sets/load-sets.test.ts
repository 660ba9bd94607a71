import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { canonicalRecordSchema, type CanonicalRecord } from '../../src/model/canonical.ts';
import { loadSets } from '../../src/sets/load-sets.ts';
import { loadSetText, setsOfText } from '../support/set-file.ts';

function record(description: object, source: object = {}): CanonicalRecord {
  const from = {
    id: 'small', name: 'Small', oaiIdentifier: 'oai:x:1', datestamp: '2024-01-01', sets: ['col:1', 'col:2'], metadataPrefix: 'oai_dc',
    harvestedAt: '2024-01-01T00:00:00Z', rawHash: 'r', mappingId: 'oai_dc', mappingHash: 'm', ...source,
  }; // prettier-ignore
  return canonicalRecordSchema.parse({ schema: 'canonical/1', id: 'oai:a.b:small/oai:x:1', source: from, status: 'active', ...description }); // prettier-ignore
}

const THESIS = 'http://purl.org/coar/resource_type/c_46ec';
const SERBIAN = { languages: [{ iso639_3: 'srp', bcp47: 'sr' }] };

describe('a set file', () => {
  it('says what each set is called and described as, in its order', async () => {
    const { declared } = await setsOfText(`sets:
  - { spec: z, name: Last, when: { exists: titles } }
  - { spec: a, name: First, description: What is first., unless: { exists: titles } }
`);
    expect(declared).toEqual([
      { setSpec: 'z', setName: 'Last' },
      { setSpec: 'a', setName: 'First', description: 'What is first.' },
    ]);
  });

  it.each([
    ['a word of the canonical record', `equals: [type.coar, '${THESIS}']`, { type: { coar: THESIS } }, { type: {} }],
    ['one of several values', 'in: [languages.iso639_3, [hrv, srp]]', SERBIAN, {}],
    ['a filtered path', `exists: 'titles[kind=main]'`, { titles: [{ kind: 'main', title: 'A' }] }, { titles: [{ kind: 'translated', title: 'A' }] }],
    ['a pattern', `matches: [citation, '^Book']`, { citation: 'Book 1' }, { citation: 'A Book' }],
    ['what is not there', 'missing: abstracts.value', {}, { abstracts: [{ value: 'x' }] }],
    ['all of several conditions', `all: [{ exists: citation }, { not: { exists: edition } }]`, { citation: 'a' }, { citation: 'a', edition: 'b' }],
    ['several keys at once', `exists: citation\n      missing: edition`, { citation: 'a' }, { citation: 'a', edition: 'b' }],
    ['a table that comes with Garner', 'missingIn: [type.coar, coar-type-label]', { type: { coar: 'http://example.org/x' } }, { type: { coar: THESIS } }],
  ])('sorts by %s', async (_, condition, inside, outside) => {
    const sets = await setsOfText(`sets:\n  - spec: s\n    name: S\n    when:\n      ${condition}\n`);
    expect(sets.setsOf(record(inside))).toEqual(['s']);
    expect(sets.setsOf(record(outside))).toEqual([]);
  }); // prettier-ignore

  it('sorts by the job and by the sets of the origin', async () => {
    const sets = await setsOfText(`sets:
  - { spec: job, name: Job, when: { source: { id: [small, other] } } }
  - { spec: origin, name: Origin, when: { source: { set: ['col:1'] } } }
  - { spec: both, name: Both, when: { source: { id: [small], set: ['col:3', 'col:2'] } } }
  - { spec: id, name: Variable, when: { matches: [$header.identifier, '^oai:x:'] } }
`);
    expect(sets.setsOf(record({}))).toEqual(['both', 'id', 'job', 'origin']);
    expect(sets.setsOf(record({}, { id: 'third', sets: ['col'] }))).toEqual(['id']);
    expect(sets.setsOf(record({}, { id: 'other', sets: [] }))).toEqual(['id', 'job']);
  });

  it('takes a record out again by "unless", and holds nothing by itself without a condition', async () => {
    const sets = await setsOfText(`sets:
  - { spec: lang, name: By language }
  - spec: lang:sr
    name: In Serbian
    when: { equals: [languages.iso639_3, srp] }
    unless: { exists: edition }
`);
    expect(sets.setsOf(record(SERBIAN))).toEqual(['lang:sr']);
    expect(sets.setsOf(record({ ...SERBIAN, edition: '2nd' }))).toEqual([]);
  });
});

describe('the hash of a set file', () => {
  const FILE = `sets:
  - { spec: a, name: A, when: { exists: citation, missing: edition } }
  - { spec: 'b:c', name: C, unless: { in: [languages.iso639_3, [srp, hrv]] } }
`;
  const hashOf = async (change: (text: string) => string) => (await setsOfText(change(FILE))).hash;

  it.each([
    ['names and descriptions', (text: string) => text.replace('name: A', 'name: Another, description: x')],
    ['comments', (text: string) => `# Our sets\n${text}`],
    ['the order of keys', (text: string) => text.replace('exists: citation, missing: edition', 'missing: edition, exists: citation')],
    ['the order of sets', (text: string) => text.replace(/^(.*)\n(.*)\n(.*)$/m, '$1\n$3\n$2')],
    ['a set that only has a name', (text: string) => `${text}  - { spec: b, name: B }\n`],
  ])('does not depend on %s', async (_, change) => {
    expect(await hashOf(change)).toBe(await hashOf((text) => text));
  }); // prettier-ignore

  it.each([
    ['a setSpec', (text: string) => text.replace('spec: a', 'spec: c')],
    ['a path', (text: string) => text.replace('exists: citation', 'exists: toc')],
    ['a word', (text: string) => text.replace('hrv', 'bos')],
    ['what a condition is for', (text: string) => text.replace('unless', 'when')],
  ])('depends on %s', async (_, change) => {
    expect(await hashOf(change)).not.toBe(await hashOf((text) => text));
  });
});

describe('a set file is refused with place and suggestion', () => {
  const A = '  - { spec: a, name: A, when: { exists: citation } }\n';

  test.each([
    ['no sets', '', '1:1 error schema: sets: is missing'],
    ['an empty list', 'sets: []', '1:7 error schema: sets: at least one set is expected'],
    ['a misspelt key', `sets:\n${A.replace('name', 'nam')}`, '2:16 error schema: sets.0: unknown key "nam" (did you mean "name"?)'],
    ['no name', 'sets: [{ spec: a, when: { exists: citation } }]', '1:8 error schema: sets.0.name: is missing'],
    ['a blank name', `sets:\n${A.replace('name: A', 'name: " "')}`, '2:22 error schema: sets.0.name: it is blank'],
    ['a setSpec with a space', `sets:\n${A.replace('spec: a', 'spec: a b')}`, '2:13 error schema: sets.0.spec: a setSpec is letters'],
    ['a setSpec with an empty level', `sets:\n${A.replace('spec: a', "spec: 'a::b'")}`, '2:13 error schema: sets.0.spec: a setSpec is letters'],
    ['a setSpec that YAML reads as a number', `sets:\n${A.replace('spec: a', 'spec: 2024')}`, '2:13 error schema: sets.0.spec: a setSpec is expected; quote numbers'],
    ['a setSpec twice', `sets:\n${A}${A.replace('name: A', 'name: B')}`, '3:13 error set.spec: spec: line 2 declares "a" already'],
    ['a name twice', `sets:\n${A}${A.replace('spec: a', 'spec: b')}`, '3:22 error set.name: name: line 2 declares "A" already'],
    ['the set of a job', `sets:\n${A.replace('spec: a', 'spec: small')}`, '2:13 error set.job: spec: "small" is the set of the job small'],
    ['a set that would hold nothing', `sets:\n  - { spec: a, name: A }\n`, '2:13 error set.empty: "a" would hold nothing'],
    ['a condition that asks nothing', `sets:\n  - { spec: a, name: A, when: {} }\n`, '2:31 error condition.empty:'],
    ['an unknown condition', `sets:\n${A.replace('exists', 'exist')}`, '2:33 error schema: sets.0.when: unknown key "exist" (did you mean "exists"?)'],
    ['an unknown field', `sets:\n${A.replace('citation', 'citaton')}`, '2:41 error path.unknown: the canonical model has no "citaton" at "citaton" (did you mean "citation"?)'],
    ['an unknown variable', `sets:\n${A.replace('citation', '$source.nam')}`, '2:41 error path.variable: no variable "$source.nam" (did you mean "$source.name"?)'],
    ['a word that never stands there', `sets:\n${A.replace('exists: citation', 'not: { equals: [titles.kind, mian] }')}`, '2:62 error path.literal: it is never "mian" (did you mean "main"?)'],
    ['an unknown table', `sets:\n${A.replace('exists: citation', 'missingIn: [type.coar, coar-type-lable]')}`, '2:44 error table.unknown: no table "coar-type-lable" (did you mean "coar-type-label"?)'],
    ['a question of MARC', `sets:\n${A.replace('exists: citation', "any: [{ tag: '245' }]")}`, '2:46 error condition.tag: '],
    ['a question of place', `sets:\n${A.replace('exists: citation', 'index: 0')}`, '2:40 error condition.index: '],
    ['a question of software', `sets:\n${A.replace('exists: citation', 'source: { software: dspace }')}`, '2:53 error condition.software: '],
    ['broken YAML', 'sets: [', '1:8 error yaml.syntax: '],
  ])('%s', async (_, text, expected) => {
    const { sets, problems } = await loadSetText(text, ['small']);
    expect(sets).toBeUndefined();
    expect(problems.join('\n')).toContain(expected);
  }); // prettier-ignore

  it('with all that is wrong at once', async () => {
    const { problems } = await loadSetText(`sets:\n${A}${A.replace('citation', 'citaton')}`);
    expect(problems).toHaveLength(3);
  });

  it('that is not there', async () => {
    expect(await loadSets('no/such/sets.yaml', [])).toEqual({
      issues: [{ file: 'no/such/sets.yaml', line: 1, column: 1, severity: 'error', code: 'sets.unreadable', message: 'there is no such file; provider.sets of the configuration names it' }],
    }); // prettier-ignore
  });
});

describe('a set above others', () => {
  const BELOW = (spec: string, name: string) =>
    `  - { spec: '${spec}', name: ${name}, when: { exists: citation } }\n`;

  it('that is not declared is implied, with a warning for each, once', async () => {
    const text = `sets:\n${BELOW('type:thesis', 'A')}${BELOW('tpye:book:old', 'B')}${BELOW('type:book', 'C')}  - { spec: x, name: X, when: { exists: toc } }\n`;
    const { sets, problems } = await loadSetText(text);
    expect(sets?.setsOf(record({ citation: 'a' }))).toEqual(['tpye:book:old', 'type:book', 'type:thesis']);
    expect(problems).toEqual([
      expect.stringContaining('sets.yaml:2:13 warn set.above: spec: "type", above it, is not declared'),
      expect.stringMatching(/^sets\.yaml:3:13 warn set\.above: spec: "tpye", .*\(did you mean "type"\?\)$/),
      expect.stringContaining('sets.yaml:3:13 warn set.above: spec: "tpye:book", above it'),
    ]);
  });

  it('may be the set of a job', async () => {
    const { sets, problems } = await loadSetText(`sets:\n${BELOW('small:theses', 'A')}`, ['small']);
    expect({ declared: sets?.declared.length, problems }).toEqual({ declared: 1, problems: [] });
  });
});

it('the set file that comes with Garner is in order', async () => {
  const file = fileURLToPath(new URL('../../sets.yaml', import.meta.url));
  const { sets, issues } = await loadSets(file, ['demo']);
  expect(issues).toEqual([]);
  const open = { access: { uri: 'http://purl.org/coar/access_right/c_abf2' } };
  expect(sets?.setsOf(record({ ...open, ...SERBIAN, type: { coar: THESIS } }))).toEqual(['open', 'serbian', 'type:thesis']); // prettier-ignore
  expect(sets?.setsOf(record({ access: { ...open.access, embargoEnd: '2030-01-01' } }))).toEqual([]);
});
