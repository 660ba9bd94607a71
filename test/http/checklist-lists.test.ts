/** Checklist 1.9–1.12: list arguments, dates, sets, flow control; each row names its items. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addSeconds } from '../../src/model/datestamp.ts';
import { checklistRepository, finalState, SPECIAL, type Expected } from '../support/stored-repository.ts';
import { errorCodesOf, harvest, headersOf, post, textsOf, tokenOf, walk } from './harvester.ts';
import { NOW, serve, type Served } from './served.ts';

let served: Served;
let url: string;
beforeAll(async () => {
  served = await serve({ groups: checklistRepository() });
  await served.storage.declareSet({ setSpec: SPECIAL.emptySet, setName: 'Empty' });
  url = served.url;
});
afterAll(() => served.stop());

const STATE = finalState('demo', checklistRepository());
const inDc = STATE.filter(({ formats }) => formats.includes('oai_dc'));
const HIGHEST = '2026-01-05T08:00:00Z';
/** A second in the middle, with three records. */
const MIDDLE = addSeconds(SPECIAL.first, 10);
const DC = 'verb=ListIdentifiers&metadataPrefix=oai_dc';

/** The identifiers of a whole list, by both verbs, which must agree (items 145, 162, 173). */
async function listed(selection: string): Promise<string[]> {
  const [headers, records] = await Promise.all(
    ['ListIdentifiers', 'ListRecords'].map(async (verb) =>
      (await walk(url, `verb=${verb}&metadataPrefix=oai_dc${selection}`)).flatMap(headersOf),
    ),
  );
  expect(records).toEqual(headers);
  return (headers ?? []).map(({ identifier }) => identifier);
}

const identifiersOf = (records: readonly Expected[]): string[] => records.map(({ identifier }) => identifier);
const between = (from: string, until: string): string[] =>
  identifiersOf(inDc.filter(({ datestamp }) => datestamp >= from && datestamp <= until));
const inSet = (set: string): string[] => identifiersOf(inDc.filter(({ sets }) => sets.includes(set)));

describe('arguments of lists (1.9)', () => {
  test.each([
    ['136', '', ['badArgument']],
    ['136', 'from=2026-01-01', ['badArgument']],
    ['137', 'metadataPrefix=unknown', ['cannotDisseminateFormat']],
    ['138', 'metadataPrefix=', ['badArgument']],
    ['139', 'metadataPrefix=a%20b', ['badArgument']],
    ['139', 'metadataPrefix=oai_dc%0A', ['badArgument']],
    ['140', 'metadataPrefix=oai_dc&identifier=x', ['badArgument']],
    ['140', 'metadataPrefix=oai_dc&foo=', ['badArgument']],
    ['141', 'metadataPrefix=oai_dc&metadataPrefix=oai_dc', ['badArgument']],
    ['141', 'metadataPrefix=oai_dc&from=2026-01-01&from=2026-01-01', ['badArgument']],
    ['141', 'metadataPrefix=oai_dc&until=2026-01-01&until=2026-01-02', ['badArgument']],
    ['141', 'metadataPrefix=oai_dc&set=demo&set=demo', ['badArgument']],
    ['142', 'MetadataPrefix=oai_dc', ['badArgument', 'badArgument']],
    ['139', 'metadataPrefix=%FF', ['badArgument', 'badArgument']],
    ['139', 'metadataPrefix=oai_dc&set=%00', ['badArgument']],
    ['139', 'metadataPrefix=oai_dc&set=%', ['badArgument']],
    ['139', 'metadataPrefix=oai_dc&%C3=x', ['badArgument']],
    ['170', 'metadataPrefix=oai_dc&set=a%20b', ['badArgument']],
    ['170', 'metadataPrefix=oai_dc&set=a::b', ['badArgument']],
    ['170', 'metadataPrefix=oai_dc&set=', ['badArgument']],
    ['170', 'metadataPrefix=oai_dc&set=:a', ['badArgument']],
    ['170', 'metadataPrefix=oai_dc&set=a:', ['badArgument']],
    ['168', `metadataPrefix=oai_dc&set=${SPECIAL.emptySet}`, ['noRecordsMatch']],
    ['169', 'metadataPrefix=oai_dc&set=unknown', ['noRecordsMatch']],
    ['171', 'metadataPrefix=oai_dc&set=Demo', ['noRecordsMatch']],
  ])('item %s: %s is answered with %j', async (_, argument, codes) => {
    for (const verb of ['ListIdentifiers', 'ListRecords']) {
      expect(errorCodesOf(await harvest(url, `verb=${verb}&${argument}`))).toEqual(codes);
    }
  });

  test('items 143, 144: records without the format are left out, and oai_dc has them all', async () => {
    const mods = (await walk(url, 'verb=ListIdentifiers&metadataPrefix=mods')).flatMap(headersOf);
    expect(mods.map(({ identifier }) => identifier)).toEqual(
      identifiersOf(STATE.filter(({ formats }) => formats.includes('mods'))),
    );
    expect(await listed('')).toEqual(expect.arrayContaining(mods.map(({ identifier }) => identifier)));
  });

  test('item 146: no identifier twice', async () => {
    const identifiers = await listed('');
    expect(new Set(identifiers).size).toBe(identifiers.length);
  });
});

