/** A folder of its own with `garner.yaml`, jobs and a store, where commands are run: in this process, or in one of their own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runCommandLine } from '../../src/cli/command-line.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import type { Storage } from '../../src/storage/storage.ts';

interface Result {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Workshop {
  readonly folder: string;
  /** What the commands find in their environment. */
  readonly environment: Record<string, string>;
  /** Writes a file of the folder. */
  write(path: string, text: string | Uint8Array): void;
  /** Writes `jobs/NAME.yaml`; waits between requests are left out unless `more` says otherwise. */
  job(name: string, baseUrl: string, more?: string): void;
  has(path: string): boolean;
  /** Runs a command in this process. */
  run(...argv: string[]): Promise<Result>;
  /** Runs a command with `--json` and reads what it prints, which must be one document. */
  json<T>(...argv: string[]): Promise<{ readonly code: number | null; readonly value: T }>;
  /** Starts a command in a process of its own. */
  start(...argv: string[]): Running;
  /** Opens the store, as another process would. */
  withStore<T>(work: (storage: Storage) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface Running {
  readonly process: ChildProcess;
  /** Resolves when stdout or stderr has the text. */
  says(pattern: RegExp): Promise<void>;
  /** Sends a signal, if any, and waits for the end. */
  end(signal?: NodeJS.Signals): Promise<Result>;
}

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
// The sources, not `dist/`: what is tested is what stands here, without a build before each change.
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const COMMAND = [process.execPath, '--import', TSX, MAIN];

/** The command as a shell writes it. */
export const SHELL_COMMAND = COMMAND.map((word) => `'${word}'`).join(' ');

/** Opens a workshop; the process stands in its folder until it is closed. */
export function openWorkshop(): Workshop {
  const home = process.cwd();
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'garner-cli-')));
  const running: ChildProcess[] = [];
  // Of the package's mappings those that these tests are about: reading all of them each time takes minutes.
  const environment: Record<string, string> = { GARNER_MAPPINGS: fewMappings() };
  const store = join(folder, 'data/garner.db');
  process.chdir(folder);
  const workshop: Workshop = {
    folder,
    environment,
    write: (path, text) => {
      // Mappings of its own are read in place of the usual ones.
      if (path.startsWith('mappings/')) delete environment['GARNER_MAPPINGS'];
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    job: (name, baseUrl, more = 'politeness: { retries: 0 }') =>
      workshop.write(`jobs/${name}.yaml`, `baseUrl: ${baseUrl}\n${more}\n`),
    has: (path) => existsSync(join(folder, path)),
    run: (...argv) => runHere(argv, environment),
    json: async (...argv) => {
      const { code, out, err } = await runHere([...argv, '--json'], environment);
      try {
        return { code, value: JSON.parse(out) as never };
      } catch {
        throw new Error(`garner ${argv.join(' ')} --json printed no JSON document: ${out}${err}`);
      }
    },
    start: (...argv) => startProcess([...COMMAND, ...argv], { folder, environment, running }),
    withStore: async (work) => {
      const storage = await openStorage(`sqlite:${store}`);
      try {
        return await work(storage);
      } finally {
        await storage.close();
      }
    },
    close: async () => {
      await Promise.all(running.map(killed));
      process.chdir(home);
      rmSync(folder, { recursive: true, force: true });
    },
  };
  workshop.write('garner.yaml', 'log: { level: silent }\nhttp: { port: 0 }\n');
  return workshop;
}

/** Puts the mappings of the package into the workshop's own folder, some of them changed. */
export function copyMappings(
  { write }: Workshop,
  changed: Readonly<Record<string, (text: string) => string>>,
): void {
  for (const file of ['common.yaml', 'oai_dc.yaml', 'out/mods.yaml', 'out/oai_dc.yaml']) {
    const text = readFileSync(join(PACKAGE, 'mappings', file), 'utf8');
    write(`mappings/${file}`, changed[file]?.(text) ?? text);
  }
}

const PACKAGE = fileURLToPath(new URL('../../', import.meta.url));

/** A folder with a few of the package's mappings, made once and removed when the process ends. */
function fewMappings(): string {
  if (few === undefined) {
    const folder = mkdtempSync(join(tmpdir(), 'garner-mappings-'));
    const files = ['common.yaml', 'oai_dc.yaml', 'ceeol.yaml', 'out/mods.yaml', 'out/oai_dc.yaml'];
    for (const file of [...files.map((name) => `mappings/${name}`), 'fixtures/ceeol/record.txt']) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      copyFileSync(join(PACKAGE, file), join(folder, file));
    }
    process.once('exit', () => rmSync(folder, { recursive: true }));
    few = join(folder, 'mappings');
  }
  return few;
}

let few: string | undefined;

/** Starts any program in the workshop's folder. */
export function startProcess(
  [program, ...args]: readonly string[],
  around: { folder: string; environment: Record<string, string>; running: ChildProcess[] },
): Running {
  const child = spawn(program!, args, {
    cwd: around.folder,
    env: { PATH: process.env['PATH'], TZ: 'Pacific/Auckland', ...around.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  around.running.push(child);
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const closed = once(child, 'close');
  return {
    process: child,
    says: async (pattern) => {
      while (!pattern.test(out + err)) {
        if (child.exitCode !== null) throw new Error(`it ended without saying ${pattern}: ${out}${err}`);
        await pause(20);
      }
    },
    end: async (signal) => {
      if (signal !== undefined) child.kill(signal);
      await closed;
      return { code: child.exitCode, out, err };
    },
  };
}

async function runHere(argv: readonly string[], environment: Record<string, string>): Promise<Result> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommandLine(argv, {
    out: (text) => void out.push(`${text}\n`),
    note: (text) => void err.push(`${text}\n`),
    isTerminal: false,
    environment,
  });
  return { code, out: out.join(''), err: err.join('') };
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'close');
}
