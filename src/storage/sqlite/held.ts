/** Versions that are not served: quarantined, rejected or skipped, kept with their raw form and the reasons. */
import type { Issue } from '../../model/canonical.ts';
import type { HeldOutcome, HeldState } from '../../model/stored-record.ts';
import type { HeldQuery, HeldRecord } from '../storage.ts';
import { HEADER } from './forms.ts';
import { idOfSetList } from './record-sets.ts';
import { toParts } from './record-values.ts';
import type { Store } from './store.ts';
import type { Write } from './write-records.ts';

/** A row of `held`. */
export interface HeldRow {
  readonly id: number;
  readonly job: number;
  readonly identifier: string;
  readonly state: HeldState;
  readonly origin_datestamp: string;
  readonly origin_set_list: number;
  readonly held_at: string;
  readonly raw_hash: string;
  readonly mapping: number | null;
  readonly issues: string;
  readonly pack: number;
  readonly slot: number;
}

/** See `Storage.listHeld`: job after job, so that a page costs what it shows. */
export function listHeld(store: Store, { job, state, after, limit }: HeldQuery): HeldRecord[] {
  const held: HeldRecord[] = [];
  for (const { id, name } of listJobs(store, job, after?.job)) {
    const rows = store.connection.all<HeldRow>(
      `SELECT * FROM held WHERE job = ? AND identifier > ? AND (? IS NULL OR state = ?) ORDER BY identifier LIMIT ?`,
      id,
      after?.job === name ? after.identifier : '',
      state ?? null,
      state ?? null,
      limit - held.length,
    );
    held.push(...rows.map((row) => toHeldRecord(store, name, row)));
    if (held.length >= limit) break;
  }
  return held;
}

export function findHeldRow(store: Store, job: number, identifier: string): HeldRow | undefined {
  return store.connection.get<HeldRow>(
    'SELECT * FROM held WHERE job = ? AND identifier = ?',
    job,
    identifier,
  );
}

/** Keeps a version that is not served, in place of the held one that there may be. */
export function holdVersion(write: Write, job: number, outcome: HeldOutcome): void {
  const { store } = write;
  const before = findHeldRow(store, job, outcome.identifier);
  const address = write.packs.add(toParts({ raw: outcome.raw }));
  if (before) releaseHeld(write, before);
  store.connection.run(
    `INSERT INTO held (job, identifier, state, origin_datestamp, origin_set_list, held_at, raw_hash, mapping,
       issues, pack, slot) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    job,
    outcome.identifier,
    outcome.kind,
    outcome.datestamp,
    idOfSetList(store, outcome.originSets),
    write.datestamp,
    outcome.rawHash,
    outcome.mappingHash === undefined ? null : store.mappingHashes.idOf(outcome.mappingHash),
    JSON.stringify(outcome.issues),
    address.pack,
    address.slot,
  );
  write.count(job, outcome.kind, HEADER, 1);
}

/** Removes a held version and gives its slot back. */
export function releaseHeld(write: Write, row: HeldRow): void {
  removeHeld(write, row);
  write.packs.release(row);
}

/** Removes a held version whose slot goes on living as another row's. */
export function removeHeld(write: Write, row: HeldRow): void {
  write.store.connection.run('DELETE FROM held WHERE id = ?', row.id);
  write.count(row.job, row.state, HEADER, -1);
}

/** Updates what the origin says of a held record beside its metadata. */
export function updateHeldOrigin(
  write: Write,
  row: HeldRow,
  origin: Pick<HeldRow, 'origin_datestamp' | 'origin_set_list'>,
): void {
  write.store.connection.run(
    'UPDATE held SET origin_datestamp = ?, origin_set_list = ? WHERE id = ?',
    origin.origin_datestamp,
    origin.origin_set_list,
    row.id,
  );
}

export function issuesOf(row: HeldRow): Issue[] {
  return JSON.parse(row.issues) as Issue[];
}

function listJobs(store: Store, job: string | undefined, from = ''): { id: number; name: string }[] {
  return store.connection.all<{ id: number; name: string }>(
    'SELECT id, name FROM jobs WHERE name >= ? AND (? IS NULL OR name = ?) ORDER BY name',
    from,
    job ?? null,
    job ?? null,
  );
}

function toHeldRecord(store: Store, job: string, row: HeldRow): HeldRecord {
  return {
    key: { job, identifier: row.identifier },
    state: row.state,
    originDatestamp: row.origin_datestamp,
    heldAt: row.held_at,
    ...(row.mapping !== null && { mappingHash: store.mappingHashes.textOf(row.mapping) }),
    issues: issuesOf(row),
  };
}