describe('dates (1.10)', () => {
  test.each([
    ['147', `from=${SPECIAL.first}`, SPECIAL.first, HIGHEST],
    ['148', `from=${SPECIAL.first}&until=${HIGHEST}`, SPECIAL.first, HIGHEST],
    ['149', `from=${MIDDLE}&until=${MIDDLE}`, MIDDLE, MIDDLE],
    [
      '150',
      `from=${addSeconds(MIDDLE, -1)}&until=${addSeconds(MIDDLE, -1)}`,
      addSeconds(MIDDLE, -1),
      addSeconds(MIDDLE, -1),
    ],
    ['150', `from=${addSeconds(MIDDLE, 1)}`, addSeconds(MIDDLE, 1), HIGHEST],
    ['150', `until=${addSeconds(MIDDLE, -1)}`, SPECIAL.first, addSeconds(MIDDLE, -1)],
    ['151', 'from=2026-01-02&until=2026-01-02', '2026-01-02T00:00:00Z', '2026-01-02T23:59:59Z'],
    ['152', 'until=2026-01-03', SPECIAL.first, '2026-01-03T23:59:59Z'],
    ['152', 'from=2026-01-04', '2026-01-04T00:00:00Z', HIGHEST],
    ['152', 'from=2026-01-03&until=2026-01-03', '2026-01-03T23:59:59Z', '2026-01-03T23:59:59Z'],
    ['153', 'from=2026-01-05', '2026-01-05T00:00:00Z', HIGHEST],
    ['158', 'from=1970-01-01', SPECIAL.first, HIGHEST],
    ['160', 'until=2999-12-31', SPECIAL.first, HIGHEST],
    ['160', 'from=2026-01-04&until=2999-12-31', '2026-01-04T00:00:00Z', HIGHEST],
  ])('item %s: %s selects exactly its records', async (_, dates, from, until) => {
    const expected = between(from, until);
    expect(expected.length).toBeGreaterThan(0);
    expect(await listed(`&${dates}`)).toEqual(expected);
  });

  test.each([
    ['154', 'from=2026-01-01&until=2026-01-02T00:00:00Z', 'badArgument'],
    ['154', 'from=2026-01-01T00:00:00Z&until=2026-01-02', 'badArgument'],
    ['156', 'from=2026-01-02&until=2026-01-01', 'badArgument'],
    ['156', 'from=2026-01-01T00:00:01Z&until=2026-01-01T00:00:00Z', 'badArgument'],
    ['157', 'until=2025-12-31', 'noRecordsMatch'],
    ['157', 'until=2025-12-31T23:59:59Z', 'noRecordsMatch'],
    ['159', 'from=2999-01-01', 'noRecordsMatch'],
  ])('item %s: %s is answered with %s', async (_, dates, code) => {
    expect(errorCodesOf(await harvest(url, `${DC}&${dates}`))).toEqual([code]);
  });

  test.each([
    '2020-13-01', '2020-02-30', '2021-02-29', '2020-1-1', '2020', '2020-01', '20200101', '2020-01-01T00:00:00',
    '2020-01-01T00:00:00%2B01:00', '2020-01-01T00:00:00.000Z', '2020-01-01T24:00:00Z', '2020-01-01T23:59:60Z',
    '2020-01-01T23:60:00Z', 'junk', '', '%202020-01-01', '2020-01-01%20', '2020-01-01%0A', '0000-01-01', '-2020-01-01',
    '2020-01-01t00:00:00z', '%D9%A2%D9%A0%D9%A2%D9%A0-01-01', '12020-01-01',
  ])('items 161, 163: %s is no date', async (date) => {
    for (const name of ['from', 'until']) {
      expect(errorCodesOf(await harvest(url, `${DC}&${name}=${date}`))).toEqual(['badArgument']);
    }
  }); // prettier-ignore
});

