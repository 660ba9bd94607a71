import type { App } from '../../app.ts';
import type { RecordKey } from '../../model/identifier.ts';
import { ourIdentifier, parseOurIdentifier } from '../../model/identifier.ts';
import type { RecordDetail } from '../../storage/storage.ts';
import { standalone } from '../../xml/standalone.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { explainDetail } from '../explain-record.ts';
import { UsageError } from '../explain-error.ts';
import { withApp } from '../open.ts';
import { json, table, type CommonOptions, type Terminal } from '../terminal.ts';

interface ListOptions extends CommonOptions {
  readonly job?: string;
  readonly set?: string;
  readonly from?: string;
  readonly until?: string;
  readonly status?: 'active' | 'deleted' | 'quarantined' | 'rejected';
  readonly limit: string;
}

interface Row {
  readonly identifier: string;
  readonly status: string;
  readonly datestamp: string;
  readonly origin: string;
  readonly title: string;
  readonly problem: string;
}

/** `garner records list`: records in stamp order; with `--status quarantined` or `rejected` those held back. */
export async function listRecords(_: string[], options: ListOptions, terminal: Terminal): Promise<ExitCode> {
  const rows = await withApp(options, terminal, (app) =>
    options.status === 'quarantined' || options.status === 'rejected'
      ? heldRows(app, { ...options, status: options.status })
      : storedRows(app, options),
  );
  if (options.json === true) terminal.out(json(rows));
  else if (rows.length === 0) terminal.out('No records.');
  else
    terminal.out(
      table(
        HEAD,
        rows.map((row) => [row.identifier, row.status, row.datestamp, row.title, row.problem]),
      ),
    );
  return EXIT.complete;
}

const HEAD = ['IDENTIFIER', 'STATUS', 'CHANGED', 'TITLE', 'PROBLEM'];

async function heldRows(
  app: App,
  options: ListOptions & { status: 'quarantined' | 'rejected' },
): Promise<Row[]> {
  const held = await app.storage.listHeld({
    state: options.status,
    limit: Number(options.limit),
    ...(options.job !== undefined && { job: options.job }),
  });
  return held.map((record) => ({
    identifier: identifierOf(app, record.key),
    status: record.state,
    datestamp: record.heldAt,
    origin: record.key.identifier,
    title: '',
    problem: record.issues.map((issue) => `${issue.code}: ${issue.message ?? ''}`).join('; '),
  }));
}

async function storedRows(app: App, options: ListOptions): Promise<Row[]> {
  const rows: Row[] = [];
  const limit = Number(options.limit);
  for (let afterStamp = 0; rows.length < limit;) {
    const batch = await app.storage.listDetails({
      ...selectionOf(options),
      afterStamp,
      limit: Math.min(limit, 100),
    });
    if (batch.length === 0) break;
    afterStamp = batch.at(-1)!.stamp!;
    rows.push(...batch.filter((detail) => options.status === undefined || detail.state === options.status).map((detail) => rowOf(app, detail))); // prettier-ignore
  }
  return rows.slice(0, limit);
}

function selectionOf({ job, set, from, until }: ListOptions) {
  return {
    ...(job !== undefined && { job }),
    ...(set !== undefined && { set }),
    ...(from !== undefined && { from: from.length === 10 ? `${from}T00:00:00Z` : from }),
    ...(until !== undefined && { until: until.length === 10 ? `${until}T23:59:59Z` : until }),
  };
}

function rowOf(app: App, detail: RecordDetail): Row {
  return {
    identifier: identifierOf(app, detail.key),
    status: detail.state,
    datestamp: detail.datestamp ?? '',
    origin: detail.key.identifier,
    title: detail.canonical?.titles[0]?.title ?? '',
    problem: (detail.canonical?.issues ?? []).map((issue) => issue.code).join('; '),
  };
}

function identifierOf(app: App, key: RecordKey): string {
  return ourIdentifier(app.config.provider.repositoryIdentifier, key);
}

type Form = 'raw' | 'canonical' | 'oai_dc' | 'mods' | 'explain';

/** `garner records show ID`: one record, by our identifier, in one of its forms. */
export async function showRecord(
  [identifier]: string[],
  options: CommonOptions & { as: Form },
  terminal: Terminal,
): Promise<ExitCode> {
  return withApp(options, terminal, async (app) => {
    const detail = await findDetail(app, identifier!);
    if (options.as === 'explain') terminal.out(explainDetail(detail, app, { json: options.json === true }));
    else terminal.out(formOf(detail, options.as));
    return EXIT.complete;
  });
}

async function findDetail(app: App, identifier: string): Promise<RecordDetail> {
  const key =
    parseOurIdentifier(app.config.provider.repositoryIdentifier, identifier) ?? looseKey(app, identifier);
  const detail = key === undefined ? undefined : await app.storage.findDetail(key);
  if (detail === undefined)
    throw new UsageError(`there is no record "${identifier}"; see garner records list`);
  return detail;
}

/** `JOB/ORIGIN-IDENTIFIER`, as people write it. */
function looseKey(app: App, text: string): RecordKey | undefined {
  const slash = text.indexOf('/');
  const job = text.slice(0, slash);
  return app.jobs.some(({ name }) => name === job) ? { job, identifier: text.slice(slash + 1) } : undefined;
}

function formOf(detail: RecordDetail, form: Exclude<Form, 'explain'>): string {
  if (form === 'raw')
    return detail.raw?.metadata === undefined ? missing(detail, form) : standalone(detail.raw.metadata);
  if (form === 'canonical')
    return detail.canonical === undefined ? missing(detail, form) : json(detail.canonical);
  return detail.rendered?.metadata[form] ?? missing(detail, form);
}

function missing(detail: RecordDetail, form: string): never {
  const why = detail.issues.map((issue) => `${issue.code}: ${issue.message ?? ''}`).join('; ');
  throw new UsageError(
    `this record is ${detail.state} and has no ${form} form${why === '' ? '' : ` (${why})`}`,
  );
}
