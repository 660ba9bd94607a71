/** SQLite's faults in the words of the storage port. */
import Database from 'better-sqlite3';
import { StorageError } from '../storage.ts';

/** By the beginning of SQLite's result code: what it is for us, and what the operator can do. */
const FAULTS: readonly (readonly [prefix: string, code: StorageError['code'], advice: string])[] = [
  ['SQLITE_BUSY', 'locked', 'another process keeps it locked; stop that process, or try again later'],
  ['SQLITE_LOCKED', 'locked', 'another process keeps it locked; stop that process, or try again later'],
  ['SQLITE_PROTOCOL', 'locked', 'another process keeps it locked; stop that process, or try again later'],
  ['SQLITE_FULL', 'full', 'the disk is full; nothing of this step was saved; make room and run it again'],
  ['SQLITE_CORRUPT', 'damaged', 'the file is damaged; run "garner db check", then restore a backup'],
  ['SQLITE_NOTADB', 'damaged', 'this is not a store of records; name another file, or restore a backup'],
  ['SQLITE_IOERR', 'unreachable', 'the disk gives errors; check the disk and the free space'],
  ['SQLITE_CANTOPEN', 'unreachable', 'the file cannot be opened; check the path and the permissions'],
  ['SQLITE_READONLY', 'unreachable', 'the file cannot be written; check the permissions'],
  ['SQLITE_PERM', 'unreachable', 'the file cannot be written; check the permissions'],
];

/** Codes of the file system, met when the folder or a copy is made. */
const FILE_FAULTS: Readonly<Record<string, StorageError['code']>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EACCES: 'unreachable',
  EPERM: 'unreachable',
  EROFS: 'unreachable',
  ENOTDIR: 'unreachable',
  EEXIST: 'unreachable',
  EISDIR: 'unreachable',
};

/** Gives what `work` gives; a fault of SQLite or the disk becomes a {@link StorageError} that names `file`. */
export async function translateFaults<Result>(
  file: string,
  work: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw translate(file, error);
  }
}

function translate(file: string, error: unknown): unknown {
  if (error instanceof Database.SqliteError) {
    const fault = FAULTS.find(([prefix]) => error.code.startsWith(prefix));
    if (!fault) return error;
    return new StorageError(fault[1], `${file}: ${fault[2]} (${error.code}: ${error.message})`, {
      cause: error,
    });
  }
  if (!(error instanceof Error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? FILE_FAULTS[error.code] : undefined;
  if (code) return new StorageError(code, `${file}: ${error.message}`, { cause: error });
  if (/database connection is not open/.test(error.message))
    return new StorageError('unreachable', `${file}: the store has been closed`, { cause: error });
  if (/directory does not exist/.test(error.message))
    return new StorageError('unreachable', `${file}: the folder does not exist`, { cause: error });
  return error;
}
