import { describe, expect, it } from 'vitest';
import { ListError } from '../../src/client/client-error.ts';
import { listIdentifiers, listRecords } from '../../src/client/list-records.ts';
import { listSets } from '../../src/client/list-sets.ts';
import type { RecordsPage } from '../../src/client/parse-page.ts';
import type { Step } from '../support/scripted-server.ts';
import { collect, error, faultOf, oai, record, records, RESPONSE_DATE, startBench } from './responses.ts';

const REQUEST = { metadataPrefix: 'oai_dc' };

describe('a list of several pages', () => {
  it('is followed by its tokens, which stand alone with the verb', async () => {
    const { client, server } = await startBench([
      { body: records(['a', 'b'], 'next&amp;2') },
      { body: records(['c'], '') },
    ]);
    const pages = await collect(listRecords(client, { ...REQUEST, from: '2026-01-01', set: 's' }));
    expect(identifiersOf(pages)).toEqual([['a', 'b'], ['c']]);
    expect(server.requests.map(({ target }) => target)).toEqual([
      '/oai?verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01&set=s',
      '/oai?verb=ListRecords&resumptionToken=next%262',
    ]);
  });

  it('goes on from the token of an earlier list', async () => {
    const { client, server } = await startBench([{ body: records(['c']) }]);
    await collect(listRecords(client, REQUEST, 'kept'));
    expect(server.requests[0]?.target).toBe('/oai?verb=ListRecords&resumptionToken=kept');
  });

  it.each([
    { case: 'an empty token element (F53)', token: '' },
    { case: 'a token element of blanks (F53)', token: ' \n ' },
    { case: 'no token element (F54)', token: undefined },
  ])('ends with $case', async ({ token }) => {
    const { client, server } = await startBench([{ body: records(['a'], token) }]);
    const [page] = await collect(listRecords(client, REQUEST));
    expect(page?.resumptionToken).toBeUndefined();
    expect(server.requests).toHaveLength(1);
  });

  it('does not end with a document that is cut before its token (F13)', async () => {
    const whole = records(['a', 'b'], 'more');
    const cut = whole.slice(0, whole.indexOf('<resumptionToken'));
    const { client } = await startBench([{ body: cut }, { body: whole }, { body: records(['c']) }]);
    expect(identifiersOf(await collect(listRecords(client, REQUEST)))).toEqual([['a', 'b'], ['c']]);
  });

  it('takes the token of the list, not one elsewhere (F79)', async () => {
    const inside = '<metadata><resumptionToken>wrong</resumptionToken></metadata>';
    const list = `<ListRecords><record><header/>${inside}</record>
      <resumptionToken/><resumptionToken>right</resumptionToken></ListRecords>`;
    const { client, server } = await startBench([{ body: oai(list) }, { body: records(['b']) }]);
    await collect(listRecords(client, REQUEST));
    expect(server.requests[1]?.parameters.get('resumptionToken')).toBe('right');
  });

  it.each([
    {
      case: 'with a prefix',
      token: '<o:resumptionToken xmlns:o="http://www.openarchives.org/OAI/2.0/">t</o:resumptionToken>',
    },
    { case: 'in no namespace', token: '<resumptionToken xmlns="">t</resumptionToken>' },
    {
      case: 'in another namespace',
      token: '<resumptionToken xmlns="http://example.org/">t</resumptionToken>',
    },
  ])('knows its token $case (F80)', async ({ token }) => {
    const body = oai(`<ListRecords>${record('a')}${token}</ListRecords>`);
    const { client, server } = await startBench([{ body }, { body: records(['b']) }]);
    await collect(listRecords(client, REQUEST));
    expect(server.requests[1]?.parameters.get('resumptionToken')).toBe('t');
  });

  it('trims its token (F69), and does not mind an expirationDate that is past (F81)', async () => {
    const token = `<resumptionToken expirationDate="1999-01-01T00:00:00Z">\n  t  </resumptionToken>`;
    const body = oai(`<ListRecords>${record('a')}${token}</ListRecords>`);
    const { client, server } = await startBench([{ body }, { body: records(['b']) }]);
    await collect(listRecords(client, REQUEST));
    expect(server.requests[1]?.target).toBe('/oai?verb=ListRecords&resumptionToken=t');
  });
});

describe('an empty list', () => {
  it('has no pages, and tells the clock of the repository (F83)', async () => {
    const { client } = await startBench([{ body: error('noRecordsMatch') }]);
    expect(await collect(listRecords(client, REQUEST))).toEqual([]);
    expect(client.statistics.lastResponseDate).toBe(RESPONSE_DATE);
  });

  it('may be an empty ListRecords element (F86)', async () => {
    const { client } = await startBench([{ body: oai('<ListRecords/>') }]);
    const pages = await collect(listRecords(client, REQUEST));
    expect(identifiersOf(pages)).toEqual([[]]);
    expect(pages[0]?.responseDate).toBe(RESPONSE_DATE);
  });

  it.each([
    { case: 'noRecordsMatch', body: error('noRecordsMatch'), notes: ['token-to-nothing'], pages: [['a']] },
    { case: 'an empty list', body: oai('<ListRecords/>'), notes: [], pages: [['a'], []] },
  ])('in answer to a token is the end of the list: $case (F58)', async ({ body, notes, pages }) => {
    const bench = await startBench([{ body: records(['a'], 't') }, { body }]);
    expect(identifiersOf(await collect(listRecords(bench.client, REQUEST)))).toEqual(pages);
    expect(bench.notes).toEqual(notes);
  });
});

