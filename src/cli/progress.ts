/** How a harvest shows that it goes on: bars on a terminal, a line now and then otherwise; always on stderr. */
import { MultiBar, type SingleBar } from 'cli-progress';
import type { HarvestEvent } from '../harvest/deps.ts';
import type { Terminal } from './terminal.ts';

export interface Progress {
  readonly onEvent: (event: HarvestEvent) => void;
  stop(): void;
}

/** Progress for a terminal or a file. */
export function createProgress(terminal: Terminal, options: { readonly quiet: boolean }): Progress {
  if (options.quiet) return { onEvent: () => undefined, stop: () => undefined };
  return terminal.isTerminal ? bars() : lines(terminal);
}

function bars(): Progress {
  const format = '{job} {bar} {value}/{total} records, page {page}, {duration_formatted}';
  const multi = new MultiBar({ format, hideCursor: true, clearOnComplete: false, stream: process.stderr });
  const byJob = new Map<string, SingleBar>();
  return {
    onEvent: (event) => {
      if (event.event !== 'page saved') return;
      const total = Math.max(event.expected ?? 0, event.total);
      let bar = byJob.get(event.job);
      if (bar === undefined)
        byJob.set(event.job, (bar = multi.create(total, 0, { job: event.job, page: 0 })));
      bar.setTotal(total);
      bar.update(event.total, { page: event.page });
    },
    stop: () => multi.stop(),
  };
}

/** A long harvest has many thousands of pages; a log need not name each. */
const SECONDS_BETWEEN_LINES = 2;

function lines(terminal: Terminal): Progress {
  const lastLine = new Map<string, number>();
  return {
    onEvent: (event) => {
      if (event.event !== 'page saved' || event.total === 0) return;
      const now = performance.now();
      if (now - (lastLine.get(event.job) ?? -Infinity) < SECONDS_BETWEEN_LINES * 1000) return;
      lastLine.set(event.job, now);
      const of = event.expected === undefined ? '' : ` of ${event.expected}`;
      terminal.note(`${event.job}: page ${event.page}, ${event.total}${of} records`);
    },
    stop: () => undefined,
  };
}
