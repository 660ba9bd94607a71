import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addSeconds } from '../../src/model/datestamp.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { mapped, second, startHarvest, walk } from './support/outcomes.ts';

const WRITER = fileURLToPath(new URL('support/writer.ts', import.meta.url));
const now = () => `${new Date().toISOString().slice(0, 19)}Z`;

describe('a store that several processes use', { timeout: 60_000 }, () => {
  let folder: string;
  let file: string;
  let storage: Storage;
  const writers: ChildProcess[] = [];
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'garner-processes-'));
    file = join(folder, 'garner.db');
    storage = await openStorage(`sqlite:${file}`, { clock: () => new Date(), lockTimeout: 100 });
  });
  afterEach(async () => {
    for (const writer of writers.splice(0)) await kill(writer);
    await storage.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function startWriter(...args: string[]): {
    readonly writer: ChildProcess;
    readonly says: (text: string) => Promise<void>;
  } {
    const writer = spawn(process.execPath, ['--import', 'tsx', WRITER, file, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    writers.push(writer);
    const lines = createInterface({ input: writer.stdout })[Symbol.asyncIterator]();
    return {
      writer,
      says: async (text) => {
        for (;;) {
          const line = await lines.next();
          if (line.done) throw new Error(`the writer ended before it said "${text}"`);
          if (line.value === text) return;
        }
      },
    };
  }

  it('hides from a reader no record that a writer commits seconds later', async () => {
    const { says } = startWriter('hold', '3');
    await says('inside');
    const seen = new Set<string>();
    let from: string | undefined;
    let committed = false;
    const saved = says('saved').then(() => (committed = true));
    const harvest = async () => {
      const horizon = await storage.findHorizon(now());
      const list = await walk(storage, { until: addSeconds(horizon, -1), ...(from && { from }) });
      for (const { identifier } of list) seen.add(identifier);
      from = horizon;
    };
    while (!committed) {
      await harvest();
      await wait(200);
    }
    await saved;
    await wait(1100);
    await harvest();
    expect([...seen].toSorted()).toEqual(['w0', 'w1', 'w2', 'w3', 'w4']);
  });

  it('holds the horizon back while a writer works, and lets it go when the writer is dead', async () => {
    const { writer, says } = startWriter('hold', '30');
    const before = now();
    await says('inside');
    await wait(2100);
    const inside = await storage.findHorizon(now());
    expect(inside >= before && inside <= addSeconds(now(), -2)).toBe(true);
    await kill(writer);
    const after = now();
    expect(await storage.findHorizon(after)).toBe(after);
    await (await startHarvest(storage)).save(now(), [mapped('a')]);
    expect(await walk(storage, {})).toMatchObject([{ identifier: 'a' }]);
    expect(new Database(file).prepare('SELECT count(*) FROM write_intents').pluck().get()).toBe(0);
  });

  it('opens clean after a writer was killed in mid-write, without half a page', async () => {
    const { writer, says } = startWriter('endless');
    await says('page 3');
    await kill(writer);
    await storage.close();
    storage = await openStorage(`sqlite:${file}`);
    expect(await storage.check()).toEqual([]);
    const [window] = await storage.listOpenWindows('writer');
    expect(window?.counts.received).toBe((window?.pages ?? 0) * 50);
    expect(window?.pages).toBeGreaterThanOrEqual(4);
    // Each page holds 25 identifiers, the second version of each is the one that stays.
    expect((await walk(storage, {}, 100)).length).toBe(Math.min(window?.pages ?? 0, 7) * 25);
  });

  it('says that the file is locked when another process keeps it so', async () => {
    const harvest = await startHarvest(storage);
    const { says } = startWriter('lock');
    await says('locked');
    await expect(harvest.save(second(1), [mapped('a')])).rejects.toMatchObject({ code: 'locked' });
    expect(await walk(storage, {})).toEqual([]);
  });

  it('gives a lease whose holder has died to the next', async () => {
    const { hostname } = await import('node:os');
    const { writer, says } = startWriter('lock');
    await says('locked');
    const dead = `${hostname()}:${writer.pid}:x`;
    await kill(writer);
    const lease = (holder: string) => ({ job: 'demo', holder, now: second(0), expiresAt: second(60) });
    await storage.takeLease(lease(dead));
    expect(await storage.takeLease(lease('h:1:b'))).toEqual({ taken: true });
    const mine = { ...lease(`${hostname()}:${process.pid}:x`), job: 'other' };
    await storage.takeLease(mine);
    expect(await storage.takeLease({ ...mine, holder: 'h:1:b' })).toEqual({ taken: false, by: mine });
  });

  it('writes a backup that opens and is whole, while another process writes', async () => {
    const { says } = startWriter('endless');
    await says('page 3');
    const copy = join(folder, 'backups', 'copy.db');
    await storage.backup(copy);
    const pages = (await storage.listOpenWindows('writer'))[0]?.pages ?? 0;
    const restored = await openStorage(`sqlite:${copy}`);
    try {
      expect(await restored.check()).toEqual([]);
      const [window] = await restored.listOpenWindows('writer');
      expect(window?.pages).toBeGreaterThanOrEqual(4);
      expect(window?.pages).toBeLessThanOrEqual(pages);
      expect((await walk(restored, {}, 100)).length).toBe(Math.min(window?.pages ?? 0, 7) * 25);
    } finally {
      await restored.close();
    }
  });
});

async function kill(writer: ChildProcess): Promise<void> {
  if (writer.exitCode !== null || writer.signalCode !== null) return;
  writer.kill('SIGKILL');
  await once(writer, 'exit');
}
