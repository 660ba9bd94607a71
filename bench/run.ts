/**
 * `npm run bench`: what Garner costs, measured on the built program (docs/benchmarks.md). Each measurement is a process
 * of its own against a synthetic repository, which runs in another process and is not counted. Rounds are interleaved:
 * everything once, then everything again. Progress goes to stderr, the tables to stdout.
 *
 *   --records N   records of the source (100,000)     --only A,B    these measurements, peers included
 *   --runs N      rounds (3)                          --json FILE   all samples as JSON
 *   --no-build    takes `dist/` as it is
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { HARVEST, listMeasurements, type Measurement, type Sample, type World } from './measurements.ts';
import { readOptions, type BenchOptions } from './options.ts';
import { circumstances, formatReport } from './report.ts';
import { startSource } from './source.ts';
import { createResults, type Result } from './summary.ts';
import { createWorkspace, PROJECT } from './workspace.ts';

/** Records in a page of the source. */
const PAGE = 100;

const argv = process.argv.slice(2);
const options = readOptions(argv);
const measurements = await wanted(options);
if (options.build)
  execFileSync('npm', ['run', 'build', '--silent'], { cwd: PROJECT, stdio: ['ignore', 2, 2] });
const results = await runAll(measurements, options);
const around = circumstances(argv);
console.log(formatReport(results, around));
if (options.json !== undefined)
  writeFileSync(options.json, JSON.stringify({ ...around, results }, undefined, 2));

async function wanted({ only }: BenchOptions): Promise<Measurement[]> {
  const { measurements, missing } = await listMeasurements();
  for (const line of missing) note(`not measured, ${line}`);
  const names = measurements.map(({ name }) => name);
  const unknown = only.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Error(`--only ${unknown}: there are ${names.join(', ')}`);
  return measurements.filter(({ name }) => only.length === 0 || name === HARVEST || only.includes(name));
}

async function runAll(
  measurements: readonly Measurement[],
  { records, runs }: BenchOptions,
): Promise<Result[]> {
  const source = await startSource({ records, page: PAGE });
  const results = createResults();
  try {
    for (let round = 1; round <= runs; round += 1) {
      const workspace = createWorkspace(source.baseUrl);
      const inRound = measurements.filter(({ once }) => round === 1 || once !== true);
      await runRound(inRound, { source, records, workspace }, { round, add: results.add });
      workspace.remove();
    }
  } finally {
    await source.stop();
  }
  return results.all();
}

/** One measurement that fails does not cost the others; without the harvest there is nothing to measure. */
async function runRound(
  measurements: readonly Measurement[],
  world: World,
  { round, add }: { round: number; add: ReturnType<typeof createResults>['add'] },
): Promise<void> {
  for (const measurement of measurements) {
    try {
      const sample = await measurement.run(world);
      add(measurement, sample);
      note(`${round}. ${measurement.name}: ${costOf(sample)}`);
    } catch (error) {
      if (measurement.name === HARVEST) throw error;
      process.exitCode = 1;
      note(`${round}. ${measurement.name} failed: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

function costOf({ cpuSeconds, wallSeconds, peakMb }: Sample): string {
  return `${cpuSeconds.toFixed(2)} CPU s, ${wallSeconds.toFixed(2)} s, ${Math.round(peakMb)} MB`;
}

function note(line: string): void {
  process.stderr.write(`${line}\n`);
}