describe('sets (1.11)', () => {
  test.each([
    ['164', 'demo'],
    ['164', 'demo:articles'],
    ['164', 'demo:articles:long'],
    ['165', 'demographics'],
    ['167, 177', SPECIAL.exactSet],
  ])('items %s: set %s holds its records and those of the sets below it', async (_, set) => {
    expect(inSet(set).length).toBeGreaterThan(0);
    expect(await listed(`&set=${set}`)).toEqual(inSet(set));
  });

  test('items 166, 209: a set within dates is the intersection, deleted records too', async () => {
    const from = addSeconds(SPECIAL.first, 22);
    const expected = inSet('demo').filter((identifier) => between(from, HIGHEST).includes(identifier));
    expect(inDc.some(({ identifier, deleted }) => deleted && expected.includes(identifier))).toBe(true);
    expect(await listed(`&set=demo&from=${from}`)).toEqual(expected);
  });
});

describe('flow control (1.12)', () => {
  test('items 174–178, 196, 197: pages, cursors and sizes', async () => {
    const pages = await walk(url, DC);
    const tokens = pages.map(tokenOf);
    const counts = pages.map((page) => headersOf(page).length);
    expect(counts.slice(0, -1).every((count) => count === 10)).toBe(true);
    expect(tokens.map((token) => token?.cursor)).toEqual(counts.map((_, index) => 10 * index));
    expect(tokens.map((token) => token?.completeListSize)).toEqual(counts.map(() => inDc.length));
    expect(tokens.map((token) => token?.token === '')).toEqual([...counts.slice(1).map(() => false), true]);
  });

  test('item 174: the token is the last child', async () => {
    expect(await harvest(url, DC)).toMatch(/<\/resumptionToken><\/ListIdentifiers>/);
  });

  test('item 176: a list that is complete at once has no token', async () => {
    expect(tokenOf(await harvest(url, `${DC}&from=${HIGHEST}`))).toBeUndefined();
  });

  test('item 177: a list of exactly two pages has two pages', async () => {
    const pages = await walk(url, `${DC}&set=${SPECIAL.exactSet}`);
    expect(pages.map((page) => headersOf(page).length)).toEqual([10, 10]);
    const [onePage] = await walk(url, `${DC}&set=${SPECIAL.exactSet}&from=2026-01-02`);
    expect(tokenOf(onePage)?.completeListSize).toBe(20);
  });

  test.each([
    ['180', (token: string) => `resumptionToken=${token}&metadataPrefix=oai_dc`, ['badArgument']],
    ['180', (token: string) => `resumptionToken=${token}&set=demo`, ['badArgument']],
    ['180', (token: string) => `resumptionToken=${token}&foo=bar`, ['badArgument']],
    ['181', (token: string) => `resumptionToken=${token}&resumptionToken=${token}`, ['badArgument']],
    ['182', () => 'resumptionToken=made-up', ['badResumptionToken']],
    ['182', (token: string) => `resumptionToken=${token.slice(0, -1)}`, ['badResumptionToken']],
    ['182', (token: string) => `resumptionToken=${token}A`, ['badResumptionToken']],
    ['182', (token: string) => `resumptionToken=${token}%20`, ['badResumptionToken']],
    ['182', () => `resumptionToken=${'x'.repeat(4096)}`, ['badResumptionToken']],
    ['182', () => 'resumptionToken=%3Cb%3E%26', ['badResumptionToken']],
    ['182', () => 'resumptionToken=eyJhIjoxfQ%3D%3D', ['badResumptionToken']],
    ['183', () => 'resumptionToken=', ['badArgument']],
    ['184', (token: string) => `resumptionToken=${token.replace('.10.', '.20.')}`, ['badResumptionToken']],
  ])('item %s: a token of row %# is refused', async (_, write, codes) => {
    const token = tokenOf(await harvest(url, DC))?.token ?? '';
    expect(errorCodesOf(await harvest(url, `verb=ListIdentifiers&${write(token)}`))).toEqual(codes);
  });

  test('item 185: a token of another verb is refused', async () => {
    const token = tokenOf(await harvest(url, DC))?.token;
    for (const verb of ['ListRecords', 'ListSets']) {
      expect(errorCodesOf(await harvest(url, `verb=${verb}&resumptionToken=${token}`))).toEqual([
        'badResumptionToken',
      ]);
    }
  });

  test('items 186, 187, 189, 190, 200: every page can be asked for again, also by POST', async () => {
    const pages = await walk(url, DC);
    for (const [index, page] of pages.slice(0, -1).entries()) {
      const query = `verb=ListIdentifiers&resumptionToken=${tokenOf(page)?.token}`;
      expect(await harvest(url, query)).toBe(pages[index + 1]);
      expect((await post(url, query)).text).toBe(pages[index + 1]);
    }
    expect(await harvest(url, DC)).toBe(pages[0]);
  });

  test('item 188: interleaved harvests are independent', async () => {
    const selections = ['', '&set=demo', '&from=2026-01-02', '&until=2026-01-01'];
    const together = await Promise.all(selections.map((selection) => listed(selection)));
    for (const [index, selection] of selections.entries())
      expect(await listed(selection)).toEqual(together[index]);
  });

  test('items 193, 194: a token is good until its expirationDate, and not after', async () => {
    const { token = '', expirationDate = '' } = tokenOf(await harvest(url, DC)) ?? {};
    expect(expirationDate).toBe(addSeconds(`${NOW.toISOString().slice(0, 19)}Z`, 3600));
    const query = `verb=ListIdentifiers&resumptionToken=${token}`;
    try {
      served.clock.now = new Date(Date.parse(expirationDate) - 1);
      expect(errorCodesOf(await harvest(url, query))).toEqual([]);
      served.clock.now = new Date(expirationDate);
      expect(errorCodesOf(await harvest(url, query))).toEqual(['badResumptionToken']);
    } finally {
      served.clock.now = NOW;
    }
  });

  test('items 198, 199: tokens are short and need no encoding', async () => {
    const long = `very:${'long-'.repeat(100)}`;
    const items = Array.from({ length: 11 }, (_, index) => ({
      identifier: `oai:o.example.org:${index}`,
      sets: ['very', long],
    }));
    const many = await serve({ groups: [{ second: SPECIAL.first, items }] });
    try {
      const pages = await walk(
        many.url,
        `${DC}&set=${long}&from=2020-01-01T00:00:00Z&until=2030-01-01T00:00:00Z`,
      );
      const [token = ''] = textsOf(pages[0] ?? '', 'resumptionToken');
      expect(pages).toHaveLength(2);
      expect(token).toMatch(/^[A-Za-z0-9\-_.~]{1,999}$/);
    } finally {
      await many.stop();
    }
  });
});
