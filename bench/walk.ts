/** The plainest harvester there can be: one connection, one request after the other, nothing parsed but the token. */
import { Agent, get } from 'node:http';

export interface Walk {
  readonly records: number;
  readonly pages: number;
  readonly seconds: number;
  /** The URL of every page, in order. */
  readonly urls: readonly string[];
}

/** Follows a list from its first page to its last. `query` holds the arguments of the first request. */
export async function walkList(baseUrl: string, query: string): Promise<Walk> {
  const start = performance.now();
  const urls: string[] = [];
  let records = 0;
  for (let url: string | undefined = `${baseUrl}?verb=ListRecords&${query}`; url !== undefined;) {
    urls.push(url);
    const body = await request(url);
    records += countRecords(body);
    const token = TOKEN.exec(body.subarray(-TAIL).toString('latin1'))?.[1];
    url =
      token === undefined
        ? undefined
        : `${baseUrl}?verb=ListRecords&resumptionToken=${encodeURIComponent(token)}`;
  }
  return { records, pages: urls.length, seconds: (performance.now() - start) / 1000, urls };
}

/** The body of a response. Throws when the status is not 200. */
export async function request(url: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get(url, { agent: AGENT }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk)).once('error', reject);
      response.once('end', () => {
        if (response.statusCode === 200) resolve(Buffer.concat(chunks));
        else reject(new Error(`${url}: HTTP ${response.statusCode}`));
      });
    }).once('error', reject);
  });
}

const AGENT = new Agent({ keepAlive: true, maxSockets: 1 });
/** The token stands at the end of a page. */
const TAIL = 2048;
const TOKEN = /<resumptionToken[^>]*>([^<]+)</;
const END_OF_RECORD = Buffer.from('</record>');

function countRecords(body: Buffer): number {
  let records = 0;
  for (let at = body.indexOf(END_OF_RECORD); at !== -1; at = body.indexOf(END_OF_RECORD, at + 9))
    records += 1;
  return records;
}
