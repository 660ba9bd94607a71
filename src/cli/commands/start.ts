import type { House } from '../../app.ts';
import { startApp, type RunningApp } from '../../start-app.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { aborted, logOf, readHouse, untilStopped } from '../open.ts';
import { summaryLines } from '../summary.ts';
import { json, type CommonOptions, type Terminal } from '../terminal.ts';

interface Parts {
  readonly serve: boolean;
  readonly work: boolean;
  readonly terminal: Terminal;
}

/** `garner start`, `serve`, `work`: runs until SIGINT or SIGTERM, then ends cleanly. */
export async function start(options: CommonOptions, parts: Parts): Promise<ExitCode> {
  return untilStopped(async (signal) => {
    try {
      return await startUntil(signal, options, parts);
    } catch (error) {
      // Stopped while it was still starting.
      if (signal.aborted && error === signal.reason) return EXIT.complete;
      throw error;
    }
  });
}

async function startUntil(
  signal: AbortSignal,
  options: CommonOptions,
  { serve, work, terminal }: Parts,
): Promise<ExitCode> {
  const house = await readHouse(options, terminal);
  const running = await startApp(house, {
    serve,
    work,
    signal,
    log: logOf(house.config.log.level, options, terminal),
    environment: terminal.environment,
    onHarvest: ({ name, title }, summary) => {
      if (options.json === true) return;
      const lines = summaryLines(summary, { name: title === undefined ? name : `${name} (${title})` });
      for (const line of lines) terminal.out(line);
    },
  });
  if (options.json === true) terminal.out(json({ url: running.url, demo: running.demo }));
  else for (const line of welcome(house, running, work)) terminal.out(line);
  await aborted(signal);
  await running.stop();
  if (options.quiet !== true) terminal.note('Stopped.');
  return EXIT.complete;
}

function welcome({ jobs, config }: House, { url }: RunningApp, work: boolean): string[] {
  const lines: string[] = [];
  if (url !== undefined) {
    lines.push(
      `Serving OAI-PMH at ${url}`,
      `  ${url}?verb=Identify`,
      `  ${url}?verb=ListRecords&metadataPrefix=mods`,
    );
  }
  const scheduled = jobs.filter((job) => job.enabled && job.schedule !== undefined).length;
  if (work && scheduled > 0)
    lines.push(`Jobs on schedule: ${scheduled} (garner jobs shows when they run next)`);
  if (work && scheduled === 0)
    lines.push(`No enabled job in ${config.jobs}/ has a schedule: nothing will be harvested by itself.`);
  return [...lines, 'Running until Ctrl-C.'];
}
