/** A store that a harvest may write to without writing: what a run would do, told by its summary. */
import { addCounts, NO_RECORDS, type HarvestWindow, type RecordCounts, type Run } from '../model/harvest.ts';
import type { KnownVersion, RecordOutcome } from '../model/stored-record.ts';
import type { HarvestStorage } from './deps.ts';

/** Reads from the store as it is; keeps the run, its windows and its counts to itself. */
export function dryRunStorage(storage: HarvestStorage): HarvestStorage {
  let window: HarvestWindow | undefined;
  const change = (changes: Partial<HarvestWindow>): HarvestWindow => (window = { ...window!, ...changes });

  return {
    takeLease: async () => ({ taken: true }),
    releaseLease: async () => undefined,
    startRun: async (run) => ({
      ...run,
      id: 0,
      counts: NO_RECORDS,
      requests: 0,
      bytes: 0,
      retries: 0,
      errors: [],
    }),
    finishRun: async (runId, end): Promise<Run> => ({ id: runId, job: '', kind: 'selective', startedAt: '', counts: NO_RECORDS, ...end }), // prettier-ignore
    listRuns: async () => [],
    addWindow: async (added) => (window = { ...added, id: 0, state: 'pending', attempts: 1, pages: 0, counts: NO_RECORDS }), // prettier-ignore
    reopenWindow: async (id, runId, { restart }) => {
      const open = window ?? (await storage.listOpenWindows()).find((candidate) => candidate.id === id)!;
      window = { ...open, runId, counts: NO_RECORDS, pages: 0 };
      if (restart) delete (window as { resumptionToken?: string }).resumptionToken;
      return window;
    },
    finishWindow: async (_, { state, error }) =>
      change({ state, ...(error === undefined ? {} : { lastError: error }) }),
    listOpenWindows: (job) => storage.listOpenWindows(job),
    findLastComplete: (job, set) => storage.findLastComplete(job, set),
    findKnownVersions: (job, identifiers, wanted) => storage.findKnownVersions(job, identifiers, wanted),
    savePage: async ({ job, records }) => {
      const known = await storage.findKnownVersions(job, records.map((record) => record.identifier)); // prettier-ignore
      const counts = records.reduce((sum, record) => addCounts(sum, countOf(record, known)), {
        ...NO_RECORDS,
      });
      change({ counts: addCounts(window!.counts, counts) });
      return counts;
    },
    declareSet: async () => undefined,
    countByJob: () => storage.countByJob(),
    listDetails: (query) => storage.listDetails(query),
  };
}

function countOf(record: RecordOutcome, known: ReadonlyMap<string, KnownVersion>): RecordCounts {
  const before = known.get(record.identifier);
  const isNew = before === undefined || before.deleted || before.held;
  const kind =
    record.kind === 'mapped' ? (isNew ? 'new' : 'changed')
    : record.kind === 'deleted' && before?.deleted === true ? 'unchanged'
    : record.kind; // prettier-ignore
  return { ...NO_RECORDS, received: 1, [kind]: 1 };
}
