import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openStorage } from '../../../src/storage/open-storage.ts';
import { Connection } from '../../../src/storage/sqlite/connection.ts';
import { translateFaults } from '../../../src/storage/sqlite/faults.ts';
import { findHorizon } from '../../../src/storage/sqlite/horizon.ts';
import { savePage } from '../../../src/storage/sqlite/save-page.ts';
import { openStore } from '../../../src/storage/sqlite/store.ts';
import { mapped, second, startHarvest, walk } from '../support/outcomes.ts';

it('saves nothing of a page when there is no room, and goes on when there is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'garner-full-'));
  const file = join(folder, 'garner.db');
  const storage = await openStorage(`sqlite:${file}`);
  const { windowId, save } = await startHarvest(storage);
  await save(second(1), [mapped('a')]);
  const page = {
    job: 'demo', holder: 'host:1:a', leaseExpiresAt: second(60), now: second(2), windowId, progress: {},
    records: Array.from({ length: 200 }, (_, index) => mapped(`b${index}`, randomText(index))),
  }; // prettier-ignore

  const connection = new Connection(file, 1000);
  const store = openStore(connection, undefined);
  const [{ page_count: pages }] = connection.pragma('page_count') as [{ page_count: number }];
  connection.pragma(`max_page_count = ${pages + 3}`);
  await expect(translateFaults(file, () => savePage(store, page))).rejects.toMatchObject({ code: 'full' });
  expect(await walk(storage, {})).toHaveLength(1);
  expect(await storage.listOpenWindows()).toMatchObject([{ pages: 1, resumptionToken: 'next' }]);
  expect(findHorizon(store, second(3))).toBe(second(3));

  connection.pragma('max_page_count = 1000000');
  expect(savePage(store, { ...page, now: second(4) })).toMatchObject({ new: 200 });
  expect(await storage.check()).toEqual([]);
  connection.close();
  await storage.close();
  rmSync(folder, { recursive: true });
});

/** Text that no compression makes small. */
function randomText(seed: number): string {
  let state = seed + 1;
  return Array.from({ length: 3000 }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return String.fromCharCode(97 + ((state >>> 16) % 26));
  }).join('');
}
