/** Who works on a job: no job runs twice at once, in whatever process. */
import { LeaseLostError, type Lease } from '../storage.ts';
import { mayBeAlive } from './process-alive.ts';
import type { Store } from './store.ts';

interface LeaseRow {
  readonly job: string;
  readonly holder: string;
  readonly taken_at: string;
  readonly expires_at: string;
}

/** See `Storage.takeLease`. A lease also ends when its holder, a process of this machine, has died. */
export function takeLease(
  store: Store,
  lease: Lease,
): { readonly taken: true } | { readonly taken: false; readonly by: Lease } {
  return store.connection.write(() => {
    const row = findLeaseRow(store, lease.job);
    if (row && row.holder !== lease.holder && row.expires_at > lease.now && holderMayBeAlive(row.holder))
      return { taken: false, by: toLease(row) };
    saveLease(store, lease);
    return { taken: true };
  });
}

/** See `Storage.releaseLease`. */
export function releaseLease(store: Store, job: string, holder: string): void {
  store.connection.run('DELETE FROM leases WHERE job = ? AND holder = ?', job, holder);
}

/** Prolongs a holder's lease. @throws {LeaseLostError} when another holder has the job, even an expired one */
export function renewLease(store: Store, lease: Lease): void {
  const row = findLeaseRow(store, lease.job);
  if (row && row.holder !== lease.holder) throw new LeaseLostError(lease.job);
  saveLease(store, lease);
}

function findLeaseRow(store: Store, job: string): LeaseRow | undefined {
  return store.connection.get<LeaseRow>('SELECT * FROM leases WHERE job = ?', job);
}

function saveLease(store: Store, { job, holder, now, expiresAt }: Lease): void {
  store.connection.run(
    `INSERT INTO leases (job, holder, taken_at, expires_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (job) DO UPDATE SET holder = excluded.holder, taken_at = excluded.taken_at,
       expires_at = excluded.expires_at`,
    job,
    holder,
    now,
    expiresAt,
  );
}

/** A holder is `host:pid:random`; of any other form nothing is known. */
function holderMayBeAlive(holder: string): boolean {
  const [, host, pid] = /^([^:]+):(\d{1,10}):/.exec(holder) ?? [];
  return host === undefined || pid === undefined || mayBeAlive(host, Number(pid));
}

function toLease(row: LeaseRow): Lease {
  return { job: row.job, holder: row.holder, now: row.taken_at, expiresAt: row.expires_at };
}
