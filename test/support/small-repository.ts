/** A small, well-behaved OAI-PMH repository over real HTTP, whose records and moods a test changes as it goes. */
import {
  startScriptedServer,
  type ReceivedRequest,
  type ScriptedServer,
  type Step,
} from './scripted-server.ts';

export interface SmallRecord {
  readonly identifier: string;
  readonly datestamp: string;
  readonly set?: string;
  /** What stands inside `<metadata>`; absent: a deleted record. */
  readonly metadata?: string;
}

export interface SmallRepository {
  readonly url: string;
  /** In list order; a test may change it between harvests, and between pages. */
  readonly records: SmallRecord[];
  /** The repository's clock. */
  clock: string;
  /** Records in a page. */
  pageSize: number;
  /** Announced in each token; `undefined` announces nothing. */
  completeListSize: (real: number) => number | undefined;
  /** Answers instead of the repository, when it gives something. */
  mood: (request: ReceivedRequest) => Step | undefined;
  readonly requests: ScriptedServer['requests'];
  /** The list requests so far: `from|set|token`. */
  lists(): string[];
  close(): Promise<void>;
}

/** A record of Dublin Core with a title. */
export function dc(title: string, more = ''): string {
  return `<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title>${more}</oai_dc:dc>`;
}

/** Records `PREFIX1`, `PREFIX2` … a minute apart. */
export function someRecords(count: number, prefix = 'r'): SmallRecord[] {
  return Array.from({ length: count }, (_, index) => ({
    identifier: `oai:small.example.org:${prefix}${index + 1}`,
    datestamp: new Date(Date.UTC(2024, 0, 1) + index * 60_000).toISOString().replace('.000Z', 'Z'),
    metadata: dc(`Title ${prefix}${index + 1}`),
  }));
}

/** Starts the repository with some records. */
export async function startSmallRepository(records: readonly SmallRecord[]): Promise<SmallRepository> {
  const server = await startScriptedServer(
    (request) => repository.mood(request) ?? answer(repository, request),
  );
  const repository: SmallRepository = {
    url: server.url,
    records: [...records],
    clock: '2024-06-01T12:00:00Z',
    pageSize: 10,
    completeListSize: (real) => real,
    mood: () => undefined,
    requests: server.requests,
    lists: () =>
      server.requests
        .filter(({ parameters }) => parameters.get('verb') === 'ListRecords')
        .map(({ parameters }) =>
          ['from', 'set', 'resumptionToken'].map((name) => parameters.get(name) ?? '').join('|'),
        ),
    close: () => server.close(),
  };
  return repository;
}

/** A protocol error, as a step. */
export function oaiError(repository: SmallRepository, code: string): Step {
  return xml(repository, `<error code="${code}">no</error>`);
}

function answer(repository: SmallRepository, { parameters }: ReceivedRequest): Step {
  const verb = parameters.get('verb');
  if (verb === 'Identify') return xml(repository, identify(repository));
  if (verb === 'ListSets') return xml(repository, `<ListSets>${setsOf(repository)}</ListSets>`);
  if (verb === 'GetRecord') {
    const found = repository.records.find(({ identifier }) => identifier === parameters.get('identifier'));
    return found
      ? xml(repository, `<GetRecord>${recordXml(found)}</GetRecord>`)
      : oaiError(repository, 'idDoesNotExist');
  }
  return list(repository, parameters);
}

function list(repository: SmallRepository, parameters: URLSearchParams): Step {
  const token = parameters.get('resumptionToken');
  const [start, from, set] = (
    token ?? `0!${parameters.get('from') ?? ''}!${parameters.get('set') ?? ''}`
  ).split('!');
  const all = repository.records
    .filter((record) => record.datestamp >= from! && (set === '' || record.set === set))
    .sort((left, right) => (left.datestamp < right.datestamp ? -1 : 1));
  if (all.length === 0) return oaiError(repository, 'noRecordsMatch');
  const next = Number(start) + repository.pageSize;
  const page = all.slice(Number(start), next).map(recordXml).join('');
  const size = repository.completeListSize(all.length);
  const attributes = size === undefined ? '' : ` completeListSize="${size}" cursor="${start}"`;
  const more = next < all.length ? `${next}!${from}!${set}` : '';
  const tokenXml =
    token === null && more === '' && size === all.length
      ? ''
      : `<resumptionToken${attributes}>${more}</resumptionToken>`;
  return xml(repository, `<ListRecords>${page}${tokenXml}</ListRecords>`);
}

function recordXml({ identifier, datestamp, set, metadata }: SmallRecord): string {
  const status = metadata === undefined ? ' status="deleted"' : '';
  const setSpec = set === undefined ? '' : `<setSpec>${set}</setSpec>`;
  const header = `<header${status}><identifier>${identifier}</identifier><datestamp>${datestamp}</datestamp>${setSpec}</header>`;
  return `<record>${header}${metadata === undefined ? '' : `<metadata>${metadata}</metadata>`}</record>`;
}

function setsOf(repository: SmallRepository): string {
  const sets = new Set(repository.records.map(({ set }) => set).filter((set) => set !== undefined));
  return [...sets].map((set) => `<set><setSpec>${set}</setSpec><setName>${set}</setName></set>`).join('');
}

function identify(repository: SmallRepository): string {
  return `<Identify><repositoryName>Small</repositoryName><baseURL>${repository.url}</baseURL><protocolVersion>2.0</protocolVersion><adminEmail>a@example.org</adminEmail><earliestDatestamp>2024-01-01T00:00:00Z</earliestDatestamp><deletedRecord>persistent</deletedRecord><granularity>YYYY-MM-DDThh:mm:ssZ</granularity></Identify>`;
}

function xml(repository: SmallRepository, content: string): Step {
  const body = `<?xml version="1.0" encoding="UTF-8"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>${repository.clock}</responseDate><request>${repository.url}</request>${content}</OAI-PMH>`;
  return { headers: { 'content-type': 'text/xml; charset=utf-8' }, body };
}
