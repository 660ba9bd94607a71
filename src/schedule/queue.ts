/** The queue port of D11: which jobs run now. `harvest/` does not know which engine carries it. */
import PQueue from 'p-queue';

export interface JobQueue {
  /**
   * Runs a task when its turn comes: one at a time per host, and no more than the queue's limit in all. Gives
   * what the task gives; a task that is aborted while it waits is rejected with the signal's reason.
   */
  run<T>(task: { readonly host: string; readonly signal: AbortSignal; work(): Promise<T> }): Promise<T>;
  /** Resolves when nothing runs or waits. */
  idle(): Promise<void>;
}

/** The queue of one machine, on p-queue. */
export function createMemoryQueue(options: { readonly concurrency: number }): JobQueue {
  const all = new PQueue({ concurrency: options.concurrency });
  const hosts = new Map<string, PQueue>();

  return {
    async run({ host, signal, work }) {
      let queue = hosts.get(host);
      if (queue === undefined) hosts.set(host, (queue = new PQueue({ concurrency: 1 })));
      const waiting = whileWaiting(signal);
      const begin = (): ReturnType<typeof work> => {
        waiting.over();
        return work();
      };
      // The host's turn comes first, so that a job waiting for its host does not hold a place of the whole.
      return queue.add(() => all.add(begin, { signal: waiting.signal }), { signal: waiting.signal });
    },
    async idle() {
      await Promise.all([...hosts.values()].map((queue) => queue.onIdle()));
      await all.onIdle();
    },
  };
}

/**
 * A signal that follows another until the waiting is over: p-queue gives up running tasks too when it is aborted,
 * but a task that runs ends by itself, after its page, and counts as running until then.
 */
function whileWaiting(signal: AbortSignal): { readonly signal: AbortSignal; over(): void } {
  const controller = new AbortController();
  const abort = (): void => controller.abort(signal.reason);
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, { once: true });
  return { signal: controller.signal, over: () => signal.removeEventListener('abort', abort) };
}

/** The host that a job's politeness is about. */
export function hostOf(baseUrl: string): string {
  return new URL(baseUrl).host;
}
