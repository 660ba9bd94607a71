/** The long-running process: endpoint, scheduler and workers, until it is stopped. */
import { randomBytes } from 'node:crypto';
import { openApp, packageFolder, type App, type Environment, type House } from './app.ts';
import { startDemoRepository, type DemoRepository } from './demo/demo-repository.ts';
import { JobError } from './harvest/expected-errors.ts';
import type { HarvestSummary } from './harvest/outcome.ts';
import { createServer, type HttpServer } from './http/server.ts';
import type { Job } from './model/job.ts';
import type { Log } from './ops/log.ts';
import { servedSets } from './provider/served-sets.ts';
import { loadTokenSecret } from './provider/token-secret.ts';
import { everyMinute, nextDueTime } from './schedule/cron.ts';
import { createScheduler, type Scheduler } from './schedule/scheduler.ts';

export interface StartOptions {
  /** The OAI-PMH endpoint. */
  readonly serve: boolean;
  /** Scheduler and workers. */
  readonly work: boolean;
  readonly log: Log;
  readonly environment: Environment;
  /** Aborted when the process is asked to end: running pages are finished, nothing new is begun. */
  readonly signal: AbortSignal;
  /** Told of each harvest that ended. */
  readonly onHarvest?: (job: Job, summary: HarvestSummary) => void;
}

export interface RunningApp {
  /** The base URL of the endpoint; absent when it is not served. */
  readonly url: string | undefined;
  /** What the demonstration harvest at the start came to; absent when there was none. */
  readonly demo: HarvestSummary | undefined;
  /**
   * Ends cleanly, once the signal is aborted: running pages are finished and saved, running requests answered,
   * the store closed.
   */
  stop(): Promise<void>;
}

/**
 * Starts what is asked for. While `demo` is the only enabled job, its repository is served too and is harvested
 * at once. Throws StorageError when the store cannot be opened, and what listening throws when a port is taken;
 * nothing is left running then.
 */
export async function startApp(house: House, options: StartOptions): Promise<RunningApp> {
  const app = await openApp(house, options);
  const started: { stop(): Promise<void> | void }[] = [];
  const stop = async (): Promise<void> => {
    for (const part of started.reverse()) await part.stop();
    await app.close();
  };
  try {
    const url = options.serve ? await startServer(app, { options, started }) : undefined;
    const demo = options.work ? await startWork(app, { options, started }) : undefined;
    return { url, demo, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Parts {
  readonly options: StartOptions;
  /** What has to be stopped, in the order it was started. */
  readonly started: { stop(): Promise<void> | void }[];
}

async function startServer(app: App, { options, started }: Parts): Promise<string> {
  const server = await createEndpoint(app, options.log);
  started.push(server);
  return (await server.start()).url;
}

async function createEndpoint(app: App, log: Log): Promise<HttpServer> {
  const { config, storage } = app;
  const { provider } = config;
  return createServer({
    host: config.http.host,
    port: config.http.port,
    publicUrl: config.http.publicUrl,
    path: provider.path,
    storage,
    provider: {
      storage,
      formats: app.formats,
      ...(app.sets && { sets: servedSets(app.sets.declared) }),
      pageSize: provider.pageSize,
      tokenLifetime: provider.tokenLifetime,
      tokenSecret: await loadTokenSecret(storage, randomBytes),
      now: () => new Date(),
      repository: {
        repositoryName: provider.repositoryName,
        repositoryIdentifier: provider.repositoryIdentifier,
        adminEmail: provider.adminEmail,
        friends: app.jobs.filter((job) => job.enabled).map((job) => job.baseUrl),
      },
    },
    onResponse: ({ verb, errorCodes, records }, seconds) =>
      log.debug('answered', { verb, errorCodes, records, seconds }),
    onFault: (fault, url) => log.error('request failed', { url, fault: String(fault) }),
  });
}

async function startWork(app: App, { options, started }: Parts): Promise<HarvestSummary | undefined> {
  const { signal } = options;
  const harvest = async (job: Job): Promise<HarvestSummary> => {
    const summary = await app.harvest(job, { signal });
    options.onHarvest?.(job, summary);
    return summary;
  };
  const demoJob = onlyDemo(app.jobs);
  if (demoJob !== undefined) started.push(stopsWith(await serveDemo(demoJob)));
  const scheduler = createJobScheduler(app, harvest, options);
  started.push({ stop: () => app.queue.idle() }, { stop: () => scheduler.stop() });
  const demo = demoJob === undefined ? undefined : await harvest(demoJob);
  await scheduler.start();
  return demo;
}

function createJobScheduler(
  app: App,
  harvest: (job: Job) => Promise<unknown>,
  { log, signal }: StartOptions,
): Scheduler {
  const report = (error: unknown): void => log.error('schedule failed', { error: String(error) });
  return createScheduler(app.jobs, {
    storage: app.storage,
    now: () => new Date(),
    nextDue: nextDueTime,
    everyMinute,
    run: async (job) => {
      try {
        await harvest(job);
      } catch (error) {
        // A job that waited for its turn while the process was asked to end has simply not begun.
        if (signal.aborted && error === signal.reason) return;
        log.error('harvest failed', {
          job: job.name,
          error: error instanceof Error ? error.stack : String(error),
        });
      }
    },
    onError: report,
  });
}

/** The demonstration job, while it is the only one that is enabled. */
function onlyDemo(jobs: readonly Job[]): Job | undefined {
  const enabled = jobs.filter((job) => job.enabled);
  return enabled.length === 1 && enabled[0]!.name === 'demo' ? enabled[0] : undefined;
}

async function serveDemo(job: Job): Promise<DemoRepository> {
  const { hostname, port, host } = new URL(job.baseUrl);
  const folder = packageFolder('fixtures/demo');
  try {
    return await startDemoRepository({ folder, host: hostname, port: Number(port), now: () => new Date() });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new JobError(
      `${host}: another process listens where the demonstration repository would; name another port in baseUrl of job demo, or set "enabled: false" there`,
    );
  }
}

function stopsWith(repository: DemoRepository): { stop(): Promise<void> } {
  return { stop: () => repository.close() };
}
