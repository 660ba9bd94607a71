/** One connection to the SQLite file: its settings, its statements (each prepared once) and its transactions. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';

export type SqlValue = string | number | Buffer | null;

/** Large pages: the packs are tens of kilobytes (decision 0001). Takes effect before the first table only. */
const PAGE_SIZE = 16_384;
const CACHE_KIB = 65_536;

export class Connection {
  readonly file: string;
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Database.Statement<SqlValue[]>>();
  readonly #rollbackListeners: (() => void)[] = [];

  /** Opens the file, creating it and its folder; `lockTimeout` (milliseconds) is how long to wait for a lock. */
  constructor(file: string, lockTimeout: number) {
    mkdirSync(dirname(file), { recursive: true });
    this.file = file;
    this.#database = new Database(file, { timeout: lockTimeout });
    try {
      this.#configure();
    } catch (error) {
      this.#database.close();
      throw error;
    }
  }

  /** The first row a statement gives. The row type is the caller's word: it stands beside the SQL text. */
  get<Row>(sql: string, ...values: SqlValue[]): Row | undefined {
    return this.#statement(sql).get(...values) as Row | undefined;
  }

  all<Row>(sql: string, ...values: SqlValue[]): Row[] {
    return this.#statement(sql).all(...values) as Row[];
  }

  /** Runs a statement that changes rows; gives how many, and the id of the row inserted. */
  run(sql: string, ...values: SqlValue[]): { readonly changes: number; readonly id: number } {
    const { changes, lastInsertRowid } = this.#statement(sql).run(...values);
    return { changes, id: Number(lastInsertRowid) };
  }

  /** Runs the statements of a migration. */
  execute(script: string): void {
    this.#database.exec(script);
  }

  pragma(text: string): unknown {
    return this.#database.pragma(text);
  }

  /** All reads of `work` see one state of the store, whatever other processes commit meanwhile. */
  read<Result>(work: () => Result): Result {
    return this.#database.inTransaction ? work() : this.#transaction('BEGIN', work);
  }

  /** `work` happens wholly or not at all. The write lock is held from its first line on. */
  write<Result>(work: () => Result): Result {
    return this.#transaction('BEGIN IMMEDIATE', work);
  }

  /** What is remembered in memory of rows written in a transaction must be forgotten when it is undone. */
  onRollback(forget: () => void): void {
    this.#rollbackListeners.push(forget);
  }

  /** Copies the state of this moment into a new file, a few pages at a time. */
  async copyTo(file: string): Promise<void> {
    // A snapshot held open: other processes may write, and the copy neither sees that nor starts again.
    this.#database.exec('BEGIN');
    try {
      this.#database.prepare('SELECT count(*) FROM sqlite_schema').get();
      await this.#database.backup(file);
    } finally {
      this.#database.exec('ROLLBACK');
    }
  }

  close(): void {
    this.#database.close();
  }

  #configure(): void {
    this.#database.pragma(`page_size = ${PAGE_SIZE}`);
    this.#database.pragma('journal_mode = WAL');
    this.#database.pragma('synchronous = NORMAL');
    this.#database.pragma('foreign_keys = ON');
    this.#database.pragma(`cache_size = -${CACHE_KIB}`);
  }

  #statement(sql: string): Database.Statement<SqlValue[]> {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#database.prepare<SqlValue[]>(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #transaction<Result>(begin: string, work: () => Result): Result {
    this.#statement(begin).run();
    try {
      const result = work();
      this.#statement('COMMIT').run();
      return result;
    } catch (error) {
      // SQLite has already undone the transaction after some faults, such as a full disk.
      if (this.#database.inTransaction) this.#statement('ROLLBACK').run();
      for (const forget of this.#rollbackListeners) forget();
      throw error;
    }
  }
}
