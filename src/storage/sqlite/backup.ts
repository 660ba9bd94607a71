/** A consistent copy of the store while it is in use. */
import { existsSync, realpathSync, rmSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { StorageError } from '../storage.ts';
import { Connection } from './connection.ts';

/**
 * Copies the state of this moment under a temporary name beside `target`, then renames it: an older backup of
 * that name is replaced only by a whole new one. Writers, also of this process, go on meanwhile.
 */
export async function backupTo(source: Connection, target: string, lockTimeout: number): Promise<void> {
  if (existsSync(target) && realpathSync(target) === realpathSync(source.file))
    throw new StorageError('unreachable', `${target} is the store itself; name another file for the backup`);
  await mkdir(dirname(target), { recursive: true });
  const temporary = `${target}.${process.pid}.part`;
  const reader = new Connection(source.file, lockTimeout);
  try {
    await reader.copyTo(temporary);
    await rename(temporary, target);
  } finally {
    reader.close();
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(temporary + suffix, { force: true });
  }
}
