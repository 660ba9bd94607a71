import { writeFile } from 'node:fs/promises';
import { missesAsCsv } from '../../mapping/misses.ts';
import { coverageLines, summaryOf, type CoverageSummary } from '../coverage-lines.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { UsageError } from '../explain-error.ts';
import { chosenNames, jobNamed, mappingNamed } from '../names.ts';
import { readMappings, withApp } from '../open.ts';
import { filesIn } from '../read-records.ts';
import { surveyFiles, surveyStore } from '../survey.ts';
import { json, plain, type CommonOptions, type Terminal } from '../terminal.ts';

interface CoverageOptions extends CommonOptions {
  readonly job?: string;
  readonly mapping?: string;
  readonly csv?: true;
  readonly misses?: string;
}

/**
 * `garner map coverage [M…] [--job J]` over what the store holds, `garner map coverage FILE… --mapping M` over files:
 * what no rule reads, what in a mapping never fires, and what its tables do not know.
 */
export async function mapCoverage(
  args: string[],
  options: CoverageOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  if (options.csv === true && options.json === true) throw new UsageError('choose one of --csv and --json');
  return options.mapping === undefined
    ? ofStore(args, options, terminal)
    : ofFiles(args, { ...options, mapping: options.mapping }, terminal);
}

async function ofStore(names: string[], options: CoverageOptions, terminal: Terminal): Promise<ExitCode> {
  const summaries = await withApp(options, terminal, async (app) => {
    const mappings = new Set(chosenNames('mapping', names, [...app.mappings.inputs.keys()]));
    const jobs = options.job === undefined ? app.jobs : [jobNamed(app.jobs, options.job)];
    const onProgress = (job: string, done: number): void => {
      if (options.quiet !== true && done % 10_000 === 0) terminal.note(`${job}: ${done} records read`);
    };
    const surveys = await surveyStore(app, { jobs, mappings, onProgress });
    return surveys.map(summaryOf);
  });
  await print(summaries, options, terminal);
  return EXIT.complete;
}

async function ofFiles(
  paths: string[],
  options: CoverageOptions & { readonly mapping: string },
  terminal: Terminal,
): Promise<ExitCode> {
  if (options.job !== undefined)
    throw new UsageError('--job asks for the store, --mapping for files; choose one');
  if (paths.length === 0) throw new UsageError('--mapping needs files or folders of records; without it the store is read'); // prettier-ignore
  const house = await readMappings(options, terminal);
  const mapping = mappingNamed(house.mappings, options.mapping);
  const onProblem = (problem: string): void => terminal.note(plain(problem));
  const summary = summaryOf(await surveyFiles(await filesIn(paths, mapping), { house, mapping, onProblem }));
  await print([summary], options, terminal);
  const unread = summary.notMapped['unreadable'] ?? 0;
  if (unread === 0) return EXIT.complete;
  return summary.records === 0 ? EXIT.failed : EXIT.losses;
}

async function print(
  summaries: readonly CoverageSummary[],
  options: CoverageOptions,
  terminal: Terminal,
): Promise<void> {
  const misses = summaries.flatMap((summary) => summary.misses);
  if (options.misses !== undefined) {
    await writeFile(options.misses, missesAsCsv(misses));
    if (options.quiet !== true)
      terminal.note(`${misses.length} values that tables do not know: see ${options.misses}`);
  }
  if (options.csv === true) terminal.out(missesAsCsv(misses).trimEnd());
  else if (options.json === true) terminal.out(json(summaries));
  else if (summaries.length === 0) terminal.out('No stored record is mapped by that.');
  else terminal.out(summaries.map((summary) => coverageLines(summary).join('\n')).join('\n\n'));
}
