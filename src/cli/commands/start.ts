import type { HarvestSummary } from '../../harvest/outcome.ts';
import { startApp } from '../../start-app.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { logOf, readHouse, stopSignal } from '../open.ts';
import { summaryLines } from '../summary.ts';
import { json, type CommonOptions, type Terminal } from '../terminal.ts';

/** `garner start`, `serve`, `work`: runs until SIGINT or SIGTERM, then ends cleanly. */
export async function start(
  options: CommonOptions,
  parts: { serve: boolean; work: boolean; terminal: Terminal },
): Promise<ExitCode> {
  const { serve, work, terminal } = parts;
  const signal = stopSignal();
  const house = await readHouse(options, terminal);
  const log = logOf(house, options, terminal);
  const running = await startApp(house, { serve, work, log, signal, environment: process.env });
  if (options.json === true) terminal.out(json({ url: running.url, demo: running.demo }));
  else for (const line of welcome(running)) terminal.out(line);
  await aborted(signal);
  await running.stop();
  if (options.quiet !== true) terminal.note('Stopped.');
  return EXIT.complete;
}

function welcome({ url, demo }: { url: string | undefined; demo: HarvestSummary | undefined }): string[] {
  const lines = demo === undefined ? [] : summaryLines(demo, 'The demonstration repository');
  if (url !== undefined) {
    lines.push(
      `Serving OAI-PMH at ${url}`,
      `  ${url}?verb=Identify`,
      `  ${url}?verb=ListRecords&metadataPrefix=mods`,
    );
  }
  return [...lines, 'Running until Ctrl-C.'];
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  // A timer keeps the process alive also when nothing listens (`garner work`).
  const alive = setInterval(() => undefined, 1 << 30);
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  clearInterval(alive);
}
