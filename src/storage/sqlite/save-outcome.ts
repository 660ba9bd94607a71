/** What each outcome of a harvested record does to the store. */
import type { RecordCounts } from '../../model/harvest.ts';
import type { RecordOutcome } from '../../model/stored-record.ts';
import { asActive, asDeleted, formsOf, HEADER } from './forms.ts';
import { findHeldRow, holdVersion, releaseHeld, removeHeld, updateHeldOrigin } from './held.ts';
import { addressOf, type Address } from './packs.ts';
import { findRecordRow, publishRecord, updateOrigin, updateRecord, type RecordRow } from './record-rows.ts';
import { idOfSetList } from './record-sets.ts';
import { toParts } from './record-values.ts';
import type { Write } from './write-records.ts';

export type CountName = Exclude<keyof RecordCounts, 'received'>;
export type MappedOutcome = Extract<RecordOutcome, { kind: 'mapped' }>;
type DeletedOutcome = Extract<RecordOutcome, { kind: 'deleted' }>;

/** Saves one record of a harvested page; tells what it counts as. */
export function saveOutcome(write: Write, job: number, outcome: RecordOutcome): CountName {
  switch (outcome.kind) {
    case 'mapped':
      return saveHarvested(write, job, outcome);
    case 'unchanged':
      return saveUnchanged(write, job, outcome);
    case 'deleted':
      return saveDeleted(write, job, outcome);
    case 'quarantined':
    case 'rejected':
    case 'skipped':
      holdVersion(write, job, outcome);
      return outcome.kind;
  }
}

/** Saves a version that can be served. It is a change when what we disseminate of it differs. */
export function saveMapped(
  write: Write,
  job: number,
  outcome: MappedOutcome,
): 'new' | 'changed' | 'unchanged' {
  const row = findRecordRow(write.store, job, outcome.identifier);
  const mapping = write.store.mappingHashes.idOf(outcome.mappingHash);
  const active = row?.deleted === 0 ? row : undefined;
  const same = active?.dissemination_hash === outcome.disseminationHash;
  if (active && same && active.raw_hash === outcome.rawHash && active.mapping === mapping) {
    updateOrigin(write, active, originOf(write, outcome));
    return 'unchanged';
  }
  const version = {
    harvested_at: write.datestamp,
    raw_hash: outcome.rawHash,
    mapping,
    ...replaceValues(write, row, outcome),
  };
  if (active && same) {
    updateRecord(write, active.stamp, version);
    updateOrigin(write, active, originOf(write, outcome));
    return 'unchanged';
  }
  publishRecord(write, row, {
    ...version,
    ...originOf(write, outcome),
    job,
    identifier: outcome.identifier,
    deleted: 0,
    set_list: idOfSetList(write.store, outcome.sets),
    forms: formsOf(write.store, outcome.rendered),
    dissemination_hash: outcome.disseminationHash,
  });
  return active ? 'changed' : 'new';
}

function saveHarvested(write: Write, job: number, outcome: MappedOutcome): CountName {
  const held = findHeldRow(write.store, job, outcome.identifier);
  if (held) releaseHeld(write, held);
  return saveMapped(write, job, outcome);
}

function saveUnchanged(write: Write, job: number, outcome: RecordOutcome): CountName {
  const held = findHeldRow(write.store, job, outcome.identifier);
  if (held) {
    updateHeldOrigin(write, held, originOf(write, outcome));
    return 'unchanged';
  }
  const row = findRecordRow(write.store, job, outcome.identifier);
  if (row?.deleted === 0) {
    updateOrigin(write, row, originOf(write, outcome));
    return 'unchanged';
  }
  // A page may hold a record twice, first deleted, then as it was: then it comes back from what was kept.
  if (row && row.dissemination_hash !== null) {
    publishRecord(write, row, { ...row, deleted: 0, forms: asActive(row.forms) });
    return 'new';
  }
  throw new Error(
    `${write.store.jobs.textOf(job)}: ${outcome.identifier} is reported as unchanged, but no version of it is ` +
      'stored; harvest the job with --full',
  );
}

/** A tombstone keeps the record's sets and its last values, and stays for ever. */
function saveDeleted(write: Write, job: number, outcome: DeletedOutcome): CountName {
  const row = findRecordRow(write.store, job, outcome.identifier);
  const held = findHeldRow(write.store, job, outcome.identifier);
  if (held && row) releaseHeld(write, held);
  if (row?.deleted === 1) return 'unchanged';
  if (held && !row) removeHeld(write, held);
  const last = row ?? unservedRecord(write, job, outcome);
  publishRecord(write, row, {
    ...last,
    // Never served, but once received: the tombstone keeps what was.
    ...(held && !row && { raw_hash: held.raw_hash, pack: held.pack, slot: held.slot }),
    ...originOf(write, outcome),
    deleted: 1,
    forms: asDeleted(last.forms),
  });
  return 'deleted';
}

function unservedRecord(write: Write, job: number, { identifier, sets }: DeletedOutcome) {
  return {
    job,
    identifier,
    set_list: idOfSetList(write.store, sets),
    forms: HEADER,
    harvested_at: write.datestamp,
    raw_hash: null,
    mapping: null,
    dissemination_hash: null,
    pack: null,
    slot: null,
  };
}

function replaceValues(write: Write, row: RecordRow | undefined, outcome: MappedOutcome): Address {
  const before = row && addressOf(row);
  if (before) write.packs.release(before);
  return write.packs.add(toParts(outcome));
}

function originOf(
  write: Write,
  outcome: RecordOutcome,
): Pick<RecordRow, 'origin_datestamp' | 'origin_set_list'> {
  return {
    origin_datestamp: outcome.datestamp,
    origin_set_list: idOfSetList(write.store, outcome.originSets),
  };
}
