import { hostname } from 'node:os';

/** The name of this machine, as it stands in leases and intents. */
export const HOST = hostname();

/** Whether a process of this machine still lives; unknown (so: yes) for a process of another machine. */
export function mayBeAlive(host: string, pid: number): boolean {
  if (host !== HOST) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
