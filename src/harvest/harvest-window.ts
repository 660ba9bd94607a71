/**
 * One window: page after page, until the list ends or cannot be followed. A page is saved in slices; its checkpoint
 * goes with the last one, so a page that was cut short is asked for again.
 */
import { setImmediate as letOthersWork } from 'node:timers/promises';
import type { RepositoryClient } from '../client/client.ts';
import { ListError } from '../client/client-error.ts';
import { getRecord } from '../client/get-record.ts';
import { listRecords } from '../client/list-records.ts';
import type { RecordsPage } from '../client/parse-page.ts';
import { formatDatestamp, parseLenientDatestamp } from '../model/datestamp.ts';
import type { HarvestWindow, RecordCounts } from '../model/harvest.ts';
import { addCounts, subtractCounts } from '../model/harvest.ts';
import type { Job } from '../model/job.ts';
import type { WindowProgress } from '../storage/storage.ts';
import type { HarvestDeps } from './deps.ts';
import { isExpected, JobError } from './expected-errors.ts';
import { ingestPage } from './ingest-page.ts';
import { leaseTimes } from './lease.ts';
import type { NormaliseContext } from './normalise-record.ts';
import { repositoryTimeOf, shortfall } from './plan-windows.ts';
import type { RunWatch } from './run-watch.ts';
import { slicePage, type Slice } from './slice-page.ts';

export interface WindowContext {
  readonly job: Job;
  readonly client: RepositoryClient;
  readonly deps: HarvestDeps;
  readonly normalise: NormaliseContext;
  readonly runId: number;
  /** The repository's clock at the run's first response. */
  readonly responseDate?: string;
  readonly signal: AbortSignal;
  /** Harvest this record only, by GetRecord. */
  readonly identifier?: string;
  readonly watch: RunWatch;
}

/** How a walk through a window's list ended. */
type WalkEnd = { readonly kind: 'complete' | 'stopped' } | { readonly kind: 'failed'; readonly error: string } | { readonly kind: 'expired'; readonly error: string }; // prettier-ignore

/**
 * Harvests a window to its end and records how it ended. A token that the repository no longer knows makes the
 * window start again once; what is stored already costs only its hash, and stays counted as what it was.
 */
export async function harvestWindow(window: HarvestWindow, context: WindowContext): Promise<HarvestWindow> {
  const end = await walk(window, context);
  if (end.kind !== 'expired') return finish(window, end, context);
  const { deps, job, runId } = context;
  deps.onEvent({ event: 'window restarted', job: job.name, ...setOf(window), reason: end.error });
  const restarted = await deps.storage.reopenWindow(window.id, runId, { restart: true });
  const second = await walk(restarted, context);
  return finish(
    restarted,
    second.kind === 'expired' ? { kind: 'failed', error: second.error } : second,
    context,
  );
}

async function walk(window: HarvestWindow, context: WindowContext): Promise<WalkEnd> {
  const { deps, job } = context;
  const now = formatDatestamp(deps.now());
  const repositoryTime = window.repositoryTime ?? repositoryTimeOf(context.responseDate, now);
  const state = {
    window,
    repositoryTime,
    counts: window.counts,
    expected: window.expected,
    pages: window.pages,
    before: window.counts,
  };
  const resumed = window.resumptionToken !== undefined;
  deps.onEvent({ event: 'window started', job: job.name, ...boundsOf(window), resumed });
  try {
    for await (const page of pagesOf(window, context)) {
      for (const slice of slicePage(page.records)) {
        await saveSlice(slice, page, { state, context });
        if (context.signal.aborted) return { kind: 'stopped' };
        const abort = context.watch.after();
        if (abort !== undefined) return { kind: 'failed', error: abort };
      }
    }
    if (state.pages === 0) await saveSlice({ records: [], last: true }, NO_PAGE, { state, context });
  } catch (error) {
    if (context.signal.aborted && isAbort(error)) return { kind: 'stopped' };
    if (!isExpected(error)) throw error;
    const expired = error instanceof ListError && error.kind === 'token-expired';
    return { kind: expired ? 'expired' : 'failed', error: error.message };
  }
  const missing =
    context.identifier === undefined ? shortfall(state.counts.received, state.expected) : undefined;
  if (missing !== undefined) return { kind: 'failed', error: missing };
  return (await emptyButStored(state, context)) ?? { kind: 'complete' };
}

function pagesOf(window: HarvestWindow, context: WindowContext): AsyncIterable<Page> {
  const { client, identifier, signal } = context;
  const { metadataPrefix } = window;
  if (identifier !== undefined) return oneRecord(client, { identifier, metadataPrefix, signal });
  return listRecords(client, { metadataPrefix, ...boundsOf(window), signal }, window.resumptionToken);
}

