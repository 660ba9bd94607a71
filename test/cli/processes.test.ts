/** What only real processes show: signals, sudden death, two at once. */
import { setTimeout as pause } from 'node:timers/promises';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HarvestSummary } from '../../src/harvest/outcome.ts';
import { someRecords, startSmallRepository, type SmallRepository } from '../support/small-repository.ts';
import { openWorkshop, type Workshop } from './workshop.ts';

const PATIENCE = 120_000;

let workshop: Workshop;
let repository: SmallRepository;

beforeEach(async () => {
  workshop = openWorkshop();
  repository = await startSmallRepository(someRecords(60));
  workshop.job('small', repository.url);
});

afterEach(async () => {
  await workshop.close();
  await repository.close();
});

/** From its third page on, the repository answers so late that a test can do something meanwhile. */
const slowFrom = (start: number): void => {
  repository.mood = ({ parameters }) =>
    parseInt(parameters.get('resumptionToken') ?? '0', 10) >= start
      ? { delayMs: 60_000, status: 503 }
      : undefined;
};

const sizes = (): Promise<{ active: number; problems: string[] }> =>
  workshop.withStore(async (storage) => ({
    active: (await storage.countByJob())[0]?.active ?? 0,
    problems: await storage.check(),
  }));

describe('garner harvest, killed in the midst', { timeout: PATIENCE }, () => {
  it('goes on at its checkpoint the next time, and ends complete with every record', async () => {
    slowFrom(30);
    const first = workshop.start('harvest', 'small');
    await expect.poll(() => repository.lists().at(-1), { timeout: PATIENCE }).toBe('||30!!');
    await expect.poll(async () => (await sizes()).active, { timeout: PATIENCE }).toBe(30);
    await first.end('SIGKILL');
    expect((await sizes()).problems).toEqual([]);

    repository.mood = () => undefined;
    const before = repository.lists().length;
    const { code, value } = await workshop.json<HarvestSummary[]>('harvest', 'small');
    expect(code).toBe(0);
    expect(value).toMatchObject([{ outcome: 'complete', windows: 1, received: 60, new: 60 }]);
    expect(repository.lists().slice(before)).toEqual(['||30!!', '||40!!', '||50!!']);
    expect(await sizes()).toEqual({ active: 60, problems: [] });
    const runs = (await workshop.json<{ outcome: string; errors: string[] }[]>('runs')).value;
    expect(runs.map(({ outcome }) => outcome)).toEqual(['complete', 'incomplete']);
    expect(runs[1]!.errors).toEqual(['the process ended before the run did']);
  });
});

describe('garner harvest, stopped by Ctrl-C', { timeout: PATIENCE }, () => {
  it('prints its summary, ends with exit code 3, and goes on there the next time', async () => {
    slowFrom(30);
    const first = workshop.start('harvest', 'small', '--json');
    await expect.poll(() => repository.lists().at(-1), { timeout: PATIENCE }).toBe('||30!!');
    await expect.poll(async () => (await sizes()).active, { timeout: PATIENCE }).toBe(30);
    const { code, out } = await first.end('SIGINT');
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject([{ outcome: 'incomplete', received: 30 }]);

    repository.mood = () => undefined;
    const before = repository.lists().length;
    expect((await workshop.run('harvest', 'small')).code).toBe(0);
    expect(repository.lists()[before]).toBe('||30!!');
    expect(await sizes()).toEqual({ active: 60, problems: [] });
  });
});

describe('a job that another process harvests', { timeout: PATIENCE }, () => {
  it('is skipped with exit code 5, and the other process is not disturbed', async () => {
    repository.mood = ({ parameters }) =>
      parameters.get('resumptionToken')?.startsWith('10') && !released
        ? { status: 503, headers: { 'retry-after': '1' } }
        : undefined;
    let released = false;
    workshop.job('small', repository.url, 'politeness: { retries: 100 }');
    const first = workshop.start('harvest', 'small', '--json');
    await expect.poll(() => repository.lists().at(-1), { timeout: PATIENCE }).toBe('||10!!');
    const second = workshop.start('harvest', 'small', '--json');
    const skipped = await second.end();
    expect(skipped.code).toBe(5);
    expect(JSON.parse(skipped.out)).toMatchObject([{ outcome: 'skipped', requests: 0 }]);

    released = true;
    const done = await first.end();
    expect(done.code).toBe(0);
    expect(JSON.parse(done.out)).toMatchObject([{ outcome: 'complete', new: 60 }]);
  });
});

