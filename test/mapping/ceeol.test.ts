import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { readLabelled } from '../../src/mapping/labelled.ts';
import { loadMappings } from '../../src/mapping/load-mappings.ts';
import type { MappingSet } from '../../src/mapping/mapping.ts';
import { testMapping } from '../../src/mapping/test-mapping.ts';
import type { Description } from '../../src/model/canonical.ts';
import { readXml } from '../../src/xml/read-payload.ts';
import { mapTree } from './mapping-folder.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TEXT = readFileSync(`${ROOT}fixtures/ceeol/record.txt`, 'utf8');
const XML = readFileSync(`${ROOT}fixtures/ceeol/oai_dc.xml`, 'utf8');
const ABSTRACT = /^Summary\/Abstract: (.*)$/m.exec(TEXT)![1]!;

const KEYWORDS = ['NOP of Yugoslavia', 'Soviet Union', 'allies', 'help', 'weapons', 'combat operations'];
const TERMS = [
  'Diplomatic history',
  'Military history',
  'Political history',
  'International relations/trade',
];
const PERIOD = 'WW II and following years (1940 - 1949)';

let mappings: MappingSet;
beforeAll(async () => {
  mappings = await loadMappings(`${ROOT}mappings`);
});

function mapped(id: 'ceeol' | 'oai_dc'): { description: Description; issues: readonly string[] } {
  const mapping = mappings.inputs.get(id)!;
  const root = id === 'ceeol' ? readLabelled(TEXT, mapping) : readXml(XML);
  const result = mapTree(root, mapping);
  if (result.kind !== 'mapped') throw new Error(`${result.kind}: ${result.message}`);
  return { description: result.description, issues: result.issues.map(({ code }) => code) };
}

test('every inline test of the CEEOL mapping passes', () => {
  expect(testMapping(mappings.inputs.get('ceeol')!).filter(({ ok }) => !ok)).toEqual([]);
});

describe.each(['ceeol', 'oai_dc'] as const)('the CEEOL record through the mapping "%s"', (id) => {
  test('has a Serbian main title and its English translation', () => {
    expect(mapped(id).description.titles).toMatchObject([
      { title: 'Први Титов сусрет са Стаљином', kind: 'main', lang: 'sr', script: 'Cyrl' },
      { title: 'Tito’s First Meeting With Stalin', kind: 'translated', lang: 'en', script: 'Latn' },
    ]);
  });

  test('has one agent, split into family and given name', () => {
    const { agents } = mapped(id).description;
    expect(agents).toMatchObject([{ kind: 'person', family: 'Popović', given: 'Nikola B.' }]);
    expect(agents).toHaveLength(1);
  });

  test('names the publisher and no place', () => {
    const { events } = mapped(id).description;
    expect(events).toMatchObject([
      { type: 'publication', agents: [{ name: 'Institut za noviju istoriju Srbije' }] },
    ]);
    expect(events[0]!.places).toEqual([]);
  });

  test('was issued in 2010 and is in Serbian', () => {
    const { dates, languages } = mapped(id).description;
    expect(dates).toMatchObject([{ edtf: '2010', type: 'issued' }]);
    expect(languages).toMatchObject([{ iso639_3: 'srp', bcp47: 'sr' }]);
  });

  test('has four terms, one period with its years, and six keywords', () => {
    const { subjects } = mapped(id).description;
    expect(subjects.map(({ label }) => label)).toEqual([...TERMS, PERIOD, ...KEYWORDS]);
    expect(subjects.filter(({ temporal }) => temporal !== undefined)).toMatchObject([
      { label: PERIOD, kind: 'period', temporal: '1940/1949' },
    ]);
  });

  test('keeps the abstract as it is, its quotes and its misprint included', () => {
    const { abstracts } = mapped(id).description;
    expect(abstracts).toMatchObject([{ value: ABSTRACT, lang: 'en' }]);
    expect(abstracts[0]!.value).toContain('„That was the first time');
    expect(abstracts[0]!.value).toContain('Commintern');
  });

  test('is in a book whose title keeps its ordinal dot, on pages 147 to 158', () => {
    expect(mapped(id).description.host).toMatchObject({
      title: 'Ослобођење Београда 1944.',
      kind: 'book',
      part: { pages: { start: '147', end: '158', total: 12 } },
    });
  });

  test('is a book part, a text and a PDF', () => {
    const { type, physical } = mapped(id).description;
    expect(type).toMatchObject({
      coar: 'http://purl.org/coar/resource_type/c_3248',
      dcmi: 'Text',
      genres: [],
    });
    expect(physical?.mediaTypes).toEqual(['application/pdf']);
  });

  test('has no identifier, rights or access, and nothing to report', () => {
    const { description, issues } = mapped(id);
    expect(description.identifiers).toEqual([]);
    expect(description.locations).toEqual([]);
    expect(description.rights).toEqual([]);
    expect(description.access).toBeUndefined();
    expect(description.notes).toEqual([]);
    expect(issues).toEqual([]);
  });
});

describe('what only the labelled form of the CEEOL record tells', () => {
  test('puts the two titles in one group', () => {
    const groups = mapped('ceeol').description.titles.map(({ group }) => group);
    expect(groups).toEqual(['1', '1']);
  });

  test('calls the agent an author and keeps the name as printed', () => {
    expect(mapped('ceeol').description.agents).toMatchObject([
      { roles: ['aut'], displayForm: 'Nikola B. Popović' },
    ]);
  });

  test('tells headings of CEEOL’s list from keywords', () => {
    const { subjects } = mapped('ceeol').description;
    expect(subjects.filter(({ scheme }) => scheme === 'ceeol').map(({ label }) => label)).toEqual([
      ...TERMS,
      PERIOD,
    ]);
    expect(subjects.filter(({ kind }) => kind === 'keyword').map(({ label }) => label)).toEqual(KEYWORDS);
  });

  test('reports a stated number of pages that the range contradicts', () => {
    const mapping = mappings.inputs.get('ceeol')!;
    const result = mapTree(readLabelled(TEXT.replace('Page Count: 12', 'Page Count: 13'), mapping), mapping);
    expect(result.issues).not.toEqual([]);
  });
});
