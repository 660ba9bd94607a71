import type { Ledger } from '../../app.ts';
import { granularityOf } from '../../model/datestamp.ts';
import { ourIdentifier, type RecordKey } from '../../model/identifier.ts';
import { HELD_STATES, type HeldState } from '../../model/stored-record.ts';
import type { HeldRecord, RecordDetail } from '../../storage/storage.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { UsageError } from '../explain-error.ts';
import { checkStoredJob } from '../names.ts';
import { withLedger } from '../open.ts';
import { shorten, table } from '../table.ts';
import { json, type CommonOptions, type Terminal } from '../terminal.ts';

interface ListOptions extends CommonOptions {
  readonly job?: string;
  readonly set?: string;
  readonly from?: string;
  readonly until?: string;
  /** `held` is each of the states in which a version is held. */
  readonly status?: 'active' | 'deleted' | HeldState | 'held';
  readonly limit: number;
}

interface Row {
  readonly identifier: string;
  readonly status: string;
  /** When it last changed here; of a held record, when it was held back. */
  readonly datestamp: string;
  readonly origin: string;
  readonly title: string;
  readonly problem: string;
}

/** `garner records list`: records in stamp order; with `--status held`, or one of its states, those held back. */
export async function listRecords(_: string[], options: ListOptions, terminal: Terminal): Promise<ExitCode> {
  const { status } = options;
  const held = status === 'held' || isHeldState(status);
  checkOptions(options, held);
  const rows = await withLedger(options, terminal, async (app) => {
    await checkStoredJob(app, options.job);
    if (!held && options.quiet !== true) await tellHeld(app, options, terminal);
    return held ? heldRows(app, options) : storedRows(app, options);
  });
  if (options.json === true) terminal.out(json(rows));
  else terminal.out(rows.length === 0 ? 'No records.' : tableOf(rows, held));
  if (rows.length > 0 && rows.length === options.limit && options.quiet !== true)
    terminal.note(`These are the first ${rows.length}; --limit shows more.`);
  return EXIT.complete;
}

function isHeldState(status: ListOptions['status']): status is HeldState {
  return HELD_STATES.some((state) => state === status);
}

function checkOptions({ set, from, until }: ListOptions, held: boolean): void {
  for (const bound of [from, until]) {
    if (bound !== undefined && granularityOf(bound) === undefined)
      throw new UsageError(`"${bound}" is not a date; write 2024-05-01 or 2024-05-01T00:00:00Z`);
  }
  if (held && [set, from, until].some((option) => option !== undefined))
    throw new UsageError('records held back have no set and no datestamp of ours; leave --set, --from and --until out'); // prettier-ignore
}

async function tellHeld(app: Ledger, { job }: ListOptions, terminal: Terminal): Promise<void> {
  const counts = (await app.storage.countByJob()).filter((row) => job === undefined || row.job === job);
  const held = counts.reduce((sum, row) => sum + row.quarantined + row.rejected + row.skipped, 0);
  if (held > 0)
    terminal.note(`Not listed here: ${held} held back; --status held shows them with the reasons.`);
}

function tableOf(rows: readonly Row[], held: boolean): string {
  if (held) return table(HELD_HEAD, rows.map((row) => [row.identifier, row.status, row.datestamp, shorten(row.problem, 200)])); // prettier-ignore
  return table(HEAD, rows.map((row) => [row.identifier, row.status, row.datestamp, shorten(row.title, 60), shorten(row.problem, 60)])); // prettier-ignore
}

const HEAD = ['IDENTIFIER', 'STATUS', 'CHANGED', 'TITLE', 'DOUBTS'];
const HELD_HEAD = ['IDENTIFIER', 'STATUS', 'HELD SINCE', 'REASON'];

async function heldRows(app: Ledger, { job, limit, status }: ListOptions): Promise<Row[]> {
  const held = await app.storage.listHeld({
    limit,
    ...(isHeldState(status) && { state: status }),
    ...(job !== undefined && { job }),
  });
  return held.map((record) => heldRow(app, record));
}

function heldRow(app: Ledger, { key, state, heldAt, issues }: HeldRecord): Row {
  const problem = issues.map((issue) => `${issue.code}: ${issue.message ?? ''}`).join('; ');
  return { identifier: identifierOf(app, key), status: state, datestamp: heldAt, origin: key.identifier, title: '', problem }; // prettier-ignore
}

async function storedRows(app: Ledger, options: ListOptions): Promise<Row[]> {
  const { limit, status } = options;
  const rows: Row[] = [];
  for (let afterStamp = 0; rows.length < limit;) {
    const query = { ...selectionOf(options), afterStamp, limit: Math.min(limit, 100) };
    const batch = await app.storage.listDetails(query);
    if (batch.length === 0) break;
    afterStamp = batch.at(-1)!.stamp!;
    const wanted = batch.filter((detail) => status === undefined || detail.state === status);
    rows.push(...wanted.map((detail) => storedRow(app, detail)));
  }
  return rows.slice(0, limit);
}

/** A day as a bound means all of it. */
function selectionOf({ job, set, from, until }: ListOptions) {
  return {
    ...(job !== undefined && { job }),
    ...(set !== undefined && { set }),
    ...(from !== undefined && { from: from.length === 10 ? `${from}T00:00:00Z` : from }),
    ...(until !== undefined && { until: until.length === 10 ? `${until}T23:59:59Z` : until }),
  };
}

function storedRow(app: Ledger, { key, state, datestamp, canonical }: RecordDetail): Row {
  const doubts = new Set((canonical?.issues ?? []).map((issue) => issue.code));
  return {
    identifier: identifierOf(app, key),
    status: state,
    datestamp: datestamp ?? '',
    origin: key.identifier,
    title: canonical?.titles[0]?.title ?? '',
    problem: [...doubts].join('; '),
  };
}

function identifierOf(app: Ledger, key: RecordKey): string {
  return ourIdentifier(app.config.provider.repositoryIdentifier, key);
}
