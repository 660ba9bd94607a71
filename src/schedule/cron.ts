/** When a job is due. node-cron reads expressions and computes times; it is not used to remember them. */
import { createTask, setLogger, validateDetailed } from 'node-cron';

setLogger({ info: silent, warn: silent, error: silent, debug: silent });

export interface ScheduleIssue {
  readonly field: 'schedule' | 'timezone';
  readonly code: string;
  readonly severity: 'error' | 'warn';
  readonly message: string;
}

/** What is wrong with a schedule, or surprising: a bad field, an unknown time zone, both day fields restricted. */
export function checkSchedule(schedule: string | undefined, timezone: string): ScheduleIssue[] {
  const issues: ScheduleIssue[] = [];
  if (!isTimezone(timezone)) {
    const message = `"${timezone}" is not a time zone; write one such as "Europe/Belgrade" or "UTC"`;
    issues.push({ field: 'timezone', code: 'timezone.unknown', severity: 'error', message });
  }
  if (schedule === undefined) return issues;
  const result = validateDetailed(schedule);
  const fields = schedule.trim().split(/\s+/);
  if (!result.valid || fields.length === 6) {
    const why = result.valid
      ? 'it has six fields, and five are expected: runs begin at full minutes'
      : result.errors.map((error) => `${error.field}: ${error.message}`).join('; ');
    const message = `"${schedule}" is not a cron expression: ${why}`;
    issues.push({ field: 'schedule', code: 'schedule.invalid', severity: 'error', message });
  } else if (fields.length === 5 && fields[2] !== '*' && fields[4] !== '*') {
    const message = `day of month and day of week are both given: the job runs only on days that match both`;
    issues.push({ field: 'schedule', code: 'schedule.both-days', severity: 'warn', message });
  }
  return issues;
}

/** The next time after now that matches a valid schedule, by the wall clock of its time zone. */
export function nextDueTime(schedule: string, timezone: string): Date {
  const task = createTask(schedule, silent, { timezone });
  try {
    return task.getNextRuns(1)[0]!;
  } finally {
    void task.destroy();
  }
}

/** Calls back at every full minute until it is stopped. */
export function everyMinute(callback: () => void): { stop(): void } {
  const task = createTask('* * * * *', callback, { suppressMissedWarning: true });
  void task.start();
  return { stop: () => void task.destroy() };
}

function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function silent(): void {
  // node-cron would print to the console.
}
