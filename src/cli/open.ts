/** How a command comes by the house and its store. */
import { loadHouse, openApp, type App, type House } from '../app.ts';
import { formatFileIssue } from '../yaml/read-yaml.ts';
import { createLog, type Log } from '../ops/log.ts';
import type { Job } from '../model/job.ts';
import { didYouMean } from '../yaml/did-you-mean.ts';
import { UsageError } from './explain-error.ts';
import type { CommonOptions, Terminal } from './terminal.ts';

/** Reads and checks all files; doubts are told unless the command is to be quiet. */
export async function readHouse(options: CommonOptions, terminal: Terminal): Promise<House> {
  const file = options.config ?? process.env['GARNER_CONFIG'];
  const house = await loadHouse({ ...(file === undefined ? {} : { file }), environment: process.env });
  if (options.quiet !== true) for (const warning of house.warnings) terminal.note(formatFileIssue(warning));
  return house;
}

/** The log that the options ask for. */
export function logOf(house: House, options: CommonOptions, terminal: Terminal): Log {
  const level =
    options.quiet === true ? 'error' : options.verbose === true ? 'debug' : house.config.log.level;
  return createLog({ level, pretty: terminal.isTerminal });
}

/** Opens the store for one piece of work, and closes it whatever happens. */
export async function withApp<T>(
  options: CommonOptions,
  terminal: Terminal,
  work: (app: App) => Promise<T>,
): Promise<T> {
  const house = await readHouse(options, terminal);
  const app = await openApp(house, { log: logOf(house, options, terminal), environment: process.env });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

/** The job of a name; a name that is not there is a usage error with a suggestion. */
export function jobNamed(jobs: readonly Job[], name: string): Job {
  const job = jobs.find((candidate) => candidate.name === name);
  if (job !== undefined) return job;
  const names = jobs.map((candidate) => candidate.name);
  throw new UsageError(
    `there is no job "${name}"${didYouMean(name, names)}; there are ${names.join(', ') || 'none'}`,
  );
}

/** Aborted by Ctrl-C and SIGTERM: the running page is finished. A second signal ends the process at once. */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = (): void => controller.abort(new DOMException('the process is stopping', 'AbortError'));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  return controller.signal;
}
