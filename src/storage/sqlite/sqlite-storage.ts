/** The storage port over one SQLite file: every method hands over to the file that owns the thing. */
import { existsSync } from 'node:fs';
import { formatDatestamp } from '../../model/datestamp.ts';
import type { Storage } from '../storage.ts';
import { backupTo } from './backup.ts';
import { checkStore } from './check.ts';
import { Connection } from './connection.ts';
import { findDetail, listDetails } from './details.ts';
import { listDueTimes, saveDueTime } from './due-times.ts';
import { translateFaults } from './faults.ts';
import { listHeld } from './held.ts';
import { findHorizon, removeOldIntents } from './horizon.ts';
import { findKnownVersions } from './known-versions.ts';
import { releaseLease, takeLease } from './leases.ts';
import { findRecord, listRecords } from './list-records.ts';
import {
  migrateSchema,
  notMigrated,
  readSchemaVersion,
  requireCurrentSchema,
  SCHEMA_VERSION,
} from './migrate.ts';
import { countByJob } from './record-counts.ts';
import { finishRun, listRuns, startRun } from './runs.ts';
import { savePage, saveRemapped } from './save-page.ts';
import { findEarliestSecond } from './seconds.ts';
import { countRecords } from './select-records.ts';
import { declareSet, listSets } from './sets.ts';
import { findSetting, saveSettingOnce } from './settings.ts';
import { openStore, type Store } from './store.ts';
import { addWindow, findLastComplete, finishWindow, listOpenWindows, reopenWindow } from './windows.ts';

export interface SqliteOptions {
  readonly migrate?: boolean;
  /**
   * The wall clock. With it, a write that had to wait for a lock gets the second in which it got the lock, not
   * the one in which its caller set out: wherever several processes use a store, it is needed for D4.
   */
  readonly clock?: () => Date;
  /** How long to wait, in milliseconds, while another process writes; default 10,000. */
  readonly lockTimeout?: number;
}

const LOCK_TIMEOUT = 10_000;

export async function openSqliteStorage(file: string, options: SqliteOptions): Promise<Storage> {
  const { migrate = true, clock, lockTimeout = LOCK_TIMEOUT } = options;
  return translateFaults(file, () => {
    if (!migrate && !existsSync(file)) throw notMigrated(file, 0);
    const connection = new Connection(file, lockTimeout);
    try {
      if (migrate) migrateSchema(connection);
      else requireCurrentSchema(connection);
      const store = openStore(connection, clock && (() => formatDatestamp(clock())));
      removeOldIntents(store);
      return storageOver(store, lockTimeout);
    } catch (error) {
      connection.close();
      throw error;
    }
  });
}

export async function migrateSqlite(file: string): Promise<{ readonly from: number; readonly to: number }> {
  return translateFaults(file, () => {
    const connection = new Connection(file, LOCK_TIMEOUT);
    try {
      return migrateSchema(connection);
    } finally {
      connection.close();
    }
  });
}

function storageOver(store: Store, lockTimeout: number): Storage {
  const { connection } = store;
  const run = <Result>(work: () => Result | Promise<Result>): Promise<Result> =>
    translateFaults(connection.file, work);
  return {
    takeLease: (lease) => run(() => takeLease(store, lease)),
    releaseLease: (job, holder) => run(() => releaseLease(store, job, holder)),

    startRun: (started) => run(() => startRun(store, started)),
    finishRun: (runId, end) => run(() => finishRun(store, runId, end)),
    listRuns: (query) => run(() => listRuns(store, query)),
    addWindow: (window) => run(() => addWindow(store, window)),
    reopenWindow: (windowId, runId, { restart }) =>
      run(() => reopenWindow(store, windowId, { runId, restart })),
    finishWindow: (windowId, end) => run(() => finishWindow(store, windowId, end)),
    listOpenWindows: (job) => run(() => listOpenWindows(store, job)),
    findLastComplete: (job, set) => run(() => findLastComplete(store, job, set)),

    findKnownVersions: (job, identifiers, wanted) =>
      run(() => findKnownVersions(store, job, identifiers, wanted)),
    savePage: (page) => run(() => savePage(store, page)),
    saveRemapped: (records) => run(() => saveRemapped(store, records)),
    findHorizon: (now) => run(() => findHorizon(store, now)),
    listRecords: (query) => run(() => listRecords(store, query)),
    countRecords: (query) => run(() => countRecords(store, query)),
    findRecord: (key, metadataPrefix) => run(() => findRecord(store, key, metadataPrefix)),
    findDetail: (key) => run(() => findDetail(store, key)),
    listDetails: (query) => run(() => listDetails(store, query)),
    listHeld: (query) => run(() => listHeld(store, query)),
    countByJob: () => run(() => countByJob(store)),

    declareSet: (set) => run(() => declareSet(store, set)),
    listSets: (page) => run(() => listSets(store, page)),
    findEarliestDatestamp: () => run(() => findEarliestSecond(store)),
    findSetting: (name) => run(() => findSetting(store, name)),
    saveSettingOnce: (name, value) => run(() => saveSettingOnce(store, name, value)),

    listDueTimes: () => run(() => listDueTimes(store)),
    saveDueTime: (due) => run(() => saveDueTime(store, due)),

    ping: () => run(() => ping(connection)),
    check: () => run(() => checkStore(store)),
    backup: (file) => run(() => backupTo(connection, file, lockTimeout)),
    close: () => run(() => connection.close()),
  };
}

function ping(connection: Connection): { readonly schemaVersion: number; readonly current: boolean } {
  const schemaVersion = readSchemaVersion(connection);
  return { schemaVersion, current: schemaVersion === SCHEMA_VERSION };
}
