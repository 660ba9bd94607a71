import { describe, expect, it } from 'vitest';
import { checkSchedule, nextDueTime } from '../../src/schedule/cron.ts';

describe('nextDueTime', () => {
  it('goes by the wall clock of the time zone, not of the machine', () => {
    const hour = (timezone: string): string =>
      new Intl.DateTimeFormat('en-GB', { timeZone: timezone, hour: '2-digit', minute: '2-digit' }).format(
        nextDueTime('15 2 * * *', timezone),
      );
    expect(hour('Europe/Belgrade')).toBe('02:15');
    expect(hour('Asia/Kathmandu')).toBe('02:15');
  });

  it('lies in the future, a minute at most away for every minute', () => {
    const wait = nextDueTime('* * * * *', 'UTC').getTime() - Date.now();
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60_000);
  });
});

describe('checkSchedule', () => {
  it.each([
    ['0 3 * * *', 'UTC', []],
    ['0 3 1 * 1', 'UTC', ['schedule.both-days']],
    ['99 3 * * *', 'UTC', ['schedule.invalid']],
    ['0 3 * * *', 'Nowhere', ['timezone.unknown']],
    [undefined, 'UTC', []],
  ])('finds in %j, %s: %j', (schedule, timezone, codes) => {
    expect(checkSchedule(schedule, timezone).map((issue) => issue.code)).toEqual(codes);
  });
});
