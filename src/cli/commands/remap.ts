import { remapRecords, type RemapSummary } from '../../harvest/remap-records.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { jobNamed, stopSignal, withApp } from '../open.ts';
import { json, type CommonOptions, type Terminal } from '../terminal.ts';

/** `garner remap`: maps stored records again whose mapping has changed. Interrupted, it goes on where it stopped. */
export async function remap(
  _: string[],
  options: CommonOptions & { job?: string; dryRun?: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const signal = stopSignal();
  const summaries = await withApp(options, terminal, async (app) => {
    const jobs = options.job === undefined ? app.jobs : [jobNamed(app.jobs, options.job)];
    const deps = {
      storage: app.storage,
      mappings: app.mappings.inputs,
      formats: app.formats,
      repositoryIdentifier: app.config.provider.repositoryIdentifier,
      now: () => new Date(),
    };
    const done: RemapSummary[] = [];
    for (const job of jobs) {
      const onProgress = (count: number): void => {
        if (options.quiet !== true && count % 10_000 === 0)
          terminal.note(`${job.name}: ${count} records mapped`);
      };
      done.push(await remapRecords(job, deps, { dryRun: options.dryRun === true, signal, onProgress }));
    }
    return done;
  });
  if (options.json === true) terminal.out(json(summaries));
  else for (const summary of summaries) terminal.out(lineOf(summary, options.dryRun === true));
  if (signal.aborted) return EXIT.incomplete;
  return summaries.some((summary) => summary.held > 0) ? EXIT.losses : EXIT.complete;
}

function lineOf({ job, mapped, changed, unchanged, held }: RemapSummary, dryRun: boolean): string {
  if (mapped === 0) return `${job}: every record was mapped by today’s mapping.`;
  const would = dryRun ? 'would be ' : '';
  return `${job}: ${mapped} records ${would}mapped again: ${changed} ${would}changed, ${unchanged} unchanged, ${held} ${would}held back.`;
}
