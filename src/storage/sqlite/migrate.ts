/** The version of the schema: reading it, and bringing it up to date. */
import { StorageError } from '../storage.ts';
import type { Connection } from './connection.ts';
import { MIGRATIONS } from './migrations/index.ts';

/** The newest schema that this version of the program knows. */
export const SCHEMA_VERSION = Math.max(...MIGRATIONS.map(({ version }) => version));

const MIGRATIONS_TABLE = `
CREATE TABLE IF NOT EXISTS migrations (
  version INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  applied_at TEXT NOT NULL
) STRICT`;

/**
 * Applies the migrations that are missing, each in a transaction of its own.
 * @throws {StorageError} `newer-schema` when the store was written by a newer version
 */
export function migrateSchema(connection: Connection): { readonly from: number; readonly to: number } {
  const from = readSchemaVersion(connection);
  refuseNewerSchema(connection.file, from);
  for (const migration of MIGRATIONS) {
    if (migration.version <= from) continue;
    connection.write(() => {
      // Another process may have migrated while this one waited for the lock.
      if (readSchemaVersion(connection) >= migration.version) return;
      connection.execute(`${MIGRATIONS_TABLE}; ${migration.sql}`);
      connection.run(
        `INSERT INTO migrations (version, name, applied_at) VALUES (?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))`,
        migration.version,
        migration.name,
      );
    });
  }
  return { from, to: SCHEMA_VERSION };
}

/** Refuses a store whose schema this version cannot work with. */
export function requireCurrentSchema(connection: Connection): void {
  const version = readSchemaVersion(connection);
  refuseNewerSchema(connection.file, version);
  if (version < SCHEMA_VERSION) throw notMigrated(connection.file, version);
}

export function notMigrated(file: string, version: number): StorageError {
  return new StorageError(
    'not-migrated',
    `${file}: the store has schema ${version}, this version needs ${SCHEMA_VERSION}; run "garner db migrate"`,
  );
}

/** The version of the last migration applied; 0 for an empty file. */
export function readSchemaVersion(connection: Connection): number {
  const table = connection.get(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migrations'`);
  if (!table) return 0;
  const version = connection.get<{ version: number | string | null }>('SELECT max(version) AS version FROM migrations')?.version ?? 0; // prettier-ignore
  if (typeof version === 'number' && version <= LARGEST_VERSION) return version;
  const message = `${connection.file}: the file is damaged: the version of its schema is "${String(version).slice(0, 40)}"; restore a backup`;
  throw new StorageError('damaged', message);
}

/** Beyond any number of migrations: what is larger was never written by this program. */
const LARGEST_VERSION = 100_000;

function refuseNewerSchema(file: string, version: number): void {
  if (version <= SCHEMA_VERSION) return;
  throw new StorageError(
    'newer-schema',
    `${file}: the store has schema ${version}, this version knows ${SCHEMA_VERSION}; ` +
      'use the newer version of Garner that wrote it, or restore a backup made before the upgrade',
  );
}
