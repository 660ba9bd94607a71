/** How a harvest shows that it goes on: bars on a terminal, a line per page otherwise; always on stderr. */
import { MultiBar, type SingleBar } from 'cli-progress';
import type { HarvestEvent } from '../harvest/deps.ts';
import type { Terminal } from './terminal.ts';

export interface Progress {
  readonly onEvent: (event: HarvestEvent) => void;
  stop(): void;
}

/** Progress for a terminal or a file. */
export function createProgress(terminal: Terminal): Progress {
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

function lines(terminal: Terminal): Progress {
  return {
    onEvent: (event) => {
      if (event.event !== 'page saved') return;
      const of = event.expected === undefined ? '' : ` of ${event.expected}`;
      const held = event.counts.quarantined + event.counts.rejected;
      terminal.note(
        `${event.job}: page ${event.page}, ${event.total}${of} records${held > 0 ? `, ${held} held back` : ''}`,
      );
    },
    stop: () => undefined,
  };
}
