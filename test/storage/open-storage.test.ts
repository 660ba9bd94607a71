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
import { held, mapped, second, startHarvest, walk } from './support/outcomes.ts';

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
    expect(await migrate(`sqlite:${file}`)).toEqual({ from: 0, to: 3 });
    expect(await migrate(`sqlite:${file}`)).toEqual({ from: 3, to: 3 });
    const storage = await openStorage(`sqlite:${file}`, { migrate: false });
    expect(await storage.ping()).toEqual({ schemaVersion: 3, current: true });
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

describe('a store of version 2', () => {
  beforeEach(() => {
    const database = new Database(file);
    // As it was written: a table may come before the one that it points to.
    database.pragma('foreign_keys = OFF');
    database.exec(readFileSync(new URL('stores/version-2.sql', import.meta.url), 'utf8'));
    database.close();
  });

  const open = () => openStorage(`sqlite:${file}`, { clock: () => new Date(second(60)) });

  it('gets a state for what was skipped, out of what was rejected with a mere information', async () => {
    const storage = await open();
    expect((await storage.listHeld({ limit: 9 })).map(({ key, state }) => [key.job, key.identifier, state])).toEqual([
      ['demo', 'quarantined', 'quarantined'],
      ['demo', 'rejected', 'rejected'],
      ['demo', 'skipped', 'skipped'],
      ['demo', 'skipped-later', 'skipped'],
      ['other', 'o2', 'skipped'],
      ['other', 'o3', 'quarantined'],
    ]); // prettier-ignore
    expect(await storage.countByJob()).toEqual([
      { job: 'demo', active: 2, deleted: 1, quarantined: 1, rejected: 1, skipped: 2 },
      { job: 'other', active: 1, deleted: 0, quarantined: 1, rejected: 0, skipped: 1 },
    ]);
    expect(await storage.check()).toEqual([]);
    await storage.close();
  });

  it('keeps all else: raw forms, reasons, what is served, and the order of lists', async () => {
    const storage = await open();
    const { state: _, ...kept } = (await storage.findDetail({ job: 'demo', identifier: 'skipped-later' }))!;
    const { raw, rawHash } = held('skipped-later', 'newer');
    const { canonical, rendered } = mapped('skipped-later');
    expect(kept).toMatchObject({ raw, rawHash, canonical, rendered, stamp: 2, datestamp: second(1), harvestedAt: second(2) }); // prettier-ignore
    expect(kept.issues).toMatchObject([{ code: 'out-of-scope', severity: 'info' }, { code: 'later' }]);
    const list = await walk(storage, { metadataPrefix: 'mods' });
    expect(list.map(({ identifier, stamp }) => [identifier, stamp])).toEqual([['served', 1], ['skipped-later', 2], ['deleted', 3], ['o1', 4]]); // prettier-ignore
    await storage.close();
  });

  it('goes on with the runs and windows whose counts know nothing of skipped records', async () => {
    const storage = await open();
    const [finished, running] = await storage.listRuns({ limit: 9 });
    expect(finished).toMatchObject({ job: 'other', counts: { received: 3, rejected: 1, skipped: 0 } });
    const [window] = await storage.listOpenWindows('demo');
    expect(window).toMatchObject({ counts: { received: 7, rejected: 3, skipped: 0 } });
    await storage.reopenWindow(window!.id, running!.id, { restart: false });
    await storage.savePage({
      job: 'demo',
      holder: 'host:1:a',
      leaseExpiresAt: second(1_000_000),
      now: second(30),
      windowId: window!.id,
      progress: {},
      records: [held('skipped', 'bad', 'skipped'), mapped('rejected')],
    });
    const counts = { received: 9, new: 3, changed: 0, unchanged: 0, deleted: 1, quarantined: 1, rejected: 3, skipped: 1 }; // prettier-ignore
    expect(await storage.listOpenWindows('demo')).toMatchObject([{ counts }]);
    expect(await storage.listRuns({ job: 'demo', limit: 1 })).toMatchObject([{ counts }]);
    expect(await storage.check()).toEqual([]);
    await storage.close();
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
