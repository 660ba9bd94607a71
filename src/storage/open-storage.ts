/** Opens the place where records are kept. */
import { openSqliteStorage, migrateSqlite, type SqliteOptions } from './sqlite/sqlite-storage.ts';
import { StorageError, type Storage } from './storage.ts';

export interface OpenStorageOptions extends SqliteOptions {
  /** Whether an older schema is brought up to date on opening; default true. */
  readonly migrate?: boolean;
}

/**
 * Opens (and by default creates and migrates) the store at `url`, for example `sqlite:data/garner.db`.
 * @throws {StorageError} `unreachable` for a URL or path that cannot be used, `newer-schema`, `not-migrated`,
 * `locked`, `full`, `damaged`
 */
export async function openStorage(url: string, options: OpenStorageOptions = {}): Promise<Storage> {
  return openSqliteStorage(fileOf(url), options);
}

/** Brings the schema of the store at `url` up to date; tells the versions before (0: an empty store) and after. */
export async function migrate(url: string): Promise<{ readonly from: number; readonly to: number }> {
  return migrateSqlite(fileOf(url));
}

function fileOf(url: string): string {
  const file = /^sqlite:(?!\/\/)(.+)$/s.exec(url)?.[1];
  if (file !== undefined && file !== ':memory:') return file;
  throw new StorageError(
    'unreachable',
    `${withoutPassword(url)}: this version keeps records in sqlite:FILE, for example sqlite:data/garner.db`,
  );
}

function withoutPassword(url: string): string {
  return url.replace(/\/\/[^@/]*@/, '//');
}