async function* oneRecord(
  client: RepositoryClient,
  wanted: Parameters<typeof getRecord>[1],
): AsyncGenerator<Page> {
  const record = await getRecord(client, wanted);
  if (record === undefined)
    throw new JobError(`${client.baseUrl}: there is no record "${wanted.identifier}"`);
  const responseDate = client.statistics.lastResponseDate ?? '';
  yield { records: [record], repairs: [], responseDate };
}

type Page = Pick<RecordsPage, 'records' | 'repairs'> & Partial<RecordsPage>;

/** What an empty list has. */
const NO_PAGE: Page = { records: [], repairs: [] };

interface WalkState {
  readonly window: HarvestWindow;
  readonly repositoryTime: string;
  counts: Readonly<RecordCounts>;
  expected: number | undefined;
  pages: number;
  /** The counts before the running page. */
  before: Readonly<RecordCounts>;
}

async function saveSlice(
  { records, last }: Slice,
  page: Page,
  { state, context }: { state: WalkState; context: WindowContext },
): Promise<void> {
  const { deps, job } = context;
  const lease = leaseTimes(deps);
  const identifiers = records.map((record) => record.header.identifier);
  const originSets = context.normalise.sets !== undefined;
  const known = await deps.storage.findKnownVersions(job.name, identifiers, { originSets });
  const harvestedAt = parseLenientDatestamp(page.responseDate ?? '') ?? lease.now;
  const outcomes = ingestPage({ records, repairs: page.repairs }, known, { context: context.normalise, harvestedAt }); // prettier-ignore
  const silent = await context.watch.before(outcomes);
  if (silent !== undefined) throw new JobError(silent);
  state.expected = page.completeListSize ?? state.expected;
  const counts = await deps.storage.savePage({
    job: job.name,
    holder: deps.holder,
    leaseExpiresAt: lease.expiresAt,
    now: formatDatestamp(deps.now()),
    windowId: state.window.id,
    ...(last && { progress: progressAfter(page, state) }),
    records: outcomes,
  });
  state.counts = addCounts(state.counts, counts);
  if (last) endPage(state, context);
  // Mapping keeps this thread busy: requests that we serve, and a signal to stop, are heard here.
  else await letOthersWork();
}

function progressAfter(page: Page, { repositoryTime, expected }: WalkState): WindowProgress {
  return {
    repositoryTime,
    ...(page.resumptionToken === undefined ? {} : { resumptionToken: page.resumptionToken.text }),
    ...(expected === undefined ? {} : { expected }),
  };
}

function endPage(state: WalkState, { deps, job }: WindowContext): void {
  state.pages += 1;
  deps.onEvent({
    event: 'page saved',
    job: job.name,
    ...setOf(state.window),
    page: state.pages,
    counts: subtractCounts(state.counts, state.before),
    total: state.counts.received,
    ...(state.expected === undefined ? {} : { expected: state.expected }),
  });
  state.before = state.counts;
}

/** A whole repository that suddenly lists nothing is broken, renamed or mistyped; it is not empty (F84). */
async function emptyButStored(state: WalkState, context: WindowContext): Promise<WalkEnd | undefined> {
  const { window } = state;
  if (state.counts.received > 0 || window.from !== undefined || window.kind === 'selective') return undefined;
  const stored =
    (await context.deps.storage.countByJob()).find((row) => row.job === context.job.name)?.active ?? 0;
  if (stored === 0) return undefined;
  return {
    kind: 'failed',
    error: `the repository lists no records at all, though ${stored} of it are stored`,
  };
}

async function finish(
  window: HarvestWindow,
  end: Exclude<WalkEnd, { kind: 'expired' }>,
  context: WindowContext,
): Promise<HarvestWindow> {
  const { deps, job } = context;
  const state = end.kind === 'complete' ? 'complete' : end.kind === 'stopped' ? 'pending' : 'failed';
  const error = end.kind === 'failed' ? { error: end.error } : {};
  const finished = await deps.storage.finishWindow(window.id, { state, ...error });
  deps.onEvent({
    event: 'window finished',
    job: job.name,
    ...setOf(window),
    complete: state === 'complete',
    ...error,
  });
  return finished;
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError');
}

function setOf(window: HarvestWindow): { set?: string } {
  return window.set === undefined ? {} : { set: window.set };
}

function boundsOf(window: HarvestWindow): { set?: string; from?: string; until?: string } {
  const { from, until } = window;
  return {
    ...setOf(window),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  };
}
