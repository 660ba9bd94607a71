import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStorage } from '../../src/storage/open-storage.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { describeStorage } from './contract.ts';

const folders = new Map<Storage, string>();

describeStorage('a SQLite file', {
  async open() {
    const folder = mkdtempSync(join(tmpdir(), 'garner-storage-'));
    const storage = await openStorage(`sqlite:${join(folder, 'deep', 'garner.db')}`);
    folders.set(storage, folder);
    return storage;
  },
  async remove(storage) {
    await storage.close();
    rmSync(folders.get(storage) ?? '', { recursive: true, force: true });
  },
});
