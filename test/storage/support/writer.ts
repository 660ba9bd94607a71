/**
 * A writer in a process of its own: `writer.ts FILE MODE`, run with tsx. `hold` waits inside the transaction of a page,
 * `endless` saves pages for ever, `lock` keeps the file locked. It prints a line when it has got so far.
 */
import Database from 'better-sqlite3';
import { openStorage } from '../../../src/storage/open-storage.ts';
import type { RecordOutcome } from '../../../src/model/stored-record.ts';
import { mapped, startHarvest, type Mapped } from './outcomes.ts';

const [file = '', mode = '', seconds = '2'] = process.argv.slice(2);
const now = () => `${new Date().toISOString().slice(0, 19)}Z`;

if (mode === 'lock') lock();
else await write();

function lock(): void {
  const database = new Database(file);
  database.exec('BEGIN IMMEDIATE');
  console.log('locked');
  setInterval(() => database.pragma('user_version'), 1000);
}

async function write(): Promise<void> {
  const storage = await openStorage(`sqlite:${file}`, { clock: () => new Date() });
  const harvest = await startHarvest(storage, 'writer');
  if (mode === 'hold') {
    await harvest.save(now(), slowly(Array.from({ length: 5 }, (_, index) => mapped(`w${index}`))));
    await storage.close();
    console.log('saved');
    return;
  }
  for (let page = 0; ; page++) {
    await harvest.save(
      now(),
      Array.from({ length: 50 }, (_, index) => mapped(`w${index % 25}-${page % 7}`, `v${page}`)),
    );
    console.log(`page ${page}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Records that take long to read: the store meets the second one inside its transaction. */
function slowly(records: readonly Mapped[]): RecordOutcome[] {
  const [first, second, ...others] = records as [Mapped, Mapped, ...Mapped[]];
  const slow = {
    ...second,
    get raw() {
      console.log('inside');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Number(seconds) * 1000);
      return second.raw;
    },
  };
  return [first, slow, ...others];
}
