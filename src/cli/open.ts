/** How a command comes by the configuration, the house and its store, and how it is stopped. */
import { setMaxListeners } from 'node:events';
import {
  loadHouse,
  loadJobHouse,
  openApp,
  type App,
  type Environment,
  type House,
  type Ledger,
} from '../app.ts';
import { loadConfig, type LoadedConfig } from '../config/load-config.ts';
import { createLog, type Log, type LogLevel } from '../ops/log.ts';
import { openStorage } from '../storage/open-storage.ts';
import { formatFileIssue } from '../yaml/read-yaml.ts';
import type { CommonOptions, Terminal } from './terminal.ts';

/** The configuration alone, for commands that need no jobs and mappings. */
export async function readConfig(options: CommonOptions, terminal: Terminal): Promise<LoadedConfig> {
  return loadConfig(sourcesOf(options, terminal));
}

/** Reads and checks all files; doubts are told unless the command is to be quiet. */
export async function readHouse(options: CommonOptions, terminal: Terminal): Promise<House> {
  return readFiles({ ...sourcesOf(options, terminal), jobs: true }, options, terminal);
}

/** As {@link readHouse}, for commands that need mappings only: no job file is looked at. */
export async function readMappings(options: CommonOptions, terminal: Terminal): Promise<House> {
  return readFiles({ ...sourcesOf(options, terminal), jobs: false }, options, terminal);
}

async function readFiles(
  sources: Parameters<typeof loadHouse>[0],
  options: CommonOptions,
  terminal: Terminal,
): Promise<House> {
  return told(await loadHouse(sources), options, terminal);
}

/** Hides the secrets of what was read, and tells its doubts. */
function told<T extends Pick<House, 'secrets' | 'warnings'>>(
  house: T,
  options: CommonOptions,
  terminal: Terminal,
): T {
  terminal.hide(house.secrets);
  if (options.quiet !== true) for (const warning of house.warnings) terminal.note(formatFileIssue(warning));
  return house;
}

/** Opens the store to look into it; mappings, which take a while to read, are left alone. */
export async function withLedger<T>(
  options: CommonOptions,
  terminal: Terminal,
  work: (ledger: Ledger) => Promise<T>,
): Promise<T> {
  const { config, jobs } = told(await loadJobHouse(sourcesOf(options, terminal)), options, terminal);
  const storage = await openStorage(config.store, { clock: () => new Date() });
  try {
    return await work({ config, jobs, storage });
  } finally {
    await storage.close();
  }
}

/** Opens the store for one piece of work, and closes it whatever happens. */
export async function withApp<T>(
  options: CommonOptions,
  terminal: Terminal,
  work: (app: App) => Promise<T>,
): Promise<T> {
  const house = await readHouse(options, terminal);
  // What `info` would tell, the progress and the summary of a single command tell as well.
  const level = house.config.log.level === 'info' ? 'warn' : house.config.log.level;
  const log = logOf(level, options, terminal);
  const app = await openApp(house, { log, environment: terminal.environment });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

/** The log that the options ask for, or of the level configured. */
export function logOf(configured: LogLevel, options: CommonOptions, terminal: Terminal): Log {
  const level = options.quiet === true ? 'error' : options.verbose === true ? 'debug' : configured;
  return createLog({ level, pretty: terminal.isTerminal, redact: terminal.redact });
}

/**
 * Runs work with a signal that Ctrl-C and SIGTERM abort, so that it can end cleanly. A second signal ends the
 * process at once.
 */
export async function untilStopped<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  // Every running job and request listens to it.
  setMaxListeners(0, controller.signal);
  const ignore = (): void => void process.off('SIGINT', stop).off('SIGTERM', stop);
  const stop = (): void => {
    ignore();
    controller.abort(new DOMException('the process is stopping', 'AbortError'));
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    return await work(controller.signal);
  } finally {
    ignore();
  }
}

/** Resolves when the signal is aborted; keeps the process alive until then. */
export async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  const alive = setInterval(() => undefined, 1 << 30);
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  clearInterval(alive);
}

function sourcesOf(
  options: CommonOptions,
  { environment }: Terminal,
): { file?: string; environment: Environment } {
  const file = options.config ?? environment['GARNER_CONFIG'];
  return { ...(file !== undefined && file !== '' && { file }), environment };
}
