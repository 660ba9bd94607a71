import { describe, expect, it } from 'vitest';
import { createMemoryQueue } from '../../src/schedule/queue.ts';

/** Work that tells how much of it ran at once. */
function meter() {
  const seen = { now: 0, most: 0 };
  const work = async (): Promise<void> => {
    seen.now += 1;
    seen.most = Math.max(seen.most, seen.now);
    await new Promise((resolve) => setTimeout(resolve, 5));
    seen.now -= 1;
  };
  return { seen, work };
}

const { signal } = new AbortController();

describe('memory queue', () => {
  it('runs one job at a time per host', async () => {
    const queue = createMemoryQueue({ concurrency: 10 });
    const { seen, work } = meter();
    await Promise.all([1, 2, 3].map(() => queue.run({ host: 'a.example.org', signal, work })));
    expect(seen.most).toBe(1);
  });

  it('runs jobs of several hosts at once, up to the limit in all', async () => {
    const queue = createMemoryQueue({ concurrency: 2 });
    const { seen, work } = meter();
    await Promise.all(['a', 'b', 'c', 'd'].map((host) => queue.run({ host, signal, work })));
    expect(seen.most).toBe(2);
  });

  it('does not let jobs that wait for their host hold places of others', async () => {
    const queue = createMemoryQueue({ concurrency: 2 });
    const { seen, work } = meter();
    const sameHost = [1, 2, 3].map(() => queue.run({ host: 'a', signal, work }));
    await Promise.all([...sameHost, queue.run({ host: 'b', signal, work })]);
    expect(seen.most).toBe(2);
  });

  it('gives back what the work gives, and passes on its failure without stopping', async () => {
    const queue = createMemoryQueue({ concurrency: 1 });
    const failing = queue.run({ host: 'a', signal, work: () => Promise.reject(new Error('broken')) });
    await expect(failing).rejects.toThrow('broken');
    expect(await queue.run({ host: 'a', signal, work: async () => 7 })).toBe(7);
  });

  it('rejects work that is aborted while it waits', async () => {
    const queue = createMemoryQueue({ concurrency: 1 });
    const controller = new AbortController();
    const { work } = meter();
    const first = queue.run({ host: 'a', signal, work });
    const second = queue.run({ host: 'a', signal: controller.signal, work });
    controller.abort();
    await expect(second).rejects.toThrow();
    await first;
    await queue.idle();
  });
});
