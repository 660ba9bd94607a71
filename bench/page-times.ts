/** How long a page takes at the beginning of a list and at its end. */
import { median } from './median.ts';
import { request, walkList } from './walk.ts';

/**
 * Milliseconds per page: the first (which also counts the list), the second and the last full one, by filter; the
 * median of 31 turns, the pages asked for one after the other in each. And the last divided by the second.
 */
export async function measurePageTimes(
  baseUrl: string,
  { set }: { set: string },
): Promise<Record<string, number>> {
  const from = await datestampAt(baseUrl, FROM);
  const filters = {
    all: '',
    set: `&set=${set}`,
    from: `&from=${from}`,
    'set and from': `&set=${set}&from=${from}`,
  };
  const figures: Record<string, number> = {};
  for (const [name, filter] of Object.entries(filters)) {
    const { urls } = await walkList(baseUrl, `metadataPrefix=oai_dc${filter}`);
    const { first, second, last } = await timePages({
      first: urls[0]!,
      second: urls[1]!,
      last: urls.at(-2)!,
    });
    figures[`${name}: first ms`] = first;
    figures[`${name}: second ms`] = second;
    figures[`${name}: last ms`] = last;
    figures[`${name}: last ÷ second`] = last / second;
  }
  return figures;
}

/** Which share of the list lies before the `from` of the filters. */
const FROM = 0.1;
const TURNS = 31;

/** The datestamp of the record at a share of the list. */
async function datestampAt(baseUrl: string, share: number): Promise<string> {
  const { urls } = await walkList(baseUrl, 'metadataPrefix=oai_dc');
  if (urls.length < 3) throw new Error('page times need a list of at least three pages');
  const page = await request(urls[Math.floor(urls.length * share)]!);
  return /<datestamp>([^<]+)</.exec(page.toString('utf8'))![1]!;
}

async function timePages<Name extends string>(urls: Record<Name, string>): Promise<Record<Name, number>> {
  const times = new Map<string, number[]>();
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const name in urls) {
      const start = performance.now();
      await request(urls[name]);
      times.set(name, [...(times.get(name) ?? []), performance.now() - start]);
    }
  }
  return Object.fromEntries([...times].map(([name, all]) => [name, median(all)])) as Record<Name, number>;
}