describe('a list that goes wrong', () => {
  it('is cut off when it goes back to its first page again and again (F59)', async () => {
    const { client, server } = await startBench(() => ({ body: records(['a', 'b'], 'same') }));
    const { pages, fault } = await collectUntilFault(listRecords(client, REQUEST));
    expect(fault).toMatchObject({ name: 'ListError', kind: 'loops' });
    expect(pages).toHaveLength(6);
    expect(server.requests).toHaveLength(6);
  });

  it('is cut off when its tokens change and its records do not (F60)', async () => {
    const { client, server } = await startBench(({ parameters }) => {
      const page = Number(parameters.get('resumptionToken') ?? 0);
      return { body: records([`r${page % 3}`], String(page + 1)) };
    });
    const { fault } = await collectUntilFault(listRecords(client, REQUEST));
    expect(fault).toMatchObject({ kind: 'loops' });
    expect(server.requests).toHaveLength(8);
  });

  it('is followed while the same token brings new records (F61)', async () => {
    let page = 0;
    const { client, notes } = await startBench(() => {
      page += 1;
      return { body: records([`r${page}`], page < 12 ? 'session' : '') };
    });
    expect(await collect(listRecords(client, REQUEST))).toHaveLength(12);
    expect(new Set(notes)).toEqual(new Set(['same-token']));
  });

  it('is followed over an empty page whose token changes (F57)', async () => {
    const { client, notes } = await startBench([
      { body: records(['a'], '1') },
      { body: records([], '2') },
      { body: records(['b']) },
    ]);
    expect(identifiersOf(await collect(listRecords(client, REQUEST)))).toEqual([['a'], [], ['b']]);
    expect(notes).toEqual(['empty-page']);
  });

  it('is incomplete when only empty pages come (F57)', async () => {
    const { client, server } = await startBench(({ parameters }) => {
      return { body: records([], String(Number(parameters.get('resumptionToken') ?? 0) + 1)) };
    });
    const { fault } = await collectUntilFault(listRecords(client, REQUEST));
    expect(fault).toMatchObject({ kind: 'incomplete' });
    expect(server.requests).toHaveLength(20);
  });

  it('is cut off after the most pages that the job allows, whose records are kept', async () => {
    const { client } = await startBench(
      ({ parameters }) => {
        const page = Number(parameters.get('resumptionToken') ?? 0);
        return { body: records([`r${page}`], String(page + 1)) };
      },
      { politeness: { maxPages: 3 } },
    );
    const { pages, fault } = await collectUntilFault(listRecords(client, REQUEST));
    expect(identifiersOf(pages)).toEqual([['r0'], ['r1'], ['r2']]);
    expect(fault).toMatchObject({ kind: 'too-many-pages' });
  });
});

describe('a token that the repository refuses', () => {
  it.each<{ case: string; refusal: Step }>([
    { case: 'badResumptionToken (F63)', refusal: { body: error('badResumptionToken', 'gone') } },
    {
      case: 'badResumptionToken with HTTP 422 (F31)',
      refusal: { status: 422, body: error('badResumptionToken') },
    },
    { case: 'HTTP 422 without a document (F65)', refusal: { status: 422, body: '{"status":422}' } },
    {
      case: 'the text of a database (F65)',
      refusal: { status: 404, body: 'noDataForResultSet: result set may have expired' },
    },
  ])('means that the window must be asked for again, never that it ends: $case', async ({ refusal }) => {
    const { client } = await startBench([
      { body: records(['a'], 't1') },
      { body: records(['b'], 't2') },
      refusal,
    ]);
    const { pages, fault } = await collectUntilFault(listRecords(client, REQUEST));
    expect(identifiersOf(pages)).toEqual([['a'], ['b']]);
    expect(fault).toBeInstanceOf(ListError);
    expect(fault).toMatchObject({ kind: 'token-expired', pages: 2 });
  });

  it('is sent once more as it came, when it is the first; and so are the later ones (F67)', async () => {
    const { client, server, notes } = await startBench(({ target }) => {
      if (target.includes('%')) return { body: error('badResumptionToken') };
      if (target.endsWith('a/b:1')) return { body: records(['b'], 'a/b:2') };
      return target.endsWith('a/b:2') ? { body: records(['c']) } : { body: records(['a'], 'a/b:1') };
    });
    expect(identifiersOf(await collect(listRecords(client, REQUEST)))).toEqual([['a'], ['b'], ['c']]);
    expect(server.requests).toHaveLength(4);
    expect(notes).toEqual(['raw-token']);
  });

  it('is not sent again when encoding does not change it', async () => {
    const { client, server } = await startBench([
      { body: records(['a'], 't1') },
      { body: error('badResumptionToken') },
    ]);
    const { fault } = await collectUntilFault(listRecords(client, REQUEST));
    expect(fault).toMatchObject({ kind: 'token-expired' });
    expect(server.requests).toHaveLength(2);
  });
});

