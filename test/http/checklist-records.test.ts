/** Checklist 1.4–1.8 (Identify, formats, sets, headers, GetRecord), 1.13, 1.14 and 1.16; each row names its items. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ourIdentifier } from '../../src/model/identifier.ts';
import {
  checklistRepository,
  finalState,
  MODS,
  OAI_DC,
  REPOSITORY_IDENTIFIER,
  SPECIAL,
} from '../support/stored-repository.ts';
import { errorCodesOf, harvest, headersOf, textsOf, tokenOf, unescape, walk } from './harvester.ts';
import { serve, type Served } from './served.ts';

let served: Served;
let empty: Served;
let url: string;
beforeAll(async () => {
  served = await serve({ groups: checklistRepository() });
  await served.storage.declareSet({ setSpec: SPECIAL.emptySet, setName: 'No <records> & nothing' });
  empty = await serve();
  url = served.url;
});
afterAll(async () => {
  await served.stop();
  await empty.stop();
});

const STATE = finalState('demo', checklistRepository());
const ours = (identifier: string): string =>
  ourIdentifier(REPOSITORY_IDENTIFIER, { job: 'demo', identifier });
const LIVE = ours('oai:origin.example.org:item/1');
const DELETED = ours('oai:origin.example.org:item/7');
const WITHOUT_MODS = ours('oai:origin.example.org:item/10');
const get = (identifier: string, prefix: string): string =>
  `verb=GetRecord&identifier=${encodeURIComponent(identifier)}&metadataPrefix=${prefix}`;

describe('Identify (1.4)', () => {
  test('items 71–81: says what it must', async () => {
    const xml = await harvest(url, 'verb=Identify');
    const said = Object.fromEntries(
      [
        'repositoryName',
        'baseURL',
        'protocolVersion',
        'adminEmail',
        'earliestDatestamp',
        'deletedRecord',
        'granularity',
        'compression',
      ].map((name) => [name, textsOf(xml.replace(/<description>.*<\/description>/s, ''), name)]),
    );
    expect(said).toEqual({
      repositoryName: ['Aggregator &lt;of&gt; &amp; tests'],
      baseURL: [url],
      protocolVersion: ['2.0'],
      adminEmail: ['oai@example.org', 'second@example.org'],
      earliestDatestamp: [SPECIAL.first],
      deletedRecord: ['persistent'],
      granularity: ['YYYY-MM-DDThh:mm:ssZ'],
      compression: ['gzip'],
    });
  });

  test('item 229: the oai-identifier description has a sample that exists', async () => {
    const xml = await harvest(url, 'verb=Identify');
    expect(textsOf(xml, 'repositoryIdentifier')).toEqual([REPOSITORY_IDENTIFIER]);
    const [sample = ''] = textsOf(xml, 'sampleIdentifier').map(unescape);
    expect(errorCodesOf(await harvest(url, get(sample, 'oai_dc')))).toEqual([]);
  });

  test('item 227: friends are listed', async () => {
    expect(await harvest(url, 'verb=Identify')).toContain(
      '<baseURL>https://origin.example.org/oai?a=1&amp;b=2</baseURL></friends>',
    );
  });

  test.each([`identifier=${LIVE}`, 'foo=bar', 'set=demo', 'resumptionToken=x'])(
    'item 82: badArgument with %s',
    async (argument) => {
      expect(errorCodesOf(await harvest(url, `verb=Identify&${argument}`))).toEqual(['badArgument']);
    },
  );

  test('item 83: an empty repository identifies itself, and has nothing else', async () => {
    const xml = await harvest(empty.url, 'verb=Identify');
    expect(textsOf(xml, 'earliestDatestamp')).toEqual(textsOf(xml, 'responseDate'));
    expect(errorCodesOf(await harvest(empty.url, 'verb=ListSets'))).toEqual(['noSetHierarchy']); // item 98
    expect(errorCodesOf(await harvest(empty.url, 'verb=ListRecords&metadataPrefix=oai_dc'))).toEqual([
      'noRecordsMatch',
    ]); // item 55
    expect(errorCodesOf(await harvest(empty.url, 'verb=ListRecords&metadataPrefix=oai_dc&set=x'))).toEqual([
      'noSetHierarchy',
    ]); // item 172
  });
});

describe('ListMetadataFormats (1.5)', () => {
  test('items 84–89: the served formats, with their namespaces and schemas', async () => {
    const xml = await harvest(url, 'verb=ListMetadataFormats');
    expect(textsOf(xml, 'metadataPrefix')).toEqual(['oai_dc', 'mods']);
    expect(textsOf(xml, 'schema')).toEqual([OAI_DC.schema, MODS.schema]);
    expect(textsOf(xml, 'metadataNamespace')).toEqual([OAI_DC.namespace, MODS.namespace]);
  });

  test.each([
    ['91', LIVE, ['oai_dc', 'mods']],
    ['91, 92', WITHOUT_MODS, ['oai_dc']],
    ['95', DELETED, ['oai_dc', 'mods']],
  ])('item %s: the formats of %s', async (_, identifier, prefixes) => {
    const xml = await harvest(url, `verb=ListMetadataFormats&identifier=${identifier}`);
    expect(textsOf(xml, 'metadataPrefix')).toEqual(prefixes);
  });

  test.each([
    ['93', `identifier=${LIVE}-unknown`, ['idDoesNotExist']],
    ['94', `identifier=${encodeURIComponent(ours(SPECIAL.formless))}`, ['noMetadataFormats']],
    ['96', 'metadataPrefix=oai_dc', ['badArgument']],
    ['96', 'resumptionToken=x', ['badArgument']],
    ['97', `identifier=${LIVE}&identifier=${LIVE}`, ['badArgument']],
  ])('item %s: %s is answered with %j', async (_, argument, codes) => {
    expect(errorCodesOf(await harvest(url, `verb=ListMetadataFormats&${argument}`))).toEqual(codes);
  });
});

describe('ListSets (1.6)', () => {
  test('items 99, 101, 102, 107: every set, its ancestors and empty sets, once each', async () => {
    const xml = await harvest(url, 'verb=ListSets');
    expect(textsOf(xml, 'setSpec')).toEqual(
      ['demo', 'demo:articles', 'demo:articles:long', 'demo:books', 'demographics', 'empty', 'exact'].sort(),
    );
    expect(textsOf(xml, 'setName')).toContain('No &lt;records&gt; &amp; nothing');
  });

  test('item 103: a long list has pages', async () => {
    const groups = [{ second: SPECIAL.first, items: Array.from({ length: 25 }, (_, index) => ({ identifier: `oai:o.example.org:${index}`, sets: [`set-${index}`] })) }]; // prettier-ignore
    const many = await serve({ groups });
    try {
      const pages = await walk(many.url, 'verb=ListSets');
      const sets = pages.flatMap((page) => textsOf(page, 'setSpec'));
      expect(pages.map((page) => textsOf(page, 'setSpec').length)).toEqual([10, 10, 5]);
      expect(new Set(sets).size).toBe(25);
      expect(pages.map((page) => tokenOf(page)?.cursor)).toEqual([0, 10, 20]);
    } finally {
      await many.stop();
    }
  });

  test.each([
    ['104', 'resumptionToken=made-up', ['badResumptionToken']],
    ['105', 'metadataPrefix=oai_dc', ['badArgument']],
    ['105', 'set=demo', ['badArgument']],
    ['106', 'resumptionToken=x&set=demo', ['badArgument', 'badArgument']],
  ])('item %s: %s is answered with %j', async (_, argument, codes) => {
    expect(errorCodesOf(await harvest(url, `verb=ListSets&${argument}`))).toEqual(codes);
  });
});

describe('headers (1.7) and deleted records (1.13)', () => {
  test('items 109–113, 117–121, 206–209: every header is the one of the store', async () => {
    const pages = await walk(url, 'verb=ListIdentifiers&metadataPrefix=oai_dc');
    const expected = STATE.filter(({ formats }) => formats.includes('oai_dc'));
    expect(pages.flatMap(headersOf)).toEqual(
      expected.map(({ identifier, datestamp, deleted, sets }) => ({
        identifier,
        datestamp,
        deleted,
        sets: sets.filter((set) => !sets.some((other) => other.startsWith(`${set}:`))),
      })),
    );
  });

  test('item 211: a record that comes back has a new datestamp and the same identifier', async () => {
    const identifier = 'oai:o.example.org:1';
    const back = await serve({
      groups: [
        { second: '2026-01-01T00:00:00Z', items: [{ identifier }] },
        { second: '2026-01-01T00:00:01Z', items: [{ identifier, deleted: true }] },
        { second: '2026-01-01T00:00:02Z', items: [{ identifier, title: 'Again' }] },
      ],
    });
    try {
      const xml = await harvest(back.url, 'verb=ListRecords&metadataPrefix=oai_dc');
      const [header] = headersOf(xml);
      expect(header).toMatchObject({
        identifier: ours(identifier),
        datestamp: '2026-01-01T00:00:02Z',
        deleted: false,
      });
    } finally {
      await back.stop();
    }
  });
});

describe('GetRecord (1.8) and metadata (1.14)', () => {
  test.each([
    ['122', LIVE, 'oai_dc'],
    ['122', LIVE, 'mods'],
    ['122', WITHOUT_MODS, 'oai_dc'],
    ['134, 208', DELETED, 'oai_dc'],
    ['134, 208', DELETED, 'mods'],
  ])('item %s: %s in %s is the record of ListRecords', async (_, identifier, prefix) => {
    const record = /<record>.*<\/record>/s.exec(await harvest(url, get(identifier, prefix)))?.[0] ?? 'none';
    const pages = await walk(url, `verb=ListRecords&metadataPrefix=${prefix}`);
    expect(pages.some((page) => page.includes(record))).toBe(true);
  });

  test.each([
    ['123', `verb=GetRecord&identifier=${LIVE}`, ['badArgument']],
    ['123', 'verb=GetRecord&metadataPrefix=oai_dc', ['badArgument']],
    ['123', 'verb=GetRecord', ['badArgument', 'badArgument']],
    ['124', get(ours('oai:origin.example.org:nothing'), 'oai_dc'), ['idDoesNotExist']],
    ['125', get(`${LIVE}-no-such-item`, 'oai_dc'), ['idDoesNotExist']],
    ['125', get(`${LIVE} `, 'oai_dc'), ['idDoesNotExist']],
    ['125', get(LIVE.toUpperCase(), 'oai_dc'), ['idDoesNotExist']],
    ['126', get('oai:other.example.org:demo/oai:origin.example.org:item/1', 'oai_dc'), ['idDoesNotExist']],
    ['126', get('oai:origin.example.org:item/1', 'oai_dc'), ['idDoesNotExist']],
    ['127', get(LIVE, 'unknown'), ['cannotDisseminateFormat']],
    ['127', get(LIVE, 'OAI_DC'), ['cannotDisseminateFormat']],
    ['128', get(WITHOUT_MODS, 'mods'), ['cannotDisseminateFormat']],
    ['129', get('oai:x.y:z', 'unknown'), ['idDoesNotExist', 'cannotDisseminateFormat']],
    ['130', get('invalid"id', 'oai_dc'), ['idDoesNotExist']],
    ['130', get('<b>', 'oai_dc'), ['idDoesNotExist']],
    ['130', get('oai:a.b:%zz[', 'oai_dc'), ['idDoesNotExist']],
    ['131', get('', 'oai_dc'), ['badArgument']],
    ['131', get(LIVE, ''), ['badArgument']],
    ['132', `${get(LIVE, 'oai_dc')}&from=2026-01-01`, ['badArgument']],
    ['132', `${get(LIVE, 'oai_dc')}&resumptionToken=x`, ['badArgument']],
    ['132', `${get(LIVE, 'oai_dc')}&foo`, ['badArgument']],
    ['133', `${get(LIVE, 'oai_dc')}&metadataPrefix=oai_dc`, ['badArgument']],
    ['133', `${get(LIVE, 'oai_dc')}&identifier=${LIVE}`, ['badArgument']],
  ])('item %s: %s is answered with %j', async (_, query, codes) => {
    expect(errorCodesOf(await harvest(url, query))).toEqual(codes);
  });

  test.each(['oai_dc', 'mods'])(
    'items 213–216, 220: every live record in %s has one metadata and one about',
    async (prefix) => {
      const pages = await walk(url, `verb=ListRecords&metadataPrefix=${prefix}`);
      const records = pages.flatMap((page) => page.match(/<record>.*?<\/record>/gs) ?? []);
      const parts = records.map((record) => [
        headersOf(record)[0]?.deleted,
        ...['<metadata>', '<about>'].map((part) => record.split(part).length - 1),
      ]);
      expect(parts.length).toBeGreaterThan(80);
      for (const [deleted, ...counts] of parts) expect(counts).toEqual(deleted === true ? [0, 0] : [1, 1]);
    },
  );
});
