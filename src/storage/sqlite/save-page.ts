/** Saving the records of a harvested page together with the progress of its window. */
import { NO_RECORDS, type RecordCounts } from '../../model/harvest.ts';
import type { HarvestedPage, RemappedRecord, SortedRecord } from '../storage.ts';
import { findHeldRow, holdVersion, releaseHeld } from './held.ts';
import { renewLease } from './leases.ts';
import { findRecordRow, publishRecord, updateRecord, type RecordRow } from './record-rows.ts';
import { idOfSetList } from './record-sets.ts';
import { addRunCounts } from './runs.ts';
import { saveMapped, saveOutcome } from './save-outcome.ts';
import type { Store } from './store.ts';
import { saveProgress } from './windows.ts';
import { writeRecords, type Write } from './write-records.ts';

/** See `Storage.savePage`. */
export function savePage(store: Store, page: HarvestedPage): RecordCounts {
  return writeRecords(store, page.now, (write) => {
    renewLease(store, {
      job: page.job,
      holder: page.holder,
      now: page.now,
      expiresAt: page.leaseExpiresAt,
    });
    const job = store.jobs.idOf(page.job);
    const saved = { ...NO_RECORDS, received: page.records.length };
    for (const record of page.records) saved[saveOutcome(write, job, record)]++;
    const { runId, counts } = saveProgress(store, page, saved);
    addRunCounts(store, runId, counts);
    return counts;
  });
}

/** See `Storage.saveRemapped`. */
export function saveRemapped(
  store: Store,
  records: readonly RemappedRecord[],
): { changed: number; unchanged: number; held: number } {
  const counts = { changed: 0, unchanged: 0, held: 0 };
  const now = records.map((record) => record.now).reduce((left, right) => (left > right ? left : right), '');
  if (records.length === 0) return counts;
  return writeRecords(store, now, (write) => {
    for (const record of records) counts[saveRemappedRecord(write, record)]++;
    return counts;
  });
}

/**
 * The record may have moved on since it was read: a held version goes only when it is the one that was mapped
 * again, it is replaced only by itself, and a record that was deleted stays deleted.
 */
function saveRemappedRecord(
  write: Write,
  { key, outcome }: RemappedRecord,
): 'changed' | 'unchanged' | 'held' {
  const job = write.store.jobs.idOf(key.job);
  const held = findHeldRow(write.store, job, key.identifier);
  const row = findRecordRow(write.store, job, key.identifier);
  if (outcome.kind === 'sorted') return saveSortedRecord(write, row, outcome);
  const isHeldVersion = held?.raw_hash === outcome.rawHash;
  if (outcome.kind !== 'mapped') {
    if (!held || isHeldVersion) holdVersion(write, job, outcome);
    return 'held';
  }
  if (row?.deleted === 1 && !isHeldVersion) return 'unchanged';
  if (held && isHeldVersion) releaseHeld(write, held);
  return saveMapped(write, job, outcome) === 'unchanged' ? 'unchanged' : 'changed';
}

/** The record keeps its values; in other sets it is published anew. */
function saveSortedRecord(
  write: Write,
  row: RecordRow | undefined,
  { before, mappingHash, moved }: SortedRecord,
): 'changed' | 'unchanged' {
  const hashes = write.store.mappingHashes;
  const isThatVersion = row?.raw_hash === before.rawHash && row.mapping === hashes.find(before.mappingHash);
  if (row?.deleted !== 0 || !isThatVersion) return 'unchanged';
  const sorted = { ...row, mapping: hashes.idOf(mappingHash) };
  if (moved === undefined) {
    updateRecord(write, row.stamp, sorted);
    return 'unchanged';
  }
  const set_list = idOfSetList(write.store, moved.sets);
  publishRecord(write, row, { ...sorted, set_list, dissemination_hash: moved.disseminationHash });
  return 'changed';
}
