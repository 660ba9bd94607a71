/** When each job is due next. */
import type { DueTime } from '../storage.ts';
import type { Store } from './store.ts';

export function listDueTimes(store: Store): DueTime[] {
  return store.connection.all<DueTime>('SELECT job, schedule, due_at AS dueAt FROM due_times ORDER BY job');
}

export function saveDueTime(store: Store, { job, schedule, dueAt }: DueTime): void {
  store.connection.run(
    `INSERT INTO due_times (job, schedule, due_at) VALUES (?, ?, ?)
     ON CONFLICT (job) DO UPDATE SET schedule = excluded.schedule, due_at = excluded.due_at`,
    job,
    schedule,
    dueAt,
  );
}
