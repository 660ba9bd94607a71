/**
 * Processes and what they cost, as Linux counts it: CPU is user + system of the process and of the children it waited
 * for; peak memory is the largest resident set it ever had.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Usage {
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
  readonly peakMb: number;
}

export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Exit codes that are no failure; default: 0. */
  readonly accept?: readonly number[];
}

/**
 * Runs a command to its end and tells what it cost. Nothing else that this process started may end meanwhile: the
 * CPU time is the growth of what our ended children used. Throws with the end of its stderr when it fails.
 */
export async function measureCommand(command: Command): Promise<Usage & { readonly stdout: string }> {
  const before = endedChildrenCpu();
  const start = performance.now();
  const child = spawn(command.command, command.args, {
    cwd: command.cwd,
    env: { ...process.env, ...command.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let peakMb = 0;
  const watch = setInterval(() => (peakMb = Math.max(peakMb, peakMbOf(child.pid))), MEMORY_INTERVAL);
  const { code, stdout, stderr } = await outputOf(child);
  clearInterval(watch);
  if (code === null || !(command.accept ?? [0]).includes(code)) {
    const line = [command.command, ...command.args].join(' ').slice(0, 300);
    throw new Error(`${line}\nended with ${code}:\n${stderr.slice(-2000)}${stdout.slice(-2000)}`);
  }
  const wallSeconds = (performance.now() - start) / 1000;
  return { wallSeconds, cpuSeconds: endedChildrenCpu() - before, peakMb, stdout };
}

export interface Server {
  readonly pid: number;
  /** Asks it to end, and waits for that. */
  stop(): Promise<void>;
}

/** Starts a server and waits until `isReady` says so. Throws when it ends, or is not ready within two minutes. */
export async function startServer(command: Command, isReady: () => Promise<boolean>): Promise<Server> {
  const child = spawn(command.command, command.args, {
    cwd: command.cwd,
    env: { ...process.env, ...command.env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = outputOf(child);
  const deadline = performance.now() + START_TIMEOUT;
  while (!(await isReady())) {
    if (child.exitCode !== null) throw new Error(`${command.args.join(' ')} ended: ${(await ended).stderr}`);
    if (performance.now() > deadline) throw new Error(`${command.args.join(' ')} is not ready`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    pid: child.pid!,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** CPU seconds of a living process so far. */
export function cpuSecondsOf(pid: number): number {
  const [user, system] = statOf(pid).slice(USER_TIME, USER_TIME + 2);
  return (Number(user) + Number(system)) / TICKS;
}

/** The largest resident set of a living process so far; 0 when it is gone. */
export function peakMbOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

const MEMORY_INTERVAL = 25;
const START_TIMEOUT = 120_000;
/** Clock ticks a second, on every Linux. */
const TICKS = 100;
/** Where `utime` stands behind the name in `/proc/PID/stat`; `stime`, `cutime` and `cstime` follow. */
const USER_TIME = 11;

function endedChildrenCpu(): number {
  const [user, system] = statOf('self').slice(USER_TIME + 2, USER_TIME + 4);
  return (Number(user) + Number(system)) / TICKS;
}

function statOf(pid: number | 'self'): string[] {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

async function outputOf(
  child: ChildProcess,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const output = { stdout: '', stderr: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr
    ?.setEncoding('utf8')
    .on('data', (text: string) => (output.stderr = (output.stderr + text).slice(-20_000)));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...output }));
  });
}
