import { statSync } from 'node:fs';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dc, someRecords, startSmallRepository, type SmallRepository } from '../support/small-repository.ts';
import { openWorkshop, SHELL_COMMAND, startProcess, type Workshop } from './workshop.ts';

let workshop: Workshop;
let repository: SmallRepository;
let file: string;

beforeEach(async () => {
  workshop = openWorkshop();
  file = join(workshop.folder, 'data/garner.db');
  repository = await startSmallRepository(someRecords(25));
  workshop.job('small', repository.url);
  await workshop.run('harvest', 'small');
});

afterEach(async () => {
  await repository.close();
  await workshop.close();
});

const titles = (): Promise<number> =>
  workshop.withStore(async (storage) => (await storage.listDetails({ limit: 1000, afterStamp: 0 })).length);

function onDatabase(work: (database: Database.Database) => void): void {
  const database = new Database(file);
  try {
    work(database);
  } finally {
    database.close();
  }
}

describe('a store of a newer schema', () => {
  it.each([[['harvest', 'small']], [['jobs']], [['db', 'migrate']], [['db', 'check']], [['start']]])(
    'is refused by %j, and is left as it is',
    async (argv) => {
      onDatabase((database) => database.prepare("INSERT INTO migrations VALUES (999, 'later', '2030-01-01T00:00:00Z')").run()); // prettier-ignore
      const requests = repository.requests.length;
      const { code, out, err } = await workshop.run(...argv);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toMatch(
        /garner\.db: the store has schema 999, this version knows \d+; use the newer version/,
      );
      expect(repository.requests).toHaveLength(requests);
      onDatabase((database) => database.prepare('DELETE FROM migrations WHERE version = 999').run());
      expect(await titles()).toBe(25);
    },
  );
});

describe('a store that another process keeps locked', () => {
  it(
    'ends a harvest with exit code 1 and a clear message, and nothing is lost',
    { timeout: 120_000 },
    async () => {
      const other = new Database(file);
      other.exec('BEGIN IMMEDIATE');
      const { code, err, out } = await workshop.run('harvest', 'small');
      other.exec('ROLLBACK');
      other.close();
      expect(code).toBe(1);
      expect(out + err).toMatch(
        /garner\.db: another process keeps it locked; stop that process, or try again later/,
      );
      expect(await titles()).toBe(25);
      expect((await workshop.run('harvest', 'small')).code).toBe(0);
    },
  );
});

describe('a file that is no store', () => {
  it('is refused with what to do, and is left as it is', async () => {
    workshop.write('letter.txt', 'Dear librarian, this is a letter and no database at all.\n'.repeat(40));
    workshop.environment['GARNER_STORE'] = 'sqlite:letter.txt';
    const { code, err } = await workshop.run('jobs');
    expect(code).toBe(1);
    expect(err).toMatch(
      /letter\.txt: this is not a store of records; name another file, or restore a backup/,
    );
    expect(statSync(join(workshop.folder, 'letter.txt')).size).toBe(57 * 40);
  });
});

describe('a disk that takes no more', () => {
  it(
    'ends a harvest with exit code 1 or 3 and a message; what was stored stays, and the next run goes on',
    { timeout: 120_000 },
    async () => {
      const large = someRecords(200, 'large').map((record, index) => ({
        ...record,
        datestamp: `2024-06-02T00:${String(index % 60).padStart(2, '0')}:00Z`,
        metadata: dc(
          `Title ${index}`,
          `<dc:description>${randomBytes(6000).toString('hex')}</dc:description>`,
        ),
      }));
      repository.records.push(...large);
      const blocks = Math.ceil(statSync(file).size / 512) + 512;
      const limited = startProcess(['sh', '-c', `ulimit -f ${blocks}; exec ${SHELL_COMMAND} harvest small --json`], { ...workshop, running: [] }); // prettier-ignore
      const { code, out, err } = await limited.end();
      expect([1, 3]).toContain(code);
      expect(out + err).toMatch(/garner\.db: (the disk is full|the disk gives errors)/);

      expect((await workshop.run('db', 'check')).out).toBe('The store is in order.\n');
      expect(await titles()).toBeGreaterThanOrEqual(25);
      expect((await workshop.run('harvest', 'small')).code).toBe(0);
      expect(await titles()).toBe(225);
    },
  );
});

describe('garner db', () => {
  it('check and backup make no store by the way', async () => {
    workshop.environment['GARNER_STORE'] = 'sqlite:nowhere/garner.db';
    for (const argv of [['check'], ['backup', 'copy.db']]) {
      const { code, err } = await workshop.run('db', ...argv);
      expect(code).toBe(1);
      expect(err).toMatch(/nowhere\/garner\.db: there is no store here; check "store" in garner\.yaml/);
    }
    expect(workshop.has('nowhere')).toBe(false);
  });

  it('migrate makes the store, and says when there is nothing to do', async () => {
    workshop.environment['GARNER_STORE'] = 'sqlite:fresh/garner.db';
    expect((await workshop.run('db', 'migrate')).out).toMatch(/went from version 0 to \d+/);
    expect((await workshop.run('db', 'migrate')).out).toMatch(/the schema is up to date/);
  });

  it('backup copies everything into a store that can be used', async () => {
    expect((await workshop.run('db', 'backup', 'copies/today.db')).code).toBe(0);
    workshop.environment['GARNER_STORE'] = 'sqlite:copies/today.db';
    expect((await workshop.run('db', 'check')).out).toBe('The store is in order.\n');
    expect((await workshop.json<{ records: number }[]>('jobs')).value[0]!.records).toBe(25);
  });

  it('check finds damage and ends with exit code 1', async () => {
    onDatabase((database) => database.prepare('DELETE FROM record_sets').run());
    const { code, value } = await workshop.json<{ problems: string[] }>('db', 'check');
    expect(code).toBe(1);
    expect(value.problems[0]).toMatch(
      /small\/oai:small\.example\.org:r1: it is missing in the list of set small/,
    );
  });
});
