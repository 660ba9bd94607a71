import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate, openStorage } from '../../src/storage/open-storage.ts';
import { StorageError } from '../../src/storage/storage.ts';
import { mapped, second, startHarvest, walk } from './support/outcomes.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'garner-open-'));
  file = join(folder, 'garner.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('opening a store', () => {
  it('creates the file and its folder', async () => {
    const deep = join(folder, 'a', 'b', 'garner.db');
    await (await openStorage(`sqlite:${deep}`)).close();
    expect(existsSync(deep)).toBe(true);
  });

  it.each(['postgres://me:secret@host/db', 'sqlite:', 'sqlite::memory:', 'sqlite://x', 'data/garner.db'])(
    'refuses %s and says what it can open, without a password',
    async (url) => {
      const error = await openStorage(url).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(StorageError);
      expect(error).toMatchObject({
        code: 'unreachable',
        message: expect.stringContaining('sqlite:FILE') as string,
      });
      expect(String(error)).not.toContain('secret');
    },
  );

  it('refuses a store of a newer schema and names both versions', async () => {
    const { to } = await migrate(`sqlite:${file}`);
    const database = new Database(file);
    database.prepare('INSERT INTO migrations VALUES (?, ?, ?)').run(to + 7, 'future', second(0));
    database.close();
    await expect(openStorage(`sqlite:${file}`)).rejects.toMatchObject({
      code: 'newer-schema',
      message: expect.stringMatching(new RegExp(`schema ${to + 7}, this version knows ${to}`)) as string,
    });
  });

  it('migrates once, and opens a store without migrating only when its schema is current', async () => {
    await expect(openStorage(`sqlite:${file}`, { migrate: false })).rejects.toMatchObject({
      code: 'not-migrated',
    });
    expect(existsSync(file)).toBe(false);
    expect(await migrate(`sqlite:${file}`)).toEqual({ from: 0, to: 2 });
    expect(await migrate(`sqlite:${file}`)).toEqual({ from: 2, to: 2 });
    const storage = await openStorage(`sqlite:${file}`, { migrate: false });
    expect(await storage.ping()).toEqual({ schemaVersion: 2, current: true });
    await storage.close();
  });

  it('says that a file which is no store is damaged', async () => {
    writeFileSync(
      file,
      'this is a text, and long enough to be taken for the head of a database file '.repeat(20),
    );
    await expect(openStorage(`sqlite:${file}`)).rejects.toMatchObject({ code: 'damaged' });
  });

  it('says that a file whose schema has no possible version is damaged', async () => {
    await migrate(`sqlite:${file}`);
    const database = new Database(file);
    database.prepare('INSERT INTO migrations VALUES (?, ?, ?)').run(6_100_498_040_124_419, 'x', second(0));
    database.close();
    await expect(openStorage(`sqlite:${file}`)).rejects.toMatchObject({ code: 'damaged' });
  });

  it('says that a folder which is a file cannot be reached', async () => {
    writeFileSync(file, '');
    await expect(openStorage(`sqlite:${join(file, 'garner.db')}`)).rejects.toMatchObject({
      code: 'unreachable',
    });
  });

  it('says that a store was closed', async () => {
    const storage = await openStorage(`sqlite:${file}`);
    await storage.close();
    await expect(storage.ping()).rejects.toMatchObject({ code: 'unreachable' });
  });
});

describe('a store with faults', () => {
  it.each([
    [
      'a missing value',
      "DELETE FROM pack_parts WHERE part = 'canonical'",
      /demo\/a: its canonical is missing/,
    ],
    ['a wrong count', 'UPDATE record_counts SET records = 9', /9 records are counted as active, 1 are there/],
    ['a missing membership', 'DELETE FROM record_sets', /missing in the list of set demo/],
    ['a membership of nothing', 'UPDATE record_sets SET stamp = 77', /stamp 77, which no record has/],
    ['a wrong number of slots', 'UPDATE packs SET live = 5', /5 slots are counted as living, 1 are used/],
  ])('is found to have %s', async (_, sql, problem) => {
    const storage = await openStorage(`sqlite:${file}`);
    await (await startHarvest(storage)).save(second(1), [mapped('a')]);
    const database = new Database(file);
    database.exec(sql);
    database.close();
    expect((await storage.check()).join('\n')).toMatch(problem);
    await storage.close();
  });
});

describe('a backup', () => {
  it('replaces an older one as a whole, and leaves nothing else behind', async () => {
    const storage = await openStorage(`sqlite:${file}`);
    await (await startHarvest(storage)).save(second(1), [mapped('a')]);
    mkdirSync(join(folder, 'backups'));
    const copy = join(folder, 'backups', 'copy.db');
    writeFileSync(copy, 'older');
    await storage.backup(copy);
    expect(readdirSync(join(folder, 'backups'))).toEqual(['copy.db']);
    expect(readFileSync(copy).subarray(0, 6).toString()).toBe('SQLite');
    const restored = await openStorage(`sqlite:${copy}`);
    expect(await walk(restored, { metadataPrefix: 'mods' })).toEqual(
      await walk(storage, { metadataPrefix: 'mods' }),
    );
    await restored.close();
    await storage.close();
  });

  it('is never written over the store itself', async () => {
    const storage = await openStorage(`sqlite:${file}`);
    await expect(storage.backup(file)).rejects.toThrow(/the store itself/);
    await storage.close();
  });
});