describe('an error that is no end', () => {
  it.each(['badArgument', 'cannotDisseminateFormat', 'badVerb', 'noSetHierarchy'])(
    '%s is thrown',
    async (code) => {
      const { client } = await startBench([{ body: error(code, 'why') }]);
      expect(await faultOf(collect(listRecords(client, REQUEST)))).toMatchObject({ name: 'OaiError', code });
    },
  );
});

describe('pipelining', () => {
  it('requests the next page while the consumer works on this one, and no further', async () => {
    const { client, server } = await startBench(({ parameters }) => {
      const page = Number(parameters.get('resumptionToken') ?? 0);
      return { body: records([`r${page}`], page < 5 ? String(page + 1) : '') };
    });
    const pages = listRecords(client, REQUEST);
    await pages.next();
    await until(() => server.requests.length === 2);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(server.requests).toHaveLength(2);
    await pages.next();
    await until(() => server.requests.length === 3);
    await pages.return(undefined);
  });

  it('tells of a failed page only when the pages before it are taken', async () => {
    const { client } = await startBench([{ body: records(['a'], 't') }, { status: 404 }]);
    const pages = listRecords(client, REQUEST);
    const first = await pages.next();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(identifiersOf([first.value as RecordsPage])).toEqual([['a']]);
    expect(await faultOf(pages.next())).toMatchObject({ name: 'PageError', status: 404 });
  });

  it('drops the request ahead when the consumer leaves', async () => {
    const { client, attempts } = await startBench([
      { body: records(['a'], 't') },
      { body: records(['b']), delayMs: 10_000 },
    ]);
    for await (const page of listRecords(client, REQUEST)) {
      expect(identifiersOf([page])).toEqual([['a']]);
      break;
    }
    expect(attempts).toHaveLength(1);
  });

  it('ends with the caller’s reason when the run is stopped', async () => {
    const stop = new AbortController();
    const { client } = await startBench([
      { body: records(['a'], 't') },
      { body: records(['b']), delayMs: 10_000 },
    ]);
    const pages = listRecords(client, { ...REQUEST, signal: stop.signal });
    await pages.next();
    const next = faultOf(pages.next());
    stop.abort(new Error('stopped'));
    expect(await next).toEqual(new Error('stopped'));
  });
});

describe('a list of identifiers', () => {
  it('yields headers, page by page', async () => {
    const header =
      '<header status="deleted"><identifier>a</identifier><datestamp>2026-01-01</datestamp></header>';
    const { client, server } = await startBench([
      { body: oai(`<ListIdentifiers>${header}</ListIdentifiers>`) },
    ]);
    const [page] = await collect(listIdentifiers(client, REQUEST));
    expect(page?.headers).toEqual([
      { identifier: 'a', datestamp: '2026-01-01', setSpecs: [], deleted: true },
    ]);
    expect(server.requests[0]?.parameters.get('verb')).toBe('ListIdentifiers');
  });
});

describe('a list of sets', () => {
  it('is read to its end (F98)', async () => {
    const { client } = await startBench([
      {
        body: oai(
          '<ListSets><set><setSpec> a </setSpec><setName>A</setName></set><resumptionToken>t</resumptionToken></ListSets>',
        ),
      },
      { body: oai('<ListSets><set><setSpec>b</setSpec><setName>B</setName></set></ListSets>') },
    ]);
    const pages = await collect(listSets(client));
    expect(pages.flatMap(({ sets }) => sets)).toEqual([
      { setSpec: 'a', setName: 'A', descriptions: [] },
      { setSpec: 'b', setName: 'B', descriptions: [] },
    ]);
  });

  it('has no pages when the repository has no sets (F97)', async () => {
    const { client } = await startBench([{ body: error('noSetHierarchy') }]);
    expect(await collect(listSets(client))).toEqual([]);
  });
});

function identifiersOf(pages: readonly RecordsPage[]): string[][] {
  return pages.map((page) => page.records.map(({ header }) => header.identifier));
}

async function collectUntilFault<Page>(
  list: AsyncIterable<Page>,
): Promise<{ pages: Page[]; fault: unknown }> {
  const pages: Page[] = [];
  const fault = await faultOf(
    (async () => {
      for await (const page of list) pages.push(page);
    })(),
  );
  return { pages, fault };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}
