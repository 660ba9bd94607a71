import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadHouse, openApp } from '../../src/app.ts';
import { ConfigError } from '../../src/config/load-config.ts';
import type { HarvestSummary } from '../../src/harvest/outcome.ts';
import { NO_LOG } from '../../src/ops/log.ts';
import { startApp, type RunningApp } from '../../src/start-app.ts';
import { openWorkshop, type Workshop } from '../cli/workshop.ts';
import { someRecords, startSmallRepository, type SmallRepository } from '../support/small-repository.ts';

let workshop: Workshop;
let controller: AbortController;
let running: RunningApp[];

beforeEach(() => {
  workshop = openWorkshop();
  controller = new AbortController();
  running = [];
});

afterEach(async () => {
  controller.abort();
  for (const app of running) await app.stop();
  await workshop.close();
});

const house = () => loadHouse({ environment: workshop.environment });

async function start(
  parts: { serve: boolean; work: boolean },
  summaries: HarvestSummary[] = [],
): Promise<RunningApp> {
  const app = await startApp(await house(), {
    ...parts,
    log: NO_LOG,
    environment: workshop.environment,
    signal: controller.signal,
    onHarvest: (_, summary) => void summaries.push(summary),
  });
  running.push(app);
  return app;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe('an app whose only job is the demonstration', () => {
  beforeEach(async () => {
    workshop.write(
      'jobs/demo.yaml',
      `title: Demonstration\nbaseUrl: http://127.0.0.1:${await freePort()}/oai\n`,
    );
    workshop.write('jobs/off.yaml', 'baseUrl: http://127.0.0.1:1/oai\nenabled: false\n');
  });

  it('serves its repository, harvests it at once, and serves the records', async () => {
    const summaries: HarvestSummary[] = [];
    const { url, demo } = await start({ serve: true, work: true }, summaries);
    expect(demo).toMatchObject({ job: 'demo', outcome: 'complete-with-losses', errors: [] });
    expect(demo!.new).toBeGreaterThan(300);
    expect(summaries).toEqual([demo]);
    const response = await fetch(
      `${url}?verb=GetRecord&metadataPrefix=oai_dc&identifier=${encodeURIComponent('oai:garner.localhost.localdomain:demo/oai:demo.example.org:ceeol/1')}`,
    );
    expect(await response.text()).toContain('Први Титов сусрет са Стаљином');
  });

  it('serves its records in the sets that are declared', async () => {
    const sets = readFileSync(new URL('../../sets.yaml', import.meta.url), 'utf8');
    workshop.write('sets.yaml', sets);
    workshop.write('garner.yaml', 'http: { port: 0 }\nprovider: { sets: sets.yaml, pageSize: 1000 }\n');
    const { url } = await start({ serve: true, work: true });
    const ask = async (query: string) => (await fetch(`${url}?${query}`)).text();
    const listed = await ask('verb=ListSets');
    expect(listed).toContain('<setSpec>linguistics</setSpec><setName>Linguistics</setName><setDescription>');
    expect(listed).toContain('<setSpec>demo</setSpec><setName>Demonstration</setName>');
    // What was stored in this second is listed in the next one.
    const members = async (set: string) =>
      (await ask(`verb=ListIdentifiers&metadataPrefix=oai_dc&set=${set}`)).match(/<header>/g)?.length ?? 0;
    await expect.poll(() => members('demo'), { timeout: 10_000 }).toBeGreaterThan(300);
    const [linguistics, types, theses] = [await members('linguistics'), await members('type'), await members('type:thesis')]; // prettier-ignore
    expect(linguistics).toBeGreaterThan(70);
    expect(theses).toBeGreaterThan(0);
    expect(types).toBeGreaterThan(theses);
  });

  it('finds nothing new when it is started again', async () => {
    await start({ serve: false, work: true });
    controller.abort();
    await running.pop()!.stop();
    controller = new AbortController();
    const { demo } = await start({ serve: false, work: true });
    expect(demo).toMatchObject({ outcome: 'complete', new: 0, changed: 0, deleted: 0 });
  });
});

describe('an app with jobs of its own', () => {
  let repository: SmallRepository;

  beforeEach(async () => {
    repository = await startSmallRepository(someRecords(3));
    workshop.job('demo', repository.url);
    workshop.job('small', repository.url);
  });

  afterEach(() => repository.close());

  it('leaves the demonstration alone', async () => {
    const { demo } = await start({ serve: false, work: true });
    expect(demo).toBeUndefined();
    expect(repository.requests).toHaveLength(0);
  });

  it('serves only, when it is asked to', async () => {
    const { url } = await start({ serve: true, work: false });
    const { status } = await fetch(`${url}?verb=Identify`);
    expect(status).toBe(200);
  });

  it('serves no longer when it has been stopped', async () => {
    const { url, stop } = await start({ serve: true, work: true });
    controller.abort();
    running.pop();
    await stop();
    await expect(fetch(`${url}?verb=Identify`)).rejects.toThrow();
  });

  it('waits for the running page when it is closed', async () => {
    const app = await openApp(await house(), { log: NO_LOG, environment: workshop.environment });
    const harvest = app.harvest(
      app.jobs.find(({ name }) => name === 'small')!,
      { signal: controller.signal },
    );
    await app.close();
    expect(await harvest).toMatchObject({ outcome: 'complete', new: 3 });
  });
});

describe('a house', () => {
  it('is refused with the problems of all its files', async () => {
    workshop.write('garner.yaml', 'http: { port: high }\n');
    workshop.write('jobs/one.yaml', 'baseUrl: nowhere\n');
    workshop.write('jobs/two.yaml', 'baseUrl: http://x.example.org/oai\nmetadataPrefix: marc21plus\n');
    const error = await house().catch((fault: unknown) => fault);
    expect(error).toBeInstanceOf(ConfigError);
    expect((error as ConfigError).issues.map(({ file, line }) => [file, line])).toEqual([
      ['garner.yaml', 1],
      ['jobs/one.yaml', 1],
      ['jobs/two.yaml', 2],
    ]);
  });

  it('has the mappings of the package when it has no folder of its own', async () => {
    const { mappings, formats } = await house();
    expect([...mappings.inputs.keys()]).toContain('oai_dc');
    expect(formats.map(({ metadataPrefix }) => metadataPrefix).sort()).toEqual(['mods', 'oai_dc']);
  });
});
