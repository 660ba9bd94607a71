import { describe, expect, it } from 'vitest';
import { jobSchema, type Job } from '../../src/model/job.ts';
import { createScheduler, type SchedulerDeps } from '../../src/schedule/scheduler.ts';
import type { DueTime } from '../../src/storage/storage.ts';

function job(name: string, schedule: string | undefined, enabled = true): Job {
  return {
    name,
    ...jobSchema.parse({ baseUrl: 'http://127.0.0.1/oai', enabled, ...(schedule && { schedule }) }),
  };
}

/** A scheduler on a clock that the test moves; due times lie in a map that outlives it, as in a store. */
function around(start: string, stored = new Map<string, DueTime>()) {
  const world = { now: new Date(start), beat: () => {}, ran: [] as string[], finish: () => {} };
  const deps: SchedulerDeps = {
    storage: {
      listDueTimes: async () => [...stored.values()],
      saveDueTime: async (due) => void stored.set(due.job, due),
    },
    now: () => world.now,
    nextDue: () => new Date(world.now.getTime() + 3_600_000),
    everyMinute: (callback) => {
      world.beat = callback;
      return { stop: () => (world.beat = () => {}) };
    },
    run: (ran) => {
      world.ran.push(ran.name);
      return new Promise((resolve) => (world.finish = resolve));
    },
    onError: (error) => {
      throw error as Error;
    },
  };
  const at = async (time: string): Promise<void> => {
    world.now = new Date(time);
    world.beat();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { world, deps, at, stored };
}

describe('scheduler', () => {
  it('runs a job when it is due, and plans the next time before it runs', async () => {
    const { world, deps, at, stored } = around('2024-01-01T00:00:00Z');
    await createScheduler([job('a', '0 1 * * *')], deps).start();
    expect(world.ran).toEqual([]);
    await at('2024-01-01T00:59:00Z');
    expect(world.ran).toEqual([]);
    await at('2024-01-01T01:00:00Z');
    expect(world.ran).toEqual(['a']);
    expect(stored.get('a')?.dueAt).toBe('2024-01-01T02:00:00Z');
  });

  it('catches up on a run that was missed while nothing was up', async () => {
    const first = around('2024-01-01T00:00:00Z');
    await createScheduler([job('a', '0 1 * * *')], first.deps).start();
    const later = around('2024-01-03T12:00:00Z', first.stored);
    await createScheduler([job('a', '0 1 * * *')], later.deps).start();
    expect(later.world.ran).toEqual(['a']);
  });

  it('never runs a job beside itself', async () => {
    const { world, deps, at } = around('2024-01-01T00:00:00Z');
    await createScheduler([job('a', '0 1 * * *')], deps).start();
    await at('2024-01-01T01:00:00Z');
    await at('2024-01-01T03:00:00Z');
    expect(world.ran).toEqual(['a']);
    world.finish();
    await new Promise((resolve) => setImmediate(resolve));
    await at('2024-01-01T03:01:00Z');
    expect(world.ran).toEqual(['a', 'a']);
  });

  it('computes the time anew when the schedule has changed', async () => {
    const { deps, stored } = around('2024-01-01T00:00:00Z');
    stored.set('a', { job: 'a', schedule: '0 1 * * * UTC', dueAt: '2023-12-31T01:00:00Z' });
    await createScheduler([job('a', '0 5 * * *')], deps).start();
    expect(stored.get('a')).toEqual({ job: 'a', schedule: '0 5 * * * UTC', dueAt: '2024-01-01T01:00:00Z' });
  });

  it('leaves alone what is off, has no schedule, or is due after it was stopped', async () => {
    const { world, deps, at } = around('2024-01-01T00:00:00Z');
    const scheduler = createScheduler(
      [job('off', '0 1 * * *', false), job('by-hand', undefined), job('a', '0 1 * * *')],
      deps,
    );
    await scheduler.start();
    scheduler.stop();
    await at('2024-01-01T05:00:00Z');
    expect(world.ran).toEqual([]);
  });
});