describe('garner harvest, stopped while it waits to try again', { timeout: PATIENCE }, () => {
  it('ends the run as stopped, and takes it for no fault', async () => {
    workshop.job('small', repository.url, 'politeness: { retries: 5 }');
    repository.mood = () => ({ status: 503, headers: { 'retry-after': '600' } });
    const running = workshop.start('harvest', 'small');
    await expect.poll(() => repository.requests.length, { timeout: PATIENCE }).toBe(1);
    await pause(1000); // the answer is read, and the ten minutes have begun
    const { code, err } = await running.end('SIGTERM');
    expect(err).not.toContain('fault in Garner');
    expect(code).toBe(1);
    const { value } = await workshop.json<{ outcome: string; errors: string[] }[]>('runs', 'small');
    expect(value[0]).toMatchObject({ outcome: 'failed', errors: ['stopped before the end; the next run goes on from there'] }); // prettier-ignore
  });
});

describe('garner start', { timeout: PATIENCE }, () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'serves until %s, ends with exit code 0, and leaves the store clean',
    async (signal) => {
      await workshop.run('harvest', 'small');
      const running = workshop.start('start');
      await running.says(/Running until Ctrl-C/);
      const { out, err, code } = await askAndEnd(running, signal);
      expect(out).toMatch(/^Serving OAI-PMH at http:\/\/127\.0\.0\.1:\d+\/oai$/m);
      expect(err).toMatch(/Stopped\.\n$/);
      expect(code).toBe(0);
      expect(await sizes()).toEqual({ active: 60, problems: [] });
    },
  );

  it('finishes the running page when it is asked to end during a harvest, and goes on there when started again', async () => {
    workshop.job('small', repository.url, "schedule: '0 3 * * *'");
    await makeDue('small');
    slowFrom(30);
    const running = workshop.start('start');
    await expect.poll(() => repository.lists().at(-1), { timeout: PATIENCE }).toBe('||30!!');
    await expect.poll(async () => (await sizes()).active, { timeout: PATIENCE }).toBe(30);
    const { code, out } = await running.end('SIGTERM');
    expect(code).toBe(0);
    expect(out).toMatch(/small: incomplete\. 30 records received/);
    expect((await sizes()).problems).toEqual([]);

    repository.mood = () => undefined;
    await makeDue('small');
    const again = workshop.start('start');
    await again.says(/small: complete\. 60 records received: 60 new/);
    expect((await again.end('SIGTERM')).code).toBe(0);

    await makeDue('small');
    const third = workshop.start('start');
    await third.says(/small: complete\. Nothing new\./);
    expect((await third.end('SIGTERM')).code).toBe(0);
  });

  it('prints its address as one JSON document with --json', async () => {
    const running = workshop.start('serve', '--json');
    await running.says(/\}\n$/);
    const { out } = await running.end('SIGTERM');
    expect(JSON.parse(out)).toEqual({
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/oai$/) as string,
    });
  });

  it('ends with exit code 1 when its port is taken, and says what to do', async () => {
    const other = await listening();
    const { port } = other.address() as AddressInfo;
    workshop.environment['GARNER_HTTP_PORT'] = String(port);
    const { code, out, err } = await workshop.start('start').end();
    other.close();
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toMatch(new RegExp(`127\\.0\\.0\\.1:${port}.*set another http\\.port \\(GARNER_HTTP_PORT`));
    expect(err).not.toMatch(/ at .*\.ts:/);
  });

  it('is told when the port of the demonstration repository is taken', async () => {
    const other = await listening();
    const { port } = other.address() as AddressInfo;
    workshop.environment['GARNER_JOBS'] = 'demo-only';
    workshop.write('demo-only/demo.yaml', `baseUrl: http://127.0.0.1:${port}/oai\n`);
    const { code, err } = await workshop.start('start').end();
    other.close();
    expect(code).toBe(1);
    expect(err).toMatch(
      /another process listens where the demonstration repository would; name another port in baseUrl of job demo/,
    );
  });
});

/** Asks the endpoint while it is there. */
async function askAndEnd(running: ReturnType<Workshop['start']>, signal: NodeJS.Signals) {
  const ended = running.end();
  await running.says(/Serving OAI-PMH at \S+/);
  running.process.kill(signal);
  return ended;
}

/** As if the time of the job's next run had come while nothing ran. */
async function makeDue(job: string): Promise<void> {
  const dueAt = '2024-01-01T03:00:00Z';
  await workshop.withStore((storage) => storage.saveDueTime({ job, schedule: '0 3 * * * UTC', dueAt }));
}

async function listening(): Promise<Server> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
