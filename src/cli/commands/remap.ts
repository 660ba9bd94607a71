import type { App } from '../../app.ts';
import { remapRecords, type RemapSummary } from '../../harvest/remap-records.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { jobNamed } from '../names.ts';
import { untilStopped, withApp } from '../open.ts';
import { contextDeps } from '../survey.ts';
import { json, type CommonOptions, type Terminal } from '../terminal.ts';

interface RemapOptions extends CommonOptions {
  readonly job?: string;
  readonly dryRun?: boolean;
}

/** `garner remap`: renews stored records whose mapping, job or sets have changed. Interrupted, it goes on where it stopped. */
export async function remap(_: string[], options: RemapOptions, terminal: Terminal): Promise<ExitCode> {
  return untilStopped(async (signal) => {
    const summaries = await withApp(options, terminal, (app) =>
      remapJobs(app, { options, signal, terminal }),
    );
    if (options.json === true) terminal.out(json(summaries));
    else for (const summary of summaries) terminal.out(lineOf(summary, options.dryRun === true));
    if (signal.aborted) return EXIT.incomplete;
    return summaries.some(({ held, skipped }) => held > skipped) ? EXIT.losses : EXIT.complete;
  });
}

async function remapJobs(
  app: App,
  { options, signal, terminal }: { options: RemapOptions; signal: AbortSignal; terminal: Terminal },
): Promise<RemapSummary[]> {
  const jobs = options.job === undefined ? app.jobs : [jobNamed(app.jobs, options.job)];
  const deps = { ...contextDeps(app), storage: app.storage };
  const summaries: RemapSummary[] = [];
  for (const job of jobs) {
    if (signal.aborted) break;
    const onProgress = (count: number): void => {
      if (options.quiet !== true && count > 0 && count % 10_000 === 0)
        terminal.note(`${job.name}: ${count} records done`);
    };
    summaries.push(await remapRecords(job, deps, { dryRun: options.dryRun === true, signal, onProgress }));
  }
  return summaries;
}

function lineOf(summary: RemapSummary, dryRun: boolean): string {
  const { job, mapped, sorted, changed, inOtherSets, unchanged, held, skipped } = summary;
  if (mapped + sorted === 0) return `${job}: nothing to do; every record is as today’s mapping makes it.`;
  const would = dryRun ? 'would be ' : '';
  const done = [
    ...(mapped > 0 ? [`${mapped} records ${would}mapped again`] : []),
    ...(sorted > 0 ? [`${sorted} records ${would}sorted into sets again`] : []),
  ];
  const sets = inOtherSets === 0 ? '' : ` (${inOtherSets} of them in other sets)`;
  const outOfScope = skipped === 0 ? '' : ` (${skipped} of them skipped)`;
  return `${job}: ${done.join(', ')}: ${changed} ${would}changed${sets}, ${unchanged} unchanged, ${held} ${would}held back${outOfScope}.`;
}
